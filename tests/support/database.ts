import { afterEach, vi } from 'vitest';
import { addPastIncident } from '@/db/correctIncident';
import { type DatabaseTrouble, InfernalDatabase } from '@/db/database';
import { openIncident } from '@/db/incidents';
import { forgetPending, pendingWrites } from '@/db/pending';
import { toStoredIncident } from '@/db/storedIncident';
import type { Incident } from '@/domain/rows/incident';
import type { Instant } from '@/lib/time';
import { dad, household, LEO, leo, mum, tonightAt, zoe } from './factories';

const opened: InfernalDatabase[] = [];
let count = 0;

export const freshDatabaseName = (): string => `test ${++count}`;

/** Opens a window of the app on a database. It is closed after the test. */
export function openWindow(name: string, onTrouble?: (trouble: DatabaseTrouble) => void): InfernalDatabase {
  const db = new InfernalDatabase(name, onTrouble, () => import('@/db/migrations/migrations'));
  opened.push(db);
  return db;
}

/** Creates a database with Léo, Zoé, Mum, Dad and the given incidents. */
export async function householdDatabase(
  incidents: readonly Incident[] = [],
  name = freshDatabaseName(),
): Promise<InfernalDatabase> {
  const db = openWindow(name);
  await db.household.put(household());
  await db.children.bulkPut([leo, zoe]);
  await db.caregivers.bulkPut([mum, dad]);
  await db.incidents.bulkPut(incidents.map(toStoredIncident));
  return db;
}

/** Logs "Léo woke" as the screen does. */
export const logWakeUp = (
  db: InfernalDatabase,
  time: string | Instant = '02:43',
  more: Partial<Parameters<typeof openIncident>[1]> = {},
) => {
  const at = typeof time === 'string' ? tonightAt(time) : time;
  return openIncident(db, {
    incidentId: `woke ${time}`,
    childId: LEO,
    detected: { id: `cry ${time}`, at, estimated: false, updatedAt: at, deletedAt: null, by: null, via: 'tap' },
    now: at,
    ...more,
  });
};

/** Logs a past wake-up in the morning. */
export const logPastWakeUp = (db: InfernalDatabase, { id, childId, timeline }: Incident, now = tonightAt('09:00')) =>
  addPastIncident(db, { incidentId: id, childId, timeline, now });

/** Deletes all databases that are open, where a test opens thousands of them. */
export async function deleteWindows(): Promise<void> {
  for (const db of opened.splice(0)) await db.delete();
}

afterEach(async () => {
  // A failing storage of the test must not keep its pending writes from being forgotten.
  vi.restoreAllMocks();
  for (const db of opened.splice(0)) db.close();
  for (const { id } of await pendingWrites()) await forgetPending(id);
  localStorage.clear();
});
