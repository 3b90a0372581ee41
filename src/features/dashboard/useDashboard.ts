import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { readLogBetween, readLogStart } from '@/db/logQueries';
import { lastStartedNight, nightOf } from '@/domain/night';
import type { Pattern } from '@/domain/pattern';
import type { HouseholdLog } from '@/domain/rows/tables';
import { useHousehold } from '@/hooks/useHousehold';
import { useNow } from '@/hooks/useNow';
import { type Day, type Instant, MINUTE_MS } from '@/lib/time';
import { type Charts, computeCharts } from '@/metrics/computeCharts';
import { computeMetrics, type Metrics } from '@/metrics/computeMetrics';
import type { NightRange } from '@/metrics/nightPlans';
import { patience } from '@/metrics/patience';
import { patterns } from '@/metrics/patterns/patterns';
import { patternRange } from '@/metrics/patterns/thresholds';
import { type WeaningTrend, weaningTrend, weaningTrendFrom } from '@/metrics/weaning';
import { useDashboardChoice } from '@/stores/dashboard';
import { MIN_CASES } from './cases';
import { nightsPerBucket, previousRange, selectedRange } from './range';

/** Everything that the cards show, computed from one query of the log. */
export interface DashboardView {
  range: NightRange;
  /** The latest night that has begun, as `lastStartedNight` returns it. */
  latestNight: Day;
  now: Instant;
  /**
   * The log from the earliest night that any card needs: for the previous range, for the weaning
   * trend (five weeks) or for the patterns. If a child is chosen, it contains that child only.
   */
  log: HouseholdLog;
  metrics: Metrics;
  /**
   * The metrics of the range of the same length right before; null if fewer than five of its nights
   * are logged, which is too few to compare with.
   */
  previousMetrics: Metrics | null;
  charts: Charts;
  /** The weaning week by week, for the complete weeks before the end of the range. */
  weaning: WeaningTrend;
  /**
   * The patience of each caregiver, 0 to 100, by caregiver id. It is only for fun: no figure is
   * computed from it.
   */
  patience: Record<string, number>;
  /**
   * The recurring patterns in the four weeks up to the end of the range, whatever the range's
   * length; the most certain pattern first.
   */
  patterns: Pattern[];
  /** 1, or 7 if each mark of a chart stands for a week. */
  nightsPerBucket: number;
  /** Whether anything was ever logged. */
  hasEverLogged: boolean;
}

/**
 * Returns the dashboard's figures as a live query. Returns null until the first result; while
 * another range is read and computed, the previous result is kept.
 */
export function useDashboard(): DashboardView | null {
  const { db, household } = useHousehold();
  const now = useNow(MINUTE_MS);
  const { span, from, to, childId } = useDashboardChoice();
  const latestNight = lastStartedNight(household, now);

  const result = useLiveQuery(async () => {
    const range = selectedRange({ span, from, to }, latestNight);
    const reads = [previousRange(range).from, weaningTrendFrom(range.to), patternRange(range.to).from];
    // A day is an ISO string, so the first in order is the earliest.
    const log = await readLogBetween(db, reads.sort()[0] ?? range.from, range.to, household);
    const { detectedAt, night } = await readLogStart(db);
    const starts = [detectedAt === null ? null : nightOf(detectedAt, household), night].filter((day) => day !== null);
    return log && { range, log: filterByChild(log, childId), logStart: starts.sort()[0] ?? null };
  }, [db, span, from, to, childId, latestNight, household]);

  return useMemo(() => {
    if (!result) return null;
    const { range, log, logStart } = result;
    const previousMetrics = computeMetrics(log, previousRange(range), now);
    const bucketNights = nightsPerBucket(range, logStart ?? range.to);
    return {
      range,
      log,
      hasEverLogged: logStart !== null,
      latestNight,
      now,
      metrics: computeMetrics(log, range, now),
      previousMetrics: previousMetrics.availability.observedNights < MIN_CASES ? null : previousMetrics,
      charts: computeCharts(log, range, now, bucketNights),
      weaning: weaningTrend(log, range.to, now),
      patience: patience(log, range, now),
      patterns: patterns(log, patternRange(range.to), now),
      nightsPerBucket: bucketNights,
    };
  }, [result, latestNight, now]);
}

/**
 * Returns the log of one child alone, so that the caregivers' figures count only what they did for
 * this child. Returns the whole log for null and for a child who is not in it.
 */
function filterByChild(log: HouseholdLog, childId: string | null): HouseholdLog {
  if (childId === null || log.children.every(({ id }) => id !== childId)) return log;
  return {
    ...log,
    children: log.children.filter(({ id }) => id === childId),
    incidents: log.incidents.filter((incident) => incident.childId === childId),
    episodes: log.episodes.filter((episode) => episode.childId === childId),
  };
}
