import type { Pattern } from '@/domain/pattern';
import type { HouseholdLog } from '@/domain/rows/tables';
import type { Instant } from '@/lib/time';
import type { NightRange } from '@/metrics/nightPlans';
import { changePattern } from './changePattern';
import { readChildNights } from './childNights';
import { hourPattern } from './hourPattern';
import { intervalPattern } from './intervalPattern';

/**
 * What recurs in a range of nights, child by child: what goes on before what is over, then what stands on the most nights. Mostly
 * there is nothing. Source: metrics.md, "Patterns".
 *
 * @param range as `patternRange` makes it: the chance of finding something in nothing was measured over so many nights
 * @param now nights that are not over by then are left out
 */
export function patterns(log: HouseholdLog, range: NightRange, now: Instant): Pattern[] {
  const { timeZone } = log.household;
  return readChildNights(log, range, now)
    .flatMap(({ child: { id }, nights }): (Pattern | null)[] => [
      intervalPattern(id, nights),
      hourPattern(id, nights, timeZone),
      changePattern(id, nights, log.episodes),
    ])
    .filter((found) => found !== null)
    .sort((a, b) => Number(a.isOver) - Number(b.isOver) || b.matchingNights - a.matchingNights);
}
