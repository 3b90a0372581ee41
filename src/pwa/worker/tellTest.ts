import type { Sharing } from '@/db/syncTables';
import { callsTo } from '@/sync/connect';
import { deriveKeys } from '@/sync/crypto/householdKeys';
import { deviceId } from '@/sync/pager/deviceId';
import { sealMessage, type TestStep } from '@/sync/pager/message';
import type { Ringer } from './Ringer';

/** The answer to a test is of use only as long as somebody looks at it. */
const TTL_SECONDS = 60;

/** Tells the phone that tries the pager what has arrived here, over its live stream. */
export async function tellTest(
  { secret, phoneId }: Sharing,
  { origin }: Pick<Ringer, 'origin'>,
  { testId, step }: { testId: string; step: TestStep },
): Promise<void> {
  const keys = await deriveKeys(secret);
  await callsTo({ origin })(keys).page({
    to: [],
    body: await sealMessage(keys, { kind: 'testHeard', testId, phone: phoneId, step }),
    ttl: TTL_SECONDS,
    topic: await deviceId(keys, testId),
    urgency: 'normal',
    rings: false,
  });
}
