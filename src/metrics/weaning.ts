import type { HouseholdLog } from '@/domain/rows/tables';
import type { Day, Instant } from '@/lib/time';
import { addDays } from '@/lib/zone';
import type { MetricAccumulator } from './metricAccumulator';
import { computeNightFacts, isObserved, scopeOf } from './nightFacts';
import { share } from './percentiles';

/** Recoveries without a feed. */
export interface Weaning {
  /** The share of the recoveries in which no feed was logged, 0 to 1; null without a recovery. */
  withoutFeed: number | null;
  /** The number of recoveries: counted incidents that settled, alone or not. */
  n: number;
}

/**
 * Returns how often sleep comes back without a feed, over counted incidents that settled. An
 * unlogged feed is unknown: it counts as no feed.
 *
 * @example three recoveries, a feed in one of them → withoutFeed 0.667, n 3
 */
export function weaning(): MetricAccumulator<Weaning> {
  let [n, withoutFeed] = [0, 0];
  return {
    add({ counted }) {
      for (const { resolution, remedies } of counted) {
        if (!resolution || resolution.outcome === 'upForDay') continue;
        n += 1;
        if (remedies.every(({ remedy }) => remedy !== 'feed')) withoutFeed += 1;
      }
    },
    value: () => ({ withoutFeed: share(withoutFeed, n), n }),
  };
}

/**
 * Four weeks lie between the two weeks that are compared, because a child changes more slowly than
 * a night does.
 */
const WEANING_WEEKS_APART = 4;

/** The recoveries without a feed in each of two weeks. */
export interface WeaningTrend {
  /** In the seven nights up to the night in question. */
  recent: Weaning;
  /** In the seven nights four weeks before. */
  before: Weaning;
}

/** Returns the first night that {@link weaningTrend} reads. */
export const weaningTrendFrom = (to: Day): Day => addDays(to, 1 - 7 * (WEANING_WEEKS_APART + 1));

/**
 * Returns the share of recoveries without a feed in the seven nights up to `to`, and in the seven
 * nights four weeks before. The range that is on the screen does not matter.
 */
export function weaningTrend(log: HouseholdLog, to: Day, now: Instant): WeaningTrend {
  const weekUpTo = (lastNight: Day): Weaning => {
    const scope = scopeOf(log, { from: addDays(lastNight, -6), to: lastNight }, now);
    const figure = weaning();
    for (const night of computeNightFacts(log, scope)) if (isObserved(night)) figure.add(night);
    return figure.value();
  };
  return { recent: weekUpTo(to), before: weekUpTo(addDays(to, -7 * WEANING_WEEKS_APART)) };
}
