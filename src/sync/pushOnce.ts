import { liveQuery } from 'dexie';
import type { InfernalDatabase } from '@/db/database';
import { joinLogged } from '@/db/sharing/joinStored';
import { readSharing } from '@/db/sharing/readSharing';
import { SECOND_MS } from '@/lib/time';
import type { HouseholdCalls } from './client/client';
import { type Schedule, scheduleOf } from './client/request';
import { type Done, done, STORAGE_FAILED, type SyncContext } from './context';
import { deriveKeys, type HouseholdKeys } from './crypto/householdKeys';
import { push } from './push';
import { withFreeSyncLock } from './syncLock';

/**
 * A window that runs has sent a row by then, if the network is there. One that the system has
 * frozen in the background keeps the lock and sends nothing.
 */
const WINDOW_SENDS_WITHIN_MS = 5 * SECOND_MS;

/** Another phone that writes the same row at the same time must not keep this from its end. */
const MAX_TURNS = 3;

/** `unsent`: other phones have changed the same rows too often. */
export type PushedOnce = 'sent' | 'unsent' | 'leftToWindow' | 'notShared';

export interface PushOnceOptions extends Pick<SyncContext, 'appVersion' | 'now'> {
  connect: (keys: HouseholdKeys) => HouseholdCalls;
  /** Only a test replaces it. */
  schedule?: Schedule;
}

/**
 * Sends what this phone has written, where no window may be open: in the service worker. A window
 * that syncs hears of the write by itself (`startSync`), so it is left to that window, for a few
 * seconds. What cannot be sent now stays in the outbox, and what only a whole round can mend (a
 * server that was restored, a household that has moved or is gone) is left to the app.
 *
 * @throws if the log cannot be read
 */
export async function pushOnce(db: InfernalDatabase, options: PushOnceOptions): Promise<Done<PushedOnce>> {
  const { connect, appVersion, now } = options;
  const sharing = await readSharing(db);
  if (!sharing) return done('notShared');
  const keys = await deriveKeys(sharing.secret);
  const context = { db, keys, client: connect(keys), phoneId: sharing.phoneId, appVersion, now };
  const pushed = await withFreeSyncLock(() => pushAll(context));
  if (pushed) return pushed;
  return (await becomesEmpty(db, scheduleOf(options))) ? done('leftToWindow') : pushAll(context);
}

/** Sends again what another phone had changed since: a conflict is heard, and so merged. */
async function pushAll(context: SyncContext): Promise<Done<PushedOnce>> {
  if (!(await joinLogged(context.db, {})).ok) return STORAGE_FAILED;
  for (let turn = 0; turn < MAX_TURNS; turn++) {
    const pushed = await push(context);
    if (!pushed.ok) return pushed;
    if (!pushed.value.hadConflicts) return done('sent');
  }
  return done('unsent');
}

/** Resolves with true once the outbox is empty, or with false if it is not within the time. */
const becomesEmpty = (db: InfernalDatabase, schedule: Schedule): Promise<boolean> =>
  new Promise((resolve) => {
    const finish = (isEmpty: boolean) => {
      cancel();
      outbox.unsubscribe();
      resolve(isEmpty);
    };
    const cancel = schedule(() => finish(false), WINDOW_SENDS_WITHIN_MS);
    const outbox = liveQuery(() => db.outbox.count()).subscribe({
      next: (count) => {
        if (count === 0) finish(true);
      },
      error: () => finish(false),
    });
  });
