import type { Pattern } from '@/domain/pattern';
import type { HouseholdLog } from '@/domain/rows/tables';
import type { Instant } from '@/lib/time';
import type { NightRange } from '@/metrics/nightPlans';
import { changePattern } from './changePattern';
import { readChildNights } from './childNights';
import { hourPattern } from './hourPattern';
import { intervalPattern } from './intervalPattern';

/**
 * Returns what recurs in a range of nights, child by child. Patterns that still hold come before
 * those that are over, and then those with more matching nights come first. Most ranges have no
 * pattern. Source: metrics.md, "Patterns".
 *
 * @param range as `patternRange` returns it: the rate of false findings was measured over that many
 * nights
 * @param now nights that are not over by then are left out
 */
export function patterns(log: HouseholdLog, range: NightRange, now: Instant): Pattern[] {
  return readChildNights(log, range, now)
    .flatMap(({ child: { id }, nights }): (Pattern | null)[] => [
      intervalPattern(id, nights),
      hourPattern(id, nights, log.household),
      changePattern(id, nights, log.episodes),
    ])
    .filter((found) => found !== null)
    .sort((a, b) => Number(a.isOver) - Number(b.isOver) || b.matchingNights - a.matchingNights);
}
