import { nightWindow } from '@/domain/night';
import type { HouseholdLog } from '@/domain/rows/tables';
import type { Day, Instant } from '@/lib/time';
import { addDays } from '@/lib/zone';
import type { NightRange } from '@/metrics/nightPlans';
import { FAMILIES } from './families';
import { figuresAt, figuresOfNight } from './figures';
import { formatFamilies, type TimedSample } from './format';
import { sliceLog } from './logSlices';
import { type NamedBy, namePeople } from './people';

/**
 * Returns the figures at `now` as OpenMetrics text, for one scrape: without timestamps. A figure
 * that has nothing to be computed from has no sample.
 */
export function formatOpenMetrics(log: HouseholdLog, now: Instant, namedBy: NamedBy): string {
  const figures = figuresAt(log, now, namePeople(log, namedBy));
  return formatFamilies(
    FAMILIES.map((family) => ({ family, samples: family.read(figures).map((sample) => ({ ...sample, at: null })) })),
  );
}

/**
 * Returns one sample a night of each figure, for filling a history: each night that is over by
 * `now`, with the instant at which its hours ended. What was so at one moment only is left out.
 *
 * @param range the nights; null: none. Computing takes some milliseconds for each
 */
export function formatOpenMetricsHistory(
  log: HouseholdLog,
  range: NightRange | null,
  now: Instant,
  namedBy: NamedBy,
): string {
  const people = namePeople(log, namedBy);
  const slices = sliceLog(log);
  const samples = FAMILIES.map((): TimedSample[] => []);
  for (const { night, endedAt } of range ? finishedNights(log, range, now) : []) {
    const figures = figuresOfNight(slices, night, now, people);
    for (const [index, family] of FAMILIES.entries())
      samples[index]?.push(...family.read(figures).map((sample) => ({ ...sample, at: endedAt / 1000 })));
  }
  return formatFamilies(FAMILIES.map((family, index) => ({ family, samples: samples[index] ?? [] })));
}

/**
 * Returns the nights that are over, in order. A household that moved far to the west has lived two
 * evenings at once: a night that does not end after the one before it is left out.
 */
function finishedNights({ household }: HouseholdLog, { from, to }: NightRange, now: Instant) {
  const nights: { night: Day; endedAt: Instant }[] = [];
  for (let night = from; night <= to; night = addDays(night, 1)) {
    const endedAt = nightWindow(night, household).end;
    if (endedAt <= now && endedAt > (nights.at(-1)?.endedAt ?? 0)) nights.push({ night, endedAt });
  }
  return nights;
}
