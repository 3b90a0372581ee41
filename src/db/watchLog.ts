import type { Incident } from '@/domain/rows/incident';
import type { Instant } from '@/lib/time';
import type { InfernalDatabase } from './database';
import type { FirstPeople } from './firstHousehold';
import { ensureLogId } from './logId';
import { readReplacedAt } from './previousLog';
import type { People } from './queries';
import { putSideFact, removeSideFact } from './sideWrites';
import { type Witness, type WitnessId, witnessKey } from './witness';

/* Writes the witness of the log, and compares the log with it (`witness.ts`). */

/**
 * Notes the present state of the log.
 *
 * @param incidents some incidents, with the one that was changed last if that is known
 */
export async function saveWitness(
  db: InfernalDatabase,
  people: People,
  incidents: readonly Incident[],
  now: Instant,
): Promise<void> {
  if (db.logId === null) await ensureLogId(db, null);
  const { logId } = db;
  if (logId === null) return;
  const last = incidents.length > 0 ? null : await db.incidents.orderBy('detectedAt').last();
  const latest = [...incidents, ...(last ? [last] : [])]
    .map((incident) => ({ id: incident.id, changedAt: lastChangeOf(incident) }))
    .reduce<Witness['latest']>((last, one) => (last === null || one.changedAt > last.changedAt ? one : last), null);
  const { household, children, caregivers } = people;
  const incidentCount = await db.incidents.count();
  const known: FirstPeople = { household, children, caregivers };
  const id = witnessIdOf(db);
  const witness: Witness = { id, logId, seenAt: now, incidentCount, latest, people: known };
  const text = JSON.stringify(witness);
  try {
    localStorage.setItem(witnessKey(id), text);
  } catch {
    // The other witnesses remain.
  }
  const putInCache = async () => (await caches.open(CACHE)).put(addressOf(id), new Response(text));
  await Promise.allSettled([putSideFact(witness), putInCache()]);
}

const CACHE = 'infernalops-witness';
const addressOf = (id: WitnessId) => `${id}.json`;

/** Which witness has seen this log: only the second log is in a place of its own. */
export const witnessIdOf = ({ factory }: InfernalDatabase): WitnessId => (factory ? 'secondWitness' : 'witness');

/** Forgets a log that is not needed any more, so that it is not said to be gone. */
export async function forgetWitness(id: WitnessId): Promise<void> {
  try {
    localStorage.removeItem(witnessKey(id));
  } catch {
    // There is none in it.
  }
  const removeFromCache = async () => (await caches.open(CACHE)).delete(addressOf(id));
  await Promise.allSettled([removeSideFact(id), removeFromCache()]);
}

/** Returns the witness in the cache, for the case that the others are gone; null if it is, too. */
export async function findCachedWitness(id: WitnessId): Promise<Witness | null> {
  try {
    const response = await (await caches.open(CACHE)).match(addressOf(id));
    return (await response?.json()) ?? null;
  } catch {
    return null;
  }
}

/**
 * Compares the log with the witness. Returns whether 'all' or 'part' of it is gone, or null if
 * nothing is known to be. An erasure and a restore by the user are no loss.
 */
export async function findLoss(db: InfernalDatabase, witness: Witness | null): Promise<'all' | 'part' | null> {
  if (!witness || witness.incidentCount === 0) return null;
  if (db.logId !== witness.logId) {
    // Browsers repair what they can, so the rows may be there and the id not.
    const known = await db.incidents.where('detectedAt').below(witness.seenAt).limit(1).count();
    return known === 0 ? 'all' : 'part';
  }
  const count = await db.incidents.count();
  const latest = witness.latest && (await db.incidents.get(witness.latest.id));
  const isOlder = witness.latest !== null && (!latest || lastChangeOf(latest) < witness.latest.changedAt);
  if (count >= witness.incidentCount && !isOlder) return null;
  const replacedAt = await readReplacedAt(db);
  return replacedAt !== null && replacedAt >= witness.seenAt ? null : 'part';
}

/** The row may be one that cannot be read, so its timeline may be missing. */
const lastChangeOf = ({ updatedAt, timeline }: Partial<Incident>): Instant =>
  Math.max(updatedAt ?? 0, ...(timeline ?? []).map((entry) => entry.updatedAt)) as Instant;
