import type { Pattern } from '@/domain/pattern';
import type { Incident } from '@/domain/rows/incident';
import type { NightRow } from '@/domain/rows/others';
import type { HouseholdLog } from '@/domain/rows/tables';
import { type Instant, addMs as instantAfter, MINUTE_MS } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { patterns } from '@/metrics/patterns/patterns';
import { patternRange } from '@/metrics/patterns/thresholds';
import { at, day, entry, incident, LEO, leo, nightRow, PARIS } from './factories';
import { logWith } from './metrics';

/*
 * Nights of cries for the tests of patterns: Léo alone, seen from the noon after the last night.
 */

interface CryOptions {
  childId?: string;
  timeZone?: string;
}

/**
 * A wake-up of ten minutes at a time of a night. `01:30` is in the morning after the night's
 * evening.
 */
export function wakeUpAt(night: string, time: string, { childId = LEO, timeZone = PARIS }: CryOptions = {}): Incident {
  const from = at(`${time < '12' ? addDays(day(night), 1) : night} ${time}`, timeZone);
  return wakeUpFrom(from, childId);
}

export const wakeUpFrom = (from: Instant, childId = LEO): Incident =>
  incident([entry('detected', from), entry('resolved', instantAfter(from, 10 * MINUTE_MS))], {
    id: `${childId} ${from}`,
    childId,
  });

/**
 * Consecutive nights from a first one, each given by its cries. An empty list is a quiet night;
 * null is a night that nobody logged.
 */
export function nightsFrom(
  firstNight: string,
  nights: readonly (readonly string[] | null)[],
  cries: CryOptions = {},
): { incidents: Incident[]; nights: NightRow[] } {
  const cryNights = nights.map((times, index) => ({ night: addDays(day(firstNight), index), times }));
  return {
    incidents: cryNights.flatMap(({ night, times }) => (times ?? []).map((time) => wakeUpAt(night, time, cries))),
    nights: cryNights
      .filter(({ times }) => times?.length === 0)
      .map(({ night }) => nightRow({ id: night, quiet: true })),
  };
}

/**
 * Returns the times of `count` cries (at most ten), an hour and five minutes apart, for tests that
 * only count cries.
 */
export const cryTimes = (count: number): string[] =>
  ['20:30', '21:35', '22:40', '23:45', '00:50', '01:55', '03:00', '04:05', '05:10', '06:15'].slice(0, count);

/** Returns a list with the same night `count` times. */
export const repeated = <T>(count: number, night: T): T[] => Array.from({ length: count }, () => night);

export function patternsOf(more: Partial<HouseholdLog>, to: string, now?: Instant): Pattern[] {
  const log = logWith({ children: [leo], ...more });
  const noon = at(`${addDays(day(to), 1)} 12:00`, log.household.timeZone);
  return patterns(log, patternRange(day(to)), now ?? noon);
}

export { illnessEpisode } from './health';
