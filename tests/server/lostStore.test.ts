import '../support/setupStorage';
import { afterEach, expect, it, vi } from 'vitest';
import type { InfernalDatabase } from '@/db/database';
import { readSharing } from '@/db/sharing/readSharing';
import { connectTo } from '@/sync/connect';
import { deriveKeys } from '@/sync/crypto/householdKeys';
import { createPhonesService } from '@/sync/phonesService';
import { syncRound } from '@/sync/round';
import { freshDatabaseName, householdDatabase, openWindow } from '../support/database';
import { LEO, tonightAt } from '../support/factories';
import { type Home, type Place, type StoreKind, startHome, storeKinds } from './support/home';

/* Phones whose home server asks for a word and loses its store, on the real server. */

const WORD = 'lullaby';
const now = () => tonightAt('09:00');
const me = { name: 'phone', caregiverId: null };

const kind = storeKinds().at(-1) as StoreKind;
const places: Place[] = [];
let home: Home;

/** Starts a server that asks for the word, on an empty store. */
async function startEmpty(port = '0'): Promise<void> {
  const place = await kind.createPlace();
  places.push(place);
  home = await startHome(place, { PORT: port, INFERNALOPS_INVITE: WORD });
}

/** Starts the server again at the same address; its store has gone. */
async function loseStore(): Promise<void> {
  const { port } = new URL(home.url);
  await home.stop();
  await startEmpty(port);
}

afterEach(async () => {
  vi.unstubAllGlobals();
  await home.stop();
  for (const place of places.splice(0)) await place.remove();
});

const serviceOf = (db: InfernalDatabase) =>
  createPhonesService({ db, connection: { origin: home.url }, appAddress: `${home.url}/`, appVersion: '1', now });

async function round(db: InfernalDatabase) {
  const sharing = await readSharing(db);
  if (!sharing) throw new Error('this phone does not share');
  const keys = await deriveKeys(sharing.secret);
  const client = connectTo({ origin: home.url })(keys);
  return syncRound({ db, keys, client, phoneId: sharing.phoneId, appVersion: '1', now });
}

/** Returns a new phone that has joined by a code of this one. */
async function joinedBy(db: InfernalDatabase): Promise<InfernalDatabase> {
  const joined = openWindow(freshDatabaseName());
  const code = await serviceOf(db).createCode();
  if (!code.ok) throw new Error(code.failure);
  const invitation = await serviceOf(joined).redeemCode(code.value.code);
  if (!invitation.ok) throw new Error(invitation.failure);
  const ended = await serviceOf(joined).join(invitation.value, { kind: 'takeOver' }, me, () => {});
  expect(ended).toEqual({ ok: true, value: null });
  return joined;
}

it('the household is made again and filled by whichever phone comes first: all know the word', async () => {
  vi.stubGlobal('navigator', {});
  await startEmpty();
  const hers = await householdDatabase();
  expect(await serviceOf(hers).startSharing(me)).toEqual({ ok: false, failure: 'inviteNeeded' });
  expect(await serviceOf(hers).startSharing(me, WORD)).toEqual({ ok: true, value: null });
  expect(await round(hers)).toMatchObject({ ok: true, value: { kind: 'same' } });
  const his = await joinedBy(hers);

  await loseStore();
  // He was never asked for the word: it came with the code.
  expect(await round(his)).toMatchObject({ ok: true, value: { kind: 'same' } });
  expect(await round(hers)).toMatchObject({ ok: true, value: { kind: 'same' } });
  const third = await joinedBy(his);
  expect(await third.children.get(LEO)).toMatchObject({ name: 'Léo' });
});
