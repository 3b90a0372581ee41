import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { type NightsLog, readLogBetween } from '@/db/logQueries';
import type { Pattern } from '@/domain/pattern';
import type { RasterNight } from '@/domain/rasterNight';
import type { HouseholdLog } from '@/domain/rows/tables';
import { useHousehold } from '@/hooks/useHousehold';
import type { Day, Instant } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { computeCharts } from '@/metrics/computeCharts';
import { computeMetrics, type Metrics } from '@/metrics/computeMetrics';
import type { NightNote } from '@/metrics/nightNotes';
import type { NightFigures } from '@/metrics/nights';
import { patience } from '@/metrics/patience';
import { patterns } from '@/metrics/patterns/patterns';
import { patternRange } from '@/metrics/patterns/thresholds';

export interface NightAnalysis {
  /** The dashboard's metrics, computed for this one night. */
  metrics: Metrics;
  figures: NightFigures;
  raster: RasterNight;
  note: NightNote;
  /** The planned share of the hours on call, by caregiver id. */
  plannedShare: Record<string, number | null>;
  /** The patience at the end of the night, by caregiver id. */
  patience: Record<string, number>;
  /** The patterns that this night was a part of, as known when the night was over. */
  patterns: Pattern[];
  /** The names of all runbooks by id, including deleted ones. */
  runbookNames: ReadonlyMap<string, string>;
}

const NO_OTHER_ROWS = { episodes: [], observations: [], chores: [], naps: [], runbooks: [] };

/**
 * Patience starts at 100 and would hardly change in one night. This is the number of nights that
 * the dashboard shows by default.
 */
const PATIENCE_NIGHTS = 7;

/**
 * Returns one night's figures and its picture. They come from the same functions as the
 * dashboard's, so the two cannot differ.
 */
export function useNightAnalysis(night: Day, nightLog: NightsLog | undefined, now: Instant): NightAnalysis | null {
  const { db, household, children, caregivers } = useHousehold();
  const from = addDays(night, 1 - PATIENCE_NIGHTS);
  const patternNights = patternRange(night);
  const log = useLiveQuery(
    () => readLogBetween(db, patternNights.from, night, household),
    [db, patternNights.from, night, household],
  );
  return useMemo(() => {
    if (!nightLog || log === undefined) return null;
    // `log` is null if the household's own row cannot be read. The night is then shown from its own
    // rows alone.
    const rangeLog = log ?? { ...NO_OTHER_ROWS, incidents: nightLog.incidents, nights: nightLog.nightRows };
    const householdLog: HouseholdLog = { ...rangeLog, household, children, caregivers };
    const range = { from: night, to: night };
    const metrics = computeMetrics(householdLog, range, now);
    const charts = computeCharts(householdLog, range, now, 1);
    const [raster] = charts.raster;
    const [note] = charts.notes;
    const [figures] = metrics.nights;
    if (!raster || !note || !figures) return null;
    return {
      metrics,
      figures,
      raster,
      note,
      plannedShare: charts.planned,
      patience: patience(householdLog, { from, to: night }, now),
      patterns: patterns(householdLog, patternRange(night), now).filter(
        (pattern) => pattern.from <= night && night <= pattern.to,
      ),
      runbookNames: new Map(householdLog.runbooks.map(({ id, name }) => [id, name])),
    };
  }, [night, from, nightLog, log, now, household, children, caregivers]);
}
