import type { PagerContext } from '@/sync/context';
import { openMessage } from './message';
import { emitPagerMessage } from './messages';
import { tellTest } from './tellTest';

/**
 * Handles a message of the live stream. Pages come with the rows of the log, so only the test of
 * the pager is of interest here: this app is open, and says so.
 */
export async function hearLive(context: PagerContext, body: string): Promise<void> {
  const message = await openMessage(context.keys, body);
  if (!message) return;
  emitPagerMessage(message);
  if (message.kind === 'test' && message.to === context.phoneId)
    await tellTest(context, { testId: message.testId, step: 'live' });
}
