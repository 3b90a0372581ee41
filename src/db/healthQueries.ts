import { LONGEST_DOSE_INTERVAL_MS } from '@/domain/health/medicinesToWaitFor';
import { type Dose, isDose, type Observation, type Temperature } from '@/domain/health/observation';
import type { Episode } from '@/domain/rows/others';
import { addMs, DAY_MS, type Instant } from '@/lib/time';
import type { InfernalDatabase } from './database';
import { parseLiveRows } from './parseRows';

/** Returns all illnesses of all children. They are few, even in a long log. */
export const readEpisodes = async (db: InfernalDatabase): Promise<Episode[]> =>
  parseLiveRows('episodes', await db.episodes.toArray()).rows;

/** A number greater than every instant, also in an index. */
const END_OF_TIME = Number.POSITIVE_INFINITY;

const observationsOfChild = (db: InfernalDatabase, childId: string, from: number, to: number = END_OF_TIME) =>
  db.observations.where('[childId+at]').between([childId, from], [childId, to], true, false);

const isLive = ({ deletedAt }: Observation): boolean => deletedAt === null;

/**
 * Returns a child's observations in `[from, to)`, oldest first. Uses an index, so the length of the
 * log makes no difference.
 */
export const readObservationsBetween = async (
  db: InfernalDatabase,
  childId: string,
  from: Instant,
  to: Instant,
): Promise<Observation[]> =>
  parseLiveRows('observations', await observationsOfChild(db, childId, from, to).toArray()).rows;

/** Returns up to `count` of a child's latest observations, newest first. */
export const readLatestObservations = async (
  db: InfernalDatabase,
  childId: string,
  count: number,
): Promise<Observation[]> =>
  parseLiveRows(
    'observations',
    await observationsOfChild(db, childId, 0).reverse().filter(isLive).limit(count).toArray(),
  ).rows;

/** Returns the last temperature taken of a child since an instant; null if there is none. */
export async function readLastTemperature(
  db: InfernalDatabase,
  childId: string,
  since: Instant,
): Promise<Temperature | null> {
  const { rows } = parseLiveRows('observations', await observationsOfChild(db, childId, since).toArray());
  return rows.findLast((row) => row.kind === 'temperature') ?? null;
}

/** The app suggests only medicines that were given within this time. */
const RECENT_MS = 90 * DAY_MS;

/** Returns every dose a child was given in the last 90 days, newest first. */
export async function readRecentDoses(db: InfernalDatabase, childId: string, now: Instant): Promise<Dose[]> {
  const { rows } = parseLiveRows(
    'observations',
    await observationsOfChild(db, childId, addMs(now, -RECENT_MS)).toArray(),
  );
  return rows.filter(isDose).reverse();
}

/**
 * Returns the doses of all children whose interval may still be running. Uses an index, because
 * Tonight reads it.
 */
export async function readDosesWithinLongestInterval(db: InfernalDatabase, now: Instant): Promise<Dose[]> {
  const recentRows = db.observations.where('at').above(addMs(now, -LONGEST_DOSE_INTERVAL_MS));
  return parseLiveRows('observations', await recentRows.toArray()).rows.filter(isDose);
}
