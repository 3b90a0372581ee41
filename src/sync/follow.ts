import { endSharing } from '@/db/sharing/changeSharing';
import { readFormerHousehold } from '@/db/sharing/readSharing';
import { forgetFormerHousehold, moveToSecret } from '@/db/sharing/share';
import type { Sharing } from '@/db/syncTables';
import { DAY_MS } from '@/lib/time';
import type { HouseholdClient } from './client/client';
import { type Done, done, STORAGE_FAILED, type SyncContext } from './context';
import { deriveKeys, type HouseholdKeys, newHouseholdSecret } from './crypto/householdKeys';
import { openWith, sealFor } from './crypto/phoneKeys';
import { withInvite } from './invite';
import { MOVE_ID, MOVES_TABLE, type Move } from './move';
import { pushRow } from './push';

/** A phone that has not followed by then is told by the server that its household is gone. */
const FOLLOW_WITHIN_MS = 30 * DAY_MS;

/** Returns a client for the household with these keys. */
export type Connect = (keys: HouseholdKeys) => HouseholdClient;

/**
 * Says in the household that it goes on under a new secret, for every phone but one. All that stay
 * follow when they hear it, this one too, so a kill after this leaves nothing undone.
 */
export async function announceMove(context: SyncContext, removedId: string): Promise<Done<null>> {
  const { db, phoneId, now } = context;
  const secret = newHouseholdSecret();
  const to: Move['to'] = [];
  for (const { id, publicKey, deletedAt } of await db.phones.toArray()) {
    const sealed = id === removedId || deletedAt !== null ? null : await sealFor(publicKey, secret);
    if (sealed) to.push({ phone: id, sealed });
  }
  const move: Move = { id: MOVE_ID, updatedAt: now(), by: phoneId, to };
  const pushed = await pushRow(context, MOVES_TABLE, move, true);
  if (!pushed.ok) return pushed;
  return pushed.value.wasTaken
    ? done(null)
    : { ok: false, failure: { kind: 'serverFailed', status: 409, retryAfterMs: 0 } };
}

/**
 * Follows the household to its new secret, or learns that this phone was removed. Rows that are not
 * sent yet are sent there.
 */
export async function followMove(
  { db, keys, now }: SyncContext,
  sharing: Sharing,
  move: Move,
  connect: Connect,
): Promise<Done<null>> {
  const sealed = move.to.find(({ phone }) => phone === sharing.phoneId)?.sealed ?? '';
  const opened = await openWith(sharing, sealed);
  if (!opened.ok) {
    const ended = await endSharing(db, {
      ended: { id: 'sharingEnded', why: 'removed', at: now() },
      householdId: keys.householdId,
    });
    return ended.ok ? done(null) : STORAGE_FAILED;
  }
  const next = await deriveKeys(opened.content);
  const from = { household: keys.householdId, token: keys.token };
  const created = await connect(next).createHousehold({ from, ...withInvite(sharing.invite) });
  if (!created.ok) return created;
  const former = move.by === sharing.phoneId ? { phoneIds: move.to.map(({ phone }) => phone), at: now() } : null;
  const { householdId } = next;
  const moved = await moveToSecret(db, { from: keys.householdId, householdId, secret: opened.content, former });
  return moved.ok ? done(null) : STORAGE_FAILED;
}

/** Deletes the former household on the server, once all phones that stay have followed. */
export async function deleteFormer({ db, now }: SyncContext, connect: Connect): Promise<Done<null>> {
  const former = await readFormerHousehold(db);
  if (!former) return done(null);
  const here = new Set((await db.phones.toArray()).map(({ id }) => id));
  const isOver = now() - former.at > FOLLOW_WITHIN_MS;
  if (!isOver && !former.phoneIds.every((id) => here.has(id))) return done(null);
  const deleted = await connect(await deriveKeys(former.secret)).deleteHousehold();
  if (!deleted.ok && deleted.failure.kind !== 'gone' && deleted.failure.kind !== 'unauthorized') return deleted;
  return (await forgetFormerHousehold(db, {})).ok ? done(null) : STORAGE_FAILED;
}
