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

/** Everything the cards show, computed from one reading of the log. */
export interface DashboardView {
  range: NightRange;
  /** The last night that has begun. */
  latestNight: Day;
  now: Instant;
  /** The log of the range, of the one before, of five weeks at least and of the nights patterns are looked for in; of the chosen child if one was chosen. */
  log: HouseholdLog;
  metrics: Metrics;
  /** The same over as many nights right before. */
  previousMetrics: Metrics;
  charts: Charts;
  /** Over the weeks, as far as they are over by the range's end. */
  weaning: WeaningTrend;
  /** What is left in each caregiver, 0 to 100. A game: no figure is made of it. */
  patience: Record<string, number>;
  /** What recurs in the four weeks up to the range's end, however long the range: the most certain first. */
  patterns: Pattern[];
  /** 1, or 7 where a mark stands for a week. */
  nightsPerStep: number;
  /** Whether anything was ever logged. */
  hasEverLogged: boolean;
}

/**
 * The dashboard's figures, live. Null until there is something to show; while another range is read and computed, the old one
 * stays.
 */
export function useDashboard(): DashboardView | null {
  const { db, household } = useHousehold();
  const now = useNow(MINUTE_MS);
  const { span, from, to, childId } = useDashboardChoice();
  const { timeZone } = household;
  const latestNight = lastStartedNight(household, now);

  const read = useLiveQuery(async () => {
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
    if (!read) return null;
    const { range, log } = read;
    const step = nightsPerStep(range);
    return {
      ...read,
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
  }, [read, latestNight, now]);
}

/** A household of that child alone: what the parents did for the others is left out, too. */
function filterByChild(log: HouseholdLog, childId: string | null): HouseholdLog {
  if (childId === null || log.children.every(({ id }) => id !== childId)) return log;
  return {
    ...log,
    children: log.children.filter(({ id }) => id === childId),
    incidents: log.incidents.filter((incident) => incident.childId === childId),
    episodes: log.episodes.filter((episode) => episode.childId === childId),
  };
}
