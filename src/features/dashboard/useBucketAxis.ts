import { useTranslation } from '@/i18n/useTranslation';
import type { ChartBucket, Charts } from '@/metrics/computeCharts';
import { firstDrawn, isTrend } from './range';
import type { DashboardView } from './useDashboard';
import { useFigureText } from './useFigureText';
import { useIllnesses } from './useIllnesses';

/** What all charts of a view share: the axis of buckets, its gaps, and the illnesses behind it. */
export interface BucketAxis {
  /** Formats the bucket at an index. */
  formatBucket(bucketIndex: number): string;
  observed: boolean[];
  /** Whether there are so many nights that their running median is drawn. */
  isTrend: boolean;
  /** The text for a bucket in which nothing was logged. */
  gapLabel: string;
  bands: { id: string; from: number; to: number; label: string }[];
  values<T>(pick: (bucket: ChartBucket) => T): T[];
  /**
   * Returns the rows of a table: each step's label, followed by its cells. For a bucket that nobody
   * logged, the row says so.
   */
  rows(cells: (bucket: ChartBucket) => string[]): string[][];
}

/**
 * Returns the axis that all charts of a view share. A bucket is one night, or one week in a long
 * range.
 */
export function useBucketAxis(view: DashboardView): BucketAxis {
  const { t } = useTranslation();
  const figures = useFigureText();
  const illnesses = useIllnesses(view);
  const isObserved = ({ availability }: ChartBucket) => availability.observedNights > 0;
  const { nightsPerBucket } = view;
  const buckets = view.charts.buckets.slice(firstDrawn(view.charts.buckets.map(isObserved), nightsPerBucket));
  return {
    formatBucket: (bucketIndex) => {
      const bucket = buckets[bucketIndex];
      return bucket ? figures.formatDay(bucket.from) : '';
    },
    observed: buckets.map(isObserved),
    isTrend: isTrend(buckets.length, nightsPerBucket),
    gapLabel: t('dashboard.notLogged'),
    bands: withShortLabels(bandsOf(illnesses, buckets), t('nights.raster.illness')),
    values: (pick) => buckets.map(pick),
    rows: (cells) =>
      buckets.map((bucket) => {
        const bucketCells = cells(bucket);
        return [
          figures.formatRange(bucket),
          ...(isObserved(bucket)
            ? bucketCells
            : bucketCells.map((_, index) => (index === 0 ? t('dashboard.notLogged') : UNKNOWN))),
        ];
      }),
  };
}

const UNKNOWN = '–';

/**
 * Up to this many illnesses are named. If there are more, the text only says "illness", as in the
 * raster.
 */
const MAX_NAMED_BANDS = 3;

const withShortLabels = <T extends { label: string }>(bands: T[], illness: string): T[] =>
  bands.length <= MAX_NAMED_BANDS ? bands : bands.map((band) => ({ ...band, label: illness }));

/** Returns the buckets that each illness covers. */
function bandsOf(illnesses: ReturnType<typeof useIllnesses>, buckets: Charts['buckets']) {
  return illnesses.flatMap(({ id, label, ...days }) => {
    const from = buckets.findIndex((bucket) => bucket.to >= days.from);
    const to = buckets.findLastIndex((bucket) => bucket.from <= days.to);
    return from < 0 || to < from ? [] : [{ id, from, to, label }];
  });
}
