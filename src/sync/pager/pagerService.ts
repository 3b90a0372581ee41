import type { InfernalDatabase } from '@/db/database';
import { readPhonesOf } from '@/db/sharing/phones';
import { readSharing } from '@/db/sharing/readSharing';
import { newId } from '@/lib/ids';
import type { Connection, Reply } from '@/sync/client/request';
import { connectTo } from '@/sync/connect';
import type { SessionContext } from '@/sync/context';
import { deriveKeys } from '@/sync/crypto/householdKeys';
import { onPagerMessage } from './messages';
import { pushBrowser } from './pushBrowser';
import { sendMessage } from './sendMessage';
import type { PagerAnswer, PagerFailure, PagerService } from './service';
import { type SubscribeFailure, type SubscriptionContext, switchPagerOff, switchPagerOn } from './subscription';
import { webhookProblem, whyRefused } from './webhookProblem';

/** A phone that wakes later than this after a test would surprise somebody. */
const TEST_TTL_S = 30;

/** Who is on call is worth knowing for as long as the night goes on. */
const HANDOVER_TTL_S = 3_600;

const failed = ({ kind }: SubscribeFailure): { ok: false; failure: PagerFailure } => ({
  ok: false,
  failure: kind === 'gone' ? 'unauthorized' : kind,
});
const answerOf = <Value>(reply: Reply<Value>): PagerAnswer<Value> =>
  reply.ok ? { ok: true, value: reply.value } : failed(reply.failure);

export interface PagerServiceOptions extends Pick<SubscriptionContext, 'browser'> {
  db: InfernalDatabase;
  connection: Connection;
}

/** Returns what the screens of the pager can ask. */
export function createPagerService({ db, connection, browser = pushBrowser }: PagerServiceOptions): PagerService {
  /** Runs something for the household that this phone shares. */
  const asPhone = async <Value>(
    task: (context: SubscriptionContext, client: SessionContext['client']) => Promise<PagerAnswer<Value>>,
  ): Promise<PagerAnswer<Value>> => {
    const sharing = await readSharing(db);
    if (!sharing) return { ok: false, failure: 'unauthorized' };
    const keys = await deriveKeys(sharing.secret);
    return task({ db, keys, phoneId: sharing.phoneId, connection, browser }, connectTo(connection)(keys));
  };
  const subscribing = (task: typeof switchPagerOn) =>
    asPhone(async (context) => {
      const switched = await task(context);
      return switched.ok ? { ok: true, value: null } : failed(switched.failure);
    });

  return {
    readOwnPager: async () => {
      const isWanted = (await readSharing(db))?.rings === true;
      return { isWanted, isSubscribed: (await browser.find()) !== null };
    },

    switchOn: () => subscribing(switchPagerOn),
    switchOff: () => subscribing(switchPagerOff),

    testPhone: (phoneId, onHeard, signal) =>
      asPhone(async ({ keys, phoneId: from }, client) => {
        const testId = newId();
        const stop = onPagerMessage((message) => {
          if (message.kind === 'testHeard' && message.testId === testId && message.phone === phoneId)
            onHeard(message.step);
        });
        if (signal.aborted) stop();
        signal.addEventListener('abort', stop);
        const reply = await sendMessage(
          { keys, client },
          {
            message: { kind: 'test', testId, from, to: phoneId },
            phones: [phoneId],
            topic: ['tests', phoneId],
            ttl: TEST_TTL_S,
            urgency: 'high',
          },
        );
        return reply.ok ? { ok: true, value: reply.value[0]?.result ?? 'failed' } : failed(reply.failure);
      }),

    tellHandover: (caregiverId) =>
      asPhone(async ({ keys }, client) => {
        const reply = await sendMessage(
          { keys, client },
          {
            message: { kind: 'handover', to: caregiverId },
            phones: await readPhonesOf(db, caregiverId),
            topic: ['handovers', caregiverId],
            ttl: HANDOVER_TTL_S,
            urgency: 'normal',
          },
        );
        return reply.ok ? { ok: true, value: null } : failed(reply.failure);
      }),

    readWebhook: () =>
      asPhone(async (_, client) => {
        const reply = await client.getWebhook();
        return reply.ok ? { ok: true, value: reply.value.url } : failed(reply.failure);
      }),

    putWebhook: (url) =>
      asPhone(async (_, client) => {
        const problem = webhookProblem(url);
        if (problem) return { ok: false, failure: problem };
        const reply = await client.putWebhook(url);
        const isRefused = !reply.ok && reply.failure.kind === 'serverFailed' && reply.failure.status === 400;
        return isRefused ? { ok: false, failure: whyRefused(url) } : answerOf(reply);
      }),

    removeWebhook: () => asPhone(async (_, client) => answerOf(await client.deleteWebhook())),

    tryWebhook: () => asPhone(async (_, client) => answerOf(await client.tryWebhook())),
  };
}
