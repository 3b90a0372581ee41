import { lastStartedNight } from '@/domain/night';
import type { HouseholdLog } from '@/domain/rows/tables';
import type { Instant } from '@/lib/time';
import { addDays } from '@/lib/zone';
import type { InfernalDatabase } from './database';
import { readLogBetween } from './logQueries';
import { readPeople } from './queries';

/** The figures for other tools look back 28 nights (exports/openMetrics/family.ts). */
const NIGHTS = 28;

/** Returns the part of the log that the figures of `now` need; null without a household. */
export async function readFiguresLog(db: InfernalDatabase, now: Instant): Promise<HouseholdLog | null> {
  const { household } = await readPeople(db);
  if (!household) return null;
  const night = lastStartedNight(household, now);
  return readLogBetween(db, addDays(night, 1 - NIGHTS), night, household);
}
