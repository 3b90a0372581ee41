import type { InfernalDatabase } from '@/db/database';
import { changeSharing, endSharing } from '@/db/sharing/changeSharing';
import { readCursor, readFormerHousehold, readLater } from '@/db/sharing/readSharing';
import type { Sharing } from '@/db/syncTables';
import { MINUTE_MS } from '@/lib/time';
import { announce } from './announce';
import { backoffMs } from './client/backoff';
import type { Connection } from './client/request';
import { connectTo } from './connect';
import { type ButtonContext, type Done, type SessionContext, STORAGE_FAILED, type SyncContext } from './context';
import { deriveKeys } from './crypto/householdKeys';
import { followEvents } from './followEvents';
import { hearLater } from './hearLater';
import { createPageFollower, type PagerReport } from './pager/followPages';
import { hearLive } from './pager/hearLive';
import type { SubscriptionContext } from './pager/subscription';
import { reasonOf, type SyncReport, type WhyBehind } from './report';
import { type RoundEnd, syncRound } from './round';
import { createWaker } from './waker';

/** Without a live stream this phone asks that often; with one, only in case it was missed. */
const ASK_EVERY_MS = 5 * MINUTE_MS;

export interface SessionOptions {
  db: InfernalDatabase;
  sharing: Sharing;
  connection: Connection;
  now: SyncContext['now'];
  appVersion: string;
  report: (change: Partial<SyncReport>) => void;
  reportPager: (change: Partial<PagerReport>) => void;
  signal: AbortSignal;
  /** Calls back whenever there may be something to do, until the returned function is called. */
  listen: (onNews: () => void) => () => void;
}

/**
 * Keeps this phone and the server the same, as long as the signal is not aborted: a round at once,
 * and then after every write, every live event, and whenever the network or the screen comes back.
 * After a failure it waits, longer each time, unless something happens before.
 */
export async function runSession(options: SessionOptions): Promise<void> {
  const { db, sharing, connection, now, appVersion, report, reportPager, signal, listen } = options;
  const keys = await deriveKeys(sharing.secret);
  const connect = connectTo(connection);
  const context: SessionContext = { db, keys, client: connect(keys), phoneId: sharing.phoneId, appVersion, now };
  const waker = createWaker(signal);
  const stopListening = listen(waker.wake);
  const followPages = createPageFollower(context, reportPager, signal);
  const onPage = (body: string) => void hearLive(context, body).catch(() => {});
  void followEvents(context, { wake: waker.wake, onPage }, signal);
  if (sharing.rings) void renewPager({ ...context, connection });
  await hearLater(context).catch(() => STORAGE_FAILED);
  let failures = 0;
  while (!signal.aborted) {
    // A lost connection to the database rejects the reads, too. The session must not end with it.
    const ended = await runRound(options, context, connect).catch(() => STORAGE_FAILED);
    // The next session goes on in the household as it is now.
    if (signal.aborted || (ended.ok && ended.value.kind === 'moved')) break;
    const failure = ended.ok ? null : ended.failure;
    failures = failure ? failures + 1 : 0;
    await reportEnd(db, ended, report).catch(() => {});
    // Without a network nobody can be paged: the step of the runbook is by voice.
    if (failure) reportPager({ pageable: [] });
    else followPages();
    const retryAfterMs = failure && 'retryAfterMs' in failure ? failure.retryAfterMs : 0;
    await waker.sleep(failure ? backoffMs(failures, Math.random(), retryAfterMs) : ASK_EVERY_MS, retryAfterMs);
  }
  stopListening();
}

/** Without the file, this phone rings as before until the next session. */
async function renewPager(context: SubscriptionContext): Promise<void> {
  const loaded = await import('./pager/subscription').catch(() => null);
  await loaded?.renewSubscription(context);
}

async function runRound(
  { db, sharing, now }: SessionOptions,
  context: ButtonContext,
  connect: ReturnType<typeof connectTo>,
): Promise<Done<RoundEnd>> {
  const ended = await syncRound(context);
  if (!ended.ok) {
    if (ended.failure.kind === 'gone')
      await endSharing(db, {
        ended: { id: 'sharingEnded', why: 'erased', at: now() },
        householdId: sharing.householdId,
      });
    return ended;
  }
  if (ended.value.kind === 'moved') {
    // Few households ever change their secret. Without the file, the round is tried again.
    const loaded = await import('./follow').catch(() => null);
    if (!loaded) return { ok: false, failure: { kind: 'offline' } };
    const followed = await loaded.followMove(context, sharing, ended.value.move, connect);
    return followed.ok ? ended : followed;
  }
  if (ended.value.presses) {
    // Most households have no button. Without the file, the presses wait on the server.
    const loaded = await import('./buttons/takePresses').catch(() => null);
    const taken = await loaded?.takePresses(context);
    if (taken && !taken.ok) return taken;
  }
  if (ended.value.kind !== 'same') return ended;
  if (sharing.isJoining) await changeSharing(db, { isJoining: false });
  const told = await announce(context, ended.value);
  if (!told.ok) return told;
  if (!(await readFormerHousehold(db))) return ended;
  // Without the file, it is deleted after another round.
  const loaded = await import('./follow').catch(() => null);
  const deleted = await loaded?.deleteFormer(context, connect);
  return deleted && !deleted.ok ? deleted : ended;
}

async function reportEnd(db: InfernalDatabase, ended: Done<RoundEnd>, report: SessionOptions['report']): Promise<void> {
  const [{ sameAt }, later] = await Promise.all([readCursor(db), readLater(db)]);
  const behind = (because: WhyBehind) => ({ state: 'behind', since: sameAt, because }) as const;
  report({
    contact: !ended.ok
      ? behind(reasonOf(ended.failure))
      : ended.value.kind === 'tooLarge'
        ? behind('tooLarge')
        : sameAt === null
          ? null
          : { state: 'same', at: sameAt },
    needsUpdate: later.some(({ reason }) => reason === 'tooNew'),
    unreadable: later.filter(({ reason }) => reason === 'refused').length,
  });
}
