import type { HouseholdLog } from '@/domain/rows/tables';
import type { Day, WallTime } from '@/lib/time';
import { addDays, instantOnWall, type Zone } from '@/lib/zone';
import type { InfernalDatabase } from './database';
import { spanAround } from './logQueries';
import { parseLiveRows } from './parseRows';
import { readIncidentsBetween, readPeople } from './queries';

const MIDNIGHT = '00:00' as WallTime;

/**
 * Returns the part of the log from which the paediatrician's report on the nights `from` to `to` is
 * made; null without a household. It contains the incidents and nights of all children, because
 * they tell which nights were logged. Illnesses and observations are those of the given child,
 * observations from the beginning of the first day to the end of the day after the last night.
 */
export async function readReportLog(
  db: InfernalDatabase,
  childId: string,
  from: Day,
  to: Day,
  zone: Zone,
): Promise<HouseholdLog | null> {
  const { household, children, caregivers } = await readPeople(db);
  if (!household) return null;
  const incidents = await readIncidentsBetween(db, ...spanAround(from, to, zone));
  const nights = await db.nights.where('id').between(from, to, true, true).toArray();
  const episodes = await db.episodes.where('childId').equals(childId).toArray();
  const observations = await db.observations
    .where('[childId+at]')
    .between(
      [childId, instantOnWall(from, MIDNIGHT, zone)],
      [childId, instantOnWall(addDays(to, 2), MIDNIGHT, zone)],
      true,
      false,
    )
    .toArray();
  return {
    household,
    children,
    caregivers,
    incidents: incidents.rows,
    nights: parseLiveRows('nights', nights).rows,
    episodes: parseLiveRows('episodes', episodes).rows,
    observations: parseLiveRows('observations', observations).rows,
    chores: [],
    naps: [],
    runbooks: [],
  };
}
