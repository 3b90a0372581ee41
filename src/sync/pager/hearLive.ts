import type { PagerContext } from '@/sync/context';
import { deviceId } from './deviceId';
import { openMessage, sealMessage } from './message';
import { emitPagerMessage } from './messages';

/** The answer to a test is of use only as long as somebody looks at it. */
const ANSWER_TTL_SECONDS = 60;

/**
 * Handles a message of the live stream. Pages come with the rows of the log, so only the test of
 * the pager is of interest here: this app is open, and says so.
 */
export async function hearLive(context: PagerContext, body: string): Promise<void> {
  const { client, keys, phoneId } = context;
  const message = await openMessage(keys, body);
  if (!message) return;
  emitPagerMessage(message);
  if (message.kind !== 'test' || message.to !== phoneId) return;
  const { testId } = message;
  await client.page({
    to: [],
    body: await sealMessage(keys, { kind: 'testHeard', testId, phone: phoneId, step: 'live' }),
    ttl: ANSWER_TTL_SECONDS,
    topic: await deviceId(keys, testId),
    urgency: 'normal',
    rings: false,
  });
}
