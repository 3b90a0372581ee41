import { describe, expect, it } from 'vitest';
import { changeSharing } from '@/db/sharing/changeSharing';
import { readFormerHousehold, readSharing, readSharingEnded } from '@/db/sharing/readSharing';
import type { PhoneRow, Sharing } from '@/db/syncTables';
import { announce } from '@/sync/announce';
import type { HouseholdClient } from '@/sync/client/client';
import type { HouseholdKeys } from '@/sync/crypto/householdKeys';
import { deriveKeys } from '@/sync/crypto/householdKeys';
import { generatePhoneKeys } from '@/sync/crypto/phoneKeys';
import { announceMove, deleteFormer, followMove } from '@/sync/follow';
import { syncRound } from '@/sync/round';
import { logWakeUp } from '../support/database';
import { tonightAt } from '../support/factories';
import { logText, type SharedPhone, settle, sharedPhones, testKeys } from '../support/sharedPhone';
import { SimulatedServer } from '../support/simulatedServer';

/** A home server of many households. */
class Servers {
  readonly byHousehold = new Map<string, SimulatedServer>();
  connect = ({ householdId }: HouseholdKeys) => {
    const server = this.byHousehold.get(householdId) ?? new SimulatedServer();
    this.byHousehold.set(householdId, server);
    return server.client();
  };
}

/** Three phones that know of each other. */
async function threePhones() {
  const servers = new Servers();
  const old = new SimulatedServer();
  servers.byHousehold.set((await testKeys()).householdId, old);
  const phones = await sharedPhones(old, [0, 0, 0], () => tonightAt('09:00'));
  for (const { db } of phones) await changeSharing(db, await generatePhoneKeys());
  await settle(phones);
  for (const { context } of phones) await announce(context, { head: 0, sum: '' });
  await settle(phones);
  const [hers, his, lost] = phones as [SharedPhone, SharedPhone, SharedPhone];
  return { servers, old, hers, his, lost };
}

const sharingOf = async ({ db }: SharedPhone) => (await readSharing(db)) as Sharing;
const namesOf = async ({ db }: SharedPhone): Promise<string[]> =>
  ((await db.phones.toArray()) as PhoneRow[]).map(({ id }) => id).sort();

/** Runs a round and follows the household if it has moved. */
async function roundAndFollow(phone: SharedPhone, servers: Servers): Promise<void> {
  const sharing = await readSharing(phone.db);
  if (!sharing) return;
  const keys = await deriveKeys(sharing.secret);
  const context = { ...phone.context, keys, client: servers.connect(keys) };
  const ended = await syncRound(context);
  if (ended.ok && ended.value.kind === 'moved') await followMove(context, sharing, ended.value.move, servers.connect);
  if (ended.ok && ended.value.kind === 'same') {
    await announce(context, ended.value);
    await deleteFormer(context, servers.connect);
  }
}

describe('a phone that is removed', () => {
  it('keeps its log and hears nothing new; the others follow to the new secret with all they have', async () => {
    const { servers, old, hers, his, lost } = await threePhones();
    await logWakeUp(his.db);
    expect(await announceMove(hers.context, lost.id)).toMatchObject({ ok: true });
    for (let turn = 0; turn < 4; turn++) for (const phone of [hers, his, lost]) await roundAndFollow(phone, servers);

    expect(await readSharing(lost.db)).toBeNull();
    expect(await readSharingEnded(lost.db)).toMatchObject({ why: 'removed' });
    expect(await lost.db.children.count()).toBe(2);
    expect((await sharingOf(hers)).householdId).toBe((await sharingOf(his)).householdId);
    expect(await hers.db.incidents.count()).toBe(1);
    expect(await logText(his.db)).toBe(await logText(hers.db));
    expect(await namesOf(his)).toEqual([hers.id, his.id]);
    // Once both have followed, the old household goes.
    expect(old.isGone).toBe(true);
    expect(await readFormerHousehold(hers.db)).toBeNull();
  });

  it('is heard again until it is followed, whatever ends the app in between', async () => {
    const { servers, hers, lost } = await threePhones();
    await announceMove(hers.context, lost.id);
    // The app is killed between the word and the following of it.
    expect(await syncRound(hers.context)).toMatchObject({ ok: true, value: { kind: 'moved' } });
    const before = (await sharingOf(hers)).householdId;
    await roundAndFollow(hers, servers);
    expect((await sharingOf(hers)).householdId).not.toBe(before);
  });

  it('leaves a household that asks for the operator’s word again: its phones still know it', async () => {
    const { servers, hers, lost } = await threePhones();
    await changeSharing(hers.db, { invite: 'lullaby' });
    await announceMove(hers.context, lost.id);
    const asked: unknown[] = [];
    const connect = (keys: HouseholdKeys): HouseholdClient => ({
      ...servers.connect(keys),
      createHousehold: async (request) => {
        asked.push(request?.invite);
        return servers.connect(keys).createHousehold(request);
      },
    });
    const ended = await syncRound(hers.context);
    if (!ended.ok || ended.value.kind !== 'moved') throw new Error('the word was not heard');
    await followMove(hers.context, await sharingOf(hers), ended.value.move, connect);
    expect(asked).toEqual(['lullaby']);
    expect((await sharingOf(hers)).invite).toBe('lullaby');
  });

  it('is not followed twice: a round that began before writes nothing into the new household', async () => {
    const { servers, old, hers, lost } = await threePhones();
    await announceMove(hers.context, lost.id);
    const before = await sharingOf(hers);
    const ended = await syncRound(hers.context);
    if (!ended.ok || ended.value.kind !== 'moved') throw new Error('the word was not heard');
    await followMove(hers.context, before, ended.value.move, servers.connect);
    const after = await sharingOf(hers);
    expect(after.householdId).not.toBe(before.householdId);
    // An event of the old stream wakes the old session once more.
    expect(await syncRound(hers.context)).toMatchObject({ ok: false });
    await followMove(hers.context, before, ended.value.move, servers.connect);
    expect(await sharingOf(hers)).toEqual(after);
    expect((await readFormerHousehold(hers.db))?.secret).toEqual(before.secret);
    expect(await hers.db.documents.count()).toBe(0);
    expect(old.isGone).toBe(false);
  });
});
