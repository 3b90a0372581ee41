import type { HouseholdLog } from '@/domain/rows/tables';
import type { Day, WallTime } from '@/lib/time';
import { addDays, instantOnWall } from '@/lib/zone';
import type { InfernalDatabase } from './database';
import { parseLiveRows } from './parseRows';
import { readIncidentsBetween, readPeople, spanAround } from './queries';

const MIDNIGHT = '00:00' as WallTime;

/**
 * What the paediatrician's report on the nights `from` to `to` is made of, as a log of its own; null without a household. By
 * index: the nights of everybody, for they say which were logged, and of the child the illnesses, and the observations from the
 * first day's beginning to the end of the day after the last night.
 */
export async function readReportLog(
  db: InfernalDatabase,
  childId: string,
  from: Day,
  to: Day,
  timeZone: string,
): Promise<HouseholdLog | null> {
  const { household, children, caregivers } = await readPeople(db);
  if (!household) return null;
  const incidents = await readIncidentsBetween(db, ...spanAround(from, to, timeZone));
  const nights = await db.nights.where('id').between(from, to, true, true).toArray();
  const episodes = await db.episodes.where('childId').equals(childId).toArray();
  const observations = await db.observations
    .where('[childId+at]')
    .between(
      [childId, instantOnWall(from, MIDNIGHT, timeZone)],
      [childId, instantOnWall(addDays(to, 2), MIDNIGHT, timeZone)],
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
