import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { readLogBetween, readLogStart } from '@/db/queries';
import { lastStartedNight } from '@/domain/night';
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
import { nightsPerStep, previousRange, selectedRange } from './range';

/** Everything that the cards show, computed from one query of the log. */
export interface DashboardView {
  range: NightRange;
  /** The last night that has begun. */
  latestNight: Day;
  now: Instant;
  /**
   * The log of the range, of the range before, of at least five weeks, and of the nights in which
   * patterns are searched. It contains one child only if a child is chosen.
   */
  log: HouseholdLog;
  metrics: Metrics;
  /** The metrics of the range of the same length right before. */
  previousMetrics: Metrics;
  charts: Charts;
  /** The weaning week by week, for the weeks that are over at the end of the range. */
  weaning: WeaningTrend;
  /**
   * The patience of each caregiver, 0 to 100, by caregiver id. It is a game, and no figure is
   * computed from it.
   */
  patience: Record<string, number>;
  /**
   * What recurs in the four weeks up to the end of the range, whatever the range's length; the most
   * certain pattern first.
   */
  patterns: Pattern[];
  /** 1, or 7 if each mark of a chart stands for a week. */
  nightsPerStep: number;
  /** Whether anything was ever logged. */
  hasEverLogged: boolean;
}

/**
 * Returns the dashboard's figures as a live query. Returns null until the first result; while
 * another range is read and computed, the previous result stays.
 */
export function useDashboard(): DashboardView | null {
  const { db, household } = useHousehold();
  const now = useNow(MINUTE_MS);
  const { span, from, to, childId } = useDashboardChoice();
  const { timeZone } = household;
  const latestNight = lastStartedNight(household, now);

  const result = useLiveQuery(async () => {
    const range = selectedRange({ span, from, to }, latestNight);
    const starts = [previousRange(range).from, weaningTrendFrom(range.to), patternRange(range.to).from];
    const log = await readLogBetween(db, starts.sort()[0] ?? range.from, range.to, timeZone);
    const first = await readLogStart(db);
    return (
      log && {
        range,
        log: filterByChild(log, childId),
        hasEverLogged: first.detectedAt !== null || first.night !== null,
      }
    );
  }, [db, span, from, to, childId, latestNight, timeZone]);

  return useMemo(() => {
    if (!result) return null;
    const { range, log } = result;
    const step = nightsPerStep(range);
    return {
      ...result,
      latestNight,
      now,
      metrics: computeMetrics(log, range, now),
      previousMetrics: computeMetrics(log, previousRange(range), now),
      charts: computeCharts(log, range, now, step),
      weaning: weaningTrend(log, range.to, now),
      patience: patience(log, range, now),
      patterns: patterns(log, patternRange(range.to), now),
      nightsPerStep: step,
    };
  }, [result, latestNight, now]);
}

/** Returns the log of one child alone. What the parents did for other children is left out, too. */
function filterByChild(log: HouseholdLog, childId: string | null): HouseholdLog {
  if (childId === null || log.children.every(({ id }) => id !== childId)) return log;
  return {
    ...log,
    children: log.children.filter(({ id }) => id === childId),
    incidents: log.incidents.filter((incident) => incident.childId === childId),
    episodes: log.episodes.filter((episode) => episode.childId === childId),
  };
}
