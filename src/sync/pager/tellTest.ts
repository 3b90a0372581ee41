import type { PagerContext } from '@/sync/context';
import type { TestStep } from './message';
import { sendMessage } from './sendMessage';

/** The answer to a test is of use only as long as somebody looks at it. */
const TTL_SECONDS = 60;

/** Tells the phone that tries the pager what has arrived here, over its live stream. */
export async function tellTest(
  context: Pick<PagerContext, 'keys' | 'client' | 'phoneId'>,
  { testId, step }: { testId: string; step: TestStep },
): Promise<void> {
  await sendMessage(context, {
    message: { kind: 'testHeard', testId, phone: context.phoneId, step },
    phones: [],
    topic: ['tests', testId],
    ttl: TTL_SECONDS,
    urgency: 'normal',
  });
}
