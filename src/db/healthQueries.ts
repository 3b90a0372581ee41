import { LONGEST_DOSE_INTERVAL_MS } from '@/domain/health/medicinesToWaitFor';
import { type Dose, isDose, type Observation, type Temperature } from '@/domain/health/observation';
import type { Episode } from '@/domain/rows/others';
import { addMs, DAY_MS, type Instant } from '@/lib/time';
import type { InfernalDatabase } from './database';
import { parseLiveRows } from './parseRows';

/** Every illness of every child. There are few of them, however many nights there were. */
export const readEpisodes = async (db: InfernalDatabase): Promise<Episode[]> =>
  parseLiveRows('episodes', await db.episodes.toArray()).rows;

/** Beyond any instant, and after it in an index. */
const EVER = Number.POSITIVE_INFINITY;

const observationsOfChild = (db: InfernalDatabase, childId: string, from: number, to: number = EVER) =>
  db.observations.where('[childId+at]').between([childId, from], [childId, to], true, false);

const isThere = ({ deletedAt }: Observation): boolean => deletedAt === null;

/** A child's observations in `[from, to)`, oldest first. By index, whatever the log's length. */
export const readObservationsBetween = async (
  db: InfernalDatabase,
  childId: string,
  from: Instant,
  to: Instant,
): Promise<Observation[]> =>
  parseLiveRows('observations', await observationsOfChild(db, childId, from, to).toArray()).rows;

/** A child's latest observations, newest first. */
export const readLatestObservations = async (
  db: InfernalDatabase,
  childId: string,
  count: number,
): Promise<Observation[]> =>
  parseLiveRows(
    'observations',
    await observationsOfChild(db, childId, 0).reverse().filter(isThere).limit(count).toArray(),
  ).rows;

/** The last temperature of a child that was taken since an instant; null without one. */
export async function readLastTemperature(
  db: InfernalDatabase,
  childId: string,
  since: Instant,
): Promise<Temperature | null> {
  const { rows } = parseLiveRows('observations', await observationsOfChild(db, childId, since).toArray());
  return rows.findLast((row) => row.kind === 'temperature') ?? null;
}

/** A medicine that was last given this long ago is no longer at hand. */
const RECENT_MS = 90 * DAY_MS;

/** The medicines a child was given of late, newest first, every dose. */
export async function readRecentDoses(db: InfernalDatabase, childId: string, now: Instant): Promise<Dose[]> {
  const { rows } = parseLiveRows(
    'observations',
    await observationsOfChild(db, childId, addMs(now, -RECENT_MS)).toArray(),
  );
  return rows.filter(isDose).reverse();
}

/** Whatever any child was given so lately that its interval may still run. By index: Tonight asks for it. */
export async function readDosesWithinLongestInterval(db: InfernalDatabase, now: Instant): Promise<Dose[]> {
  const lately = db.observations.where('at').above(addMs(now, -LONGEST_DOSE_INTERVAL_MS));
  return parseLiveRows('observations', await lately.toArray()).rows.filter(isDose);
}
