import type { HouseholdLog } from '@/domain/rows/tables';
import type { Day, Instant } from '@/lib/time';
import { addDays } from '@/lib/zone';
import type { MetricAccumulator } from './metricAccumulator';
import { computeNightFacts, isObserved, scopeOf } from './nightFacts';
import { share } from './percentiles';

/** Recoveries without a feed. */
export interface Weaning {
  /** Of the recoveries, those in which no feed was logged, 0 to 1; null without any. */
  withoutFeed: number | null;
  /** Recoveries: counted incidents that settled, alone or not. */
  n: number;
}

/**
 * How often sleep comes back without a feed, over counted incidents that settled. What was not logged is not known: a feed
 * nobody tapped counts as none.
 *
 * @example three recoveries, a feed in one of them → withoutFeed 0.667, n 3
 */
export function weaning(): MetricAccumulator<Weaning> {
  let [n, without] = [0, 0];
  return {
    add({ counted }) {
      for (const { resolution, remedies } of counted) {
        if (!resolution || resolution.outcome === 'upForDay') continue;
        n += 1;
        if (remedies.every(({ remedy }) => remedy !== 'feed')) without += 1;
      }
    },
    value: () => ({ withoutFeed: share(without, n), n }),
  };
}

/** So many weeks lie between the two that are compared: a child changes slower than a night does. */
const WEANING_WEEKS_APART = 4;

/** Recoveries without a feed, a week each. */
export interface WeaningTrend {
  /** In the seven nights up to one. */
  recent: Weaning;
  /** In the seven nights four weeks before. */
  before: Weaning;
}

/** The first night that {@link weaningTrend} reads. */
export const weaningTrendFrom = (to: Day): Day => addDays(to, 1 - 7 * (WEANING_WEEKS_APART + 1));

/**
 * The share of recoveries without a feed over the weeks: in the seven nights up to `to`, and in those four weeks before, whatever the range
 * that is looked at.
 */
export function weaningTrend(log: HouseholdLog, to: Day, now: Instant): WeaningTrend {
  const weekUpTo = (last: Day): Weaning => {
    const scope = scopeOf(log, { from: addDays(last, -6), to: last }, now);
    const figure = weaning();
    for (const night of computeNightFacts(log, scope)) if (isObserved(night)) figure.add(night);
    return figure.value();
  };
  return { recent: weekUpTo(to), before: weekUpTo(addDays(to, -7 * WEANING_WEEKS_APART)) };
}
