import { readWholeLog } from '@/db/backup';
import type { InfernalDatabase } from '@/db/database';
import { beginSharing, joinHousehold } from '@/db/sharing/share';
import type { Sharing } from '@/db/syncTables';
import { serializeBackup } from '@/domain/backup';
import { addMs, type Instant } from '@/lib/time';
import type { HouseholdClient } from '@/sync/client/client';
import type { SyncContext } from '@/sync/context';
import type { Bytes } from '@/sync/crypto/base64url';
import { deriveKeys, type HouseholdKeys } from '@/sync/crypto/householdKeys';
import { syncRound } from '@/sync/round';
import { freshDatabaseName, householdDatabase, openWindow } from './database';
import { PARIS } from './factories';
import { type Fault, Killed } from './faults';

/** A household that phones share. */
export interface TestHousehold {
  secret: Bytes;
  keys: HouseholdKeys;
}

export const householdOf = async (secret: Bytes): Promise<TestHousehold> => ({
  secret,
  keys: await deriveKeys(secret),
});

/** The household of the tests that have only one. */
let household: Promise<TestHousehold> | null = null;
const testHousehold = (): Promise<TestHousehold> => {
  household ??= householdOf(new Uint8Array(32).fill(7));
  return household;
};
export const testKeys = async (): Promise<HouseholdKeys> => (await testHousehold()).keys;

const sharingOf = (phoneId: string, { secret, keys }: TestHousehold): Sharing => ({
  id: 'sharing',
  householdId: keys.householdId,
  secret,
  phoneId,
  name: phoneId,
  caregiverId: null,
  privateKey: new Uint8Array(1),
  publicKey: '',
  isJoining: false,
});

/** A phone of the household, with a clock of its own. */
export interface SharedPhone {
  id: string;
  db: InfernalDatabase;
  context: SyncContext;
  /** Faults of the next calls, the next one first; after them there are none. */
  faults: Fault[];
}

/** The home server of the household, simulated or real. */
export interface TestServer {
  /** Returns the client of one phone. `nextFault` is asked once for each call. */
  client(nextFault?: () => Fault): HouseholdClient;
}

/** Makes phones that share one log: the first one began it, the others joined and heard it. */
export async function sharedPhones(
  server: TestServer,
  skews: readonly number[],
  clock: () => Instant,
  household?: TestHousehold,
): Promise<SharedPhone[]> {
  const { secret, keys } = household ?? (await testHousehold());
  await server.client().createHousehold();
  const phones: SharedPhone[] = [];
  for (const [index, skewMs] of skews.entries()) {
    const id = `phone ${index}`;
    const db = index === 0 ? await householdDatabase() : openWindow(freshDatabaseName());
    if (index === 0) await beginSharing(db, { sharing: sharingOf(id, { secret, keys }) });
    else
      await joinHousehold(db, {
        sharing: sharingOf(id, { secret, keys }),
        brings: null,
        timeZone: PARIS,
        now: clock(),
      });
    const faults: Fault[] = [];
    const client = server.client(() => faults.shift() ?? 'none');
    const context = {
      db,
      keys,
      client,
      phoneId: id,
      appVersion: '1',
      now: () => addMs(clock(), skewMs),
    };
    const phone = { id, db, context, faults };
    await syncRound(context);
    phones.push(phone);
  }
  return phones;
}

/** Runs one round, which a kill may end anywhere. Returns how it ended; null if it was killed. */
export const roundOf = (phone: SharedPhone) =>
  syncRound(phone.context).catch((error: unknown) => {
    if (error instanceof Killed) return null;
    throw error;
  });

/** Lets all phones hear everything, without any fault. */
export async function settle(phones: readonly SharedPhone[]): Promise<void> {
  for (let turn = 0; turn < 10; turn++) {
    const ends = [];
    for (const phone of phones) {
      phone.faults.length = 0;
      ends.push(await roundOf(phone));
    }
    const heads = ends.map((end) => (end?.ok && end.value.kind === 'same' ? end.value.head : JSON.stringify(end)));
    if (heads.every((head) => typeof head === 'number' && head === heads[0])) return;
  }
  throw new Error('the phones never came to the same');
}

/** The log as the text of a backup: two logs are the same if these are, to the byte. */
export const logText = async (db: InfernalDatabase): Promise<string> =>
  serializeBackup({ exportedAt: 0 as Instant, log: (await readWholeLog(db)).log });
