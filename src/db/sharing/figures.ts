import type { InfernalDatabase } from '@/db/database';
import { command } from '@/db/door';
import type { OwnFigures } from '@/db/syncTables';
import { ok, type Result } from '@/domain/refusal';
import { isSharing } from './readSharing';

/* That this phone publishes the household's figures. It is the phone's own, and in no backup. */

/** Returns how this phone publishes the figures; null if it does not. */
export async function readOwnFigures(db: InfernalDatabase): Promise<OwnFigures | null> {
  const found = await db.meta.get('figures');
  return found?.id === 'figures' ? found : null;
}

interface PutOwnFigures {
  /** The household in which they are published. */
  householdId: string;
  figures: OwnFigures;
}

/** Writes how this phone publishes, unless it no longer shares this household. */
export const putOwnFigures = command(
  'putOwnFigures',
  ['meta'],
  async (db, { householdId, figures }: PutOwnFigures): Promise<Result<null>> => {
    if (await isSharing(db, householdId)) await db.meta.put(figures);
    return ok(null);
  },
  { retryAtStart: false },
);

/** This phone publishes no longer. */
export const removeOwnFigures = command(
  'removeOwnFigures',
  ['meta'],
  async (db): Promise<Result<null>> => {
    await db.meta.delete('figures');
    return ok(null);
  },
  { retryAtStart: false },
);
