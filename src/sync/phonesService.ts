import { readWholeLog } from '@/db/backup';
import type { InfernalDatabase } from '@/db/database';
import { readPeople } from '@/db/queries';
import { changeSharing, endSharing } from '@/db/sharing/changeSharing';
import { readOwnFigures } from '@/db/sharing/figures';
import { readPhones } from '@/db/sharing/phones';
import { readSharing } from '@/db/sharing/readSharing';
import { beginSharing, joinHousehold } from '@/db/sharing/share';
import type { Sharing } from '@/db/syncTables';
import { bringAlong } from '@/domain/phones/bringAlong';
import { readJoinCode } from '@/domain/phones/joinCode';
import { deviceTimeZone } from '@/lib/deviceZone';
import { newId } from '@/lib/ids';
import { addMs, type Instant } from '@/lib/time';
import { INVITATION_MS } from '@/protocol/limits';
import { announceLeaving } from './announce';
import { createAnonymousClient } from './client/client';
import type { Connection, Reply } from './client/request';
import type { RequestFailure } from './client/requestFailure';
import { connectTo } from './connect';
import type { Done, RoundFailure, SyncContext } from './context';
import { deriveKeys, newHouseholdSecret } from './crypto/householdKeys';
import { invitationKeys, newCode, openInvitation, sealInvitation } from './crypto/invitation';
import { generatePhoneKeys } from './crypto/phoneKeys';
import { figureCalls } from './figures/calls';
import { announceMove } from './follow';
import { withInvite } from './invite';
import { pushBrowser } from './pager/pushBrowser';
import { removeSubscription } from './pager/subscription';
import { syncRound } from './round';
import type { Answer, HowToJoin, Invitation, OwnPhone, PhonesService } from './service';
import { withSyncLock } from './syncLock';

/** In the same file, because the worker's list names every file, and has little room. */
export { createButtonsService } from './buttons/buttonsService';
export { createFiguresService } from './figures/figuresService';
export { createPagerService } from './pager/pagerService';

const OK = { ok: true, value: null } as const;
const failed = (failure: RequestFailure | RoundFailure): Extract<Answer, { ok: false }> => ({
  ok: false,
  failure: failure.kind === 'gone' ? 'unauthorized' : failure.kind,
});
const STORAGE = { ok: false, failure: 'storage' } as const;
const UNREADABLE = { ok: false, failure: 'unreadable' } as const;

export interface PhonesServiceOptions {
  db: InfernalDatabase;
  connection: Connection;
  /** The address of the app without its hash, for the link of an invitation. */
  appAddress: string;
  appVersion: string;
  now: () => Instant;
}

/** Returns what the screens of the phones can ask. */
export function createPhonesService({
  db,
  connection,
  appAddress,
  appVersion,
  now,
}: PhonesServiceOptions): PhonesService {
  const connect = connectTo(connection);
  const anonymous = createAnonymousClient(connection);

  /** Runs something for the household that this phone shares. */
  const asPhone = async <Value>(
    task: (context: SyncContext, sharing: Sharing) => Promise<Answer<Value>>,
  ): Promise<Answer<Value>> => {
    const sharing = await readSharing(db);
    if (!sharing) return { ok: false, failure: 'unauthorized' };
    const keys = await deriveKeys(sharing.secret);
    return task({ db, keys, client: connect(keys), phoneId: sharing.phoneId, appVersion, now }, sharing);
  };
  const newSharing = async (
    { secret, invite }: Pick<Invitation, 'secret' | 'invite'>,
    me: OwnPhone,
  ): Promise<Sharing> => ({
    id: 'sharing',
    householdId: (await deriveKeys(secret)).householdId,
    secret,
    phoneId: newId(),
    ...me,
    ...(await generatePhoneKeys()),
    ...withInvite(invite),
    isJoining: false,
  });
  const answerOf = (reply: Reply<unknown> | Done<unknown>): Answer => (reply.ok ? OK : failed(reply.failure));

  return {
    readPhones: () => readPhones(db),

    findServer: async () => {
      // Without https there is nothing to seal with.
      if (!globalThis.isSecureContext) return { ok: false, failure: 'notHomeServer' };
      return answerOf(await anonymous.health());
    },

    startSharing: async (me, invite) => {
      const secret = newHouseholdSecret();
      const created = await connect(await deriveKeys(secret)).createHousehold(withInvite(invite));
      if (!created.ok) return failed(created.failure);
      return (await beginSharing(db, { sharing: await newSharing({ secret, invite }, me) })).ok ? OK : STORAGE;
    },

    createCode: () =>
      asPhone(async ({ client }, { secret, invite }) => {
        const { children, caregivers } = await readPeople(db);
        const code = newCode();
        const keys = await invitationKeys(code);
        const expiresAt = addMs(now(), INVITATION_MS);
        const body = await sealInvitation(keys, {
          secret,
          invite,
          children: children.filter(isPresent).map(({ id, name, birthDate }) => ({ id, name, birthDate })),
          caregivers: caregivers.filter(isPresent).map(({ id, name }) => ({ id, name })),
        });
        const kept = await client.putInvitation(keys.id, body);
        if (!kept.ok) return failed(kept.failure);
        return { ok: true, value: { code, link: `${appAddress}#/join/${code}`, expiresAt } };
      }),

    redeemCode: async (typed) => {
      const read = readJoinCode(typed);
      if (!read.ok) return { ok: false, failure: 'notFound' };
      const keys = await invitationKeys(read.code);
      const reply = await anonymous.getInvitation(keys.id);
      if (!reply.ok) return failed(reply.failure);
      const opened = await openInvitation(keys, reply.value);
      return opened.ok ? { ok: true, value: opened.content } : UNREADABLE;
    },

    join: async (invitation, how, me, onProgress) => {
      const sharing = await newSharing(invitation, me);
      const joined = await withSyncLock(undefined, async (): Promise<Answer> => {
        const brings = await broughtBy(db, how);
        // A join that was cut goes on where it was: what was brought along is in the log by now.
        const begun = await readSharing(db);
        if (!begun?.isJoining || begun.householdId !== sharing.householdId) {
          const input = { sharing, brings, timeZone: deviceTimeZone(), now: now() };
          if (!(await joinHousehold(db, input)).ok) return STORAGE;
        }
        return asPhone(async (context) => {
          const ended = await syncRound(context, (cursor, head) => onProgress(head > 0 ? cursor / head : 1));
          if (!ended.ok) return failed(ended.failure);
          return (await changeSharing(db, { isJoining: false })).ok ? OK : STORAGE;
        });
      });
      return joined ?? STORAGE;
    },

    changeThisPhone: async (me) => ((await changeSharing(db, { ...me })).ok ? OK : STORAGE),

    removePhone: (id) =>
      asPhone(async (context) => {
        // A phone that has joined meanwhile is one of those that stay.
        const heard = await syncRound(context);
        if (!heard.ok) return failed(heard.failure);
        return answerOf(await announceMove(context, id));
      }),

    leave: async () => {
      // Without a network the others see by the last contact that this phone is gone. A phone that
      // was removed has nobody to tell.
      await asPhone(async (context, { rings }) => {
        if (rings) await removeSubscription({ ...context, connection });
        if (await readOwnFigures(db)) await figureCalls(connection, context.keys).remove();
        return answerOf(await announceLeaving(context));
      });
      return (await endSharing(db, { ended: null })).ok ? OK : STORAGE;
    },

    eraseHousehold: () =>
      asPhone(async ({ client }, { rings }) => {
        const deleted = await client.deleteHousehold();
        if (!deleted.ok && deleted.failure.kind !== 'gone') return failed(deleted.failure);
        // The server has forgotten it with the household.
        if (rings) await pushBrowser.unsubscribe();
        return (await endSharing(db, { ended: null })).ok ? OK : STORAGE;
      }),
  };
}

const isPresent = (person: { archived: boolean; deletedAt: Instant | null }): boolean =>
  !person.archived && person.deletedAt === null;

async function broughtBy(db: InfernalDatabase, how: HowToJoin) {
  return how.kind === 'bringAlong' ? bringAlong((await readWholeLog(db)).log, how) : null;
}
