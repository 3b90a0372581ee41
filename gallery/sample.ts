import { fillGameDay } from '@/app/fillGameDay';
import { InfernalDatabase } from '@/db/database';
import { changeIncident } from '@/db/incidents';
import { readLogBetween } from '@/db/logQueries';
import { readPeople } from '@/db/queries';
import { presentNight, readTonight } from '@/db/tonight';
import { nightOf } from '@/domain/night';
import type { HouseholdLog } from '@/domain/rows/tables';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import type { HouseholdRows } from '@/hooks/useHousehold';
import type { Translation } from '@/i18n/useTranslation';
import { deviceTimeZone } from '@/lib/deviceZone';
import type { Day, Instant } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { type Charts, computeCharts } from '@/metrics/computeCharts';

/**
 * The name differs from the app's database, and the database is in memory (see main.tsx), so a tap
 * in the gallery changes no real log.
 */
const DATABASE_NAME = 'infernalops-gallery';
const SEED = 13;
const NIGHTS = 84;

/** The data that the gallery draws: the household of a GameDay, and what the charts show of it. */
export interface Sample {
  rows: HouseholdRows;
  log: HouseholdLog;
  charts: Charts;
}

/** Simulates twelve weeks of nights up to last night, in the language of `words`. */
export async function makeSample(words: Translation, now: Instant): Promise<Sample> {
  const db = new InfernalDatabase(DATABASE_NAME);
  await fillGameDay(db, SEED, words, now);
  const timeZone = deviceTimeZone();
  const to = addDays(nightOf(now, timeZone), -1);
  const range = { from: addDays(to, 1 - NIGHTS), to };
  const log = await readLogBetween(db, range.from, range.to, timeZone);
  if (!log) throw new Error('the sample has no household');
  const people = await readPeople(db);
  await forgetCauses(db, log, to, now);
  return {
    rows: { db, people, tonight: await readTonight(db, presentNight(people.household, now), people.household) },
    log,
    charts: computeCharts(log, range, now, 1),
  };
}

/**
 * Removes the causes of one night's incidents, so that the morning review has a question to ask.
 */
async function forgetCauses(db: InfernalDatabase, log: HouseholdLog, night: Day, now: Instant): Promise<void> {
  for (const { id, timeline } of log.incidents) {
    const state = foldTimeline(timeline);
    if (!state || nightOf(state.detectedAt, log.household.timeZone) !== night) continue;
    await changeIncident(db, { incidentId: id, change: { causeId: null }, now });
  }
}
