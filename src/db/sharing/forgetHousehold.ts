import type { InfernalDatabase } from '@/db/database';
import { SHARING_KEY } from '@/db/outbox';

/** The tables in which this phone keeps what it has heard of a household. */
export const SHARING_TABLES = ['meta', 'outbox', 'documents', 'later', 'phones', 'pages'] as const;

/**
 * Forgets the household that this phone shares, but no row of the log. The caller has opened a
 * transaction over these tables.
 */
export async function forgetHousehold(db: InfernalDatabase): Promise<void> {
  await db.meta.bulkDelete([
    SHARING_KEY,
    'syncCursor',
    'sharingEnded',
    'formerHousehold',
    'unloggedPresses',
    'figures',
  ]);
  for (const table of [db.outbox, db.documents, db.later, db.phones, db.pages]) await table.clear();
}
