import { useMemo } from 'react';
import { useHousehold } from '@/components/household';
import type { NightsOf } from '@/db/queries';
import type { Day, Instant } from '@/lib/time';
import { computeCharts } from '@/metrics/computeCharts';
import { computeMetrics, type Metrics } from '@/metrics/computeMetrics';
import type { NightFigures } from '@/metrics/nights';
import type { RasterNight } from '@/metrics/raster';

export interface NightInFigures {
  /** The dashboard's figures, over this one night. */
  metrics: Metrics;
  figures: NightFigures;
  raster: RasterNight;
}

/** One night's figures and its picture: made where the dashboard's are made, so that they cannot differ. */
export function useNightFigures(night: Day, log: NightsOf | undefined, now: Instant): NightInFigures | null {
  const { household, children, caregivers } = useHousehold();
  return useMemo(() => {
    if (!log) return null;
    const whole = {
      household,
      children,
      caregivers,
      incidents: log.incidents,
      nights: log.nightRows,
      episodes: [],
      observations: [],
      chores: [],
      naps: [],
      runbooks: [],
    };
    const range = { from: night, to: night };
    const metrics = computeMetrics(whole, range, now);
    const [raster] = computeCharts(whole, range, now, 1).raster;
    const [figures] = metrics.nights;
    return raster && figures ? { metrics, figures, raster } : null;
  }, [night, log, now, household, children, caregivers]);
}
