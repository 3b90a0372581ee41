import type { InfernalDatabase } from '@/db/database';
import { readSharing } from '@/db/sharing/readSharing';
import { newId } from '@/lib/ids';
import { createClient } from '@/sync/client/client';
import type { Connection, Reply } from '@/sync/client/request';
import { deriveKeys } from '@/sync/crypto/householdKeys';
import { deviceId } from './deviceId';
import { sealMessage } from './message';
import { onPagerMessage } from './messages';
import { pushBrowser } from './pushBrowser';
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
    task: (context: SubscriptionContext, client: ReturnType<typeof createClient>) => Promise<PagerAnswer<Value>>,
  ): Promise<PagerAnswer<Value>> => {
    const sharing = await readSharing(db);
    if (!sharing) return { ok: false, failure: 'unauthorized' };
    const keys = await deriveKeys(sharing.secret);
    const { householdId, token } = keys;
    const client = createClient({ ...connection, householdId, token });
    return task({ db, keys, phoneId: sharing.phoneId, connection, browser }, client);
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
        const to = await deviceId(keys, phoneId);
        const body = await sealMessage(keys, { kind: 'test', testId, from, to: phoneId });
        const page = { body, ttl: TEST_TTL_S, topic: `test${to}`, urgency: 'high', rings: false } as const;
        const reply = await client.page({ ...page, to: [to] });
        if (!reply.ok) return failed(reply.failure);
        return { ok: true, value: reply.value.devices.find(({ id }) => id === to)?.result ?? 'failed' };
      }),

    tellHandover: (caregiverId) =>
      asPhone(async ({ keys }, client) => {
        const phones = (await db.phones.toArray()).filter(
          (phone) => phone.caregiverId === caregiverId && phone.deletedAt === null,
        );
        const reply = await client.page({
          to: await Promise.all(phones.map(({ id }) => deviceId(keys, id))),
          body: await sealMessage(keys, { kind: 'handover', to: caregiverId }),
          ttl: HANDOVER_TTL_S,
          topic: await deviceId(keys, `handover ${caregiverId}`),
          urgency: 'normal',
          rings: false,
        });
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
