import type { Sharing } from '@/db/syncTables';
import { callsTo } from '@/sync/connect';
import { deriveKeys } from '@/sync/crypto/householdKeys';
import type { TestStep } from '@/sync/pager/message';
import { tellTest } from '@/sync/pager/tellTest';
import type { Ringer } from './Ringer';

/** Tells the phone that tries the pager what has arrived here. */
export async function tellTestStep(
  { secret, phoneId }: Sharing,
  { origin }: Pick<Ringer, 'origin'>,
  told: { testId: string; step: TestStep },
): Promise<void> {
  const keys = await deriveKeys(secret);
  await tellTest({ keys, client: callsTo({ origin })(keys), phoneId }, told);
}
