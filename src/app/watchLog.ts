import type { InfernalDatabase } from '@/db/database';
import { agePreviousLog } from '@/db/previousLog';
import type { People } from '@/db/queries';
import { fillReserve } from '@/db/reserve';
import { readSide } from '@/db/sideDatabase';
import { findCachedWitness, findLoss, saveWitness, witnessIdOf } from '@/db/watchLog';
import { findWitness } from '@/db/witness';
import type { Incident } from '@/domain/rows/incident';
import { readClock } from '@/lib/clock';
import { useAppStatus } from '@/stores/status';

let comparing: Promise<void> | null = null;
let saving: Promise<void> = Promise.resolve();

/**
 * Does what a start need not wait for, the first time: compares the log with the witness, counts
 * the start for the replaced log, and fills the reserve. Notes what the log is now each time.
 */
export async function watchLog(db: InfernalDatabase, people: People, incidents: readonly Incident[]): Promise<void> {
  comparing ??= compare(db);
  await comparing;
  if (useAppStatus.getState().lostLog !== null) return;
  // In the order of the changes: an older state must not be noted after a newer one.
  saving = saving.then(() => saveWitness(db, people, incidents, readClock())).catch(() => {});
  await saving;
}

async function compare(db: InfernalDatabase): Promise<void> {
  const id = witnessIdOf(db);
  const witness = findWitness(await readSide(), id) ?? (await findCachedWitness(id));
  const what = await findLoss(db, witness);
  if (what && witness) useAppStatus.getState().set({ lostLog: { what, lastSeenAt: witness.seenAt } });
  await agePreviousLog(db, null);
  await fillReserve();
}
