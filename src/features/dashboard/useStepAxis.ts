import { useTranslation } from '@/i18n/useTranslation';
import type { ChartBucket, Charts } from '@/metrics/computeCharts';
import type { DashboardView } from './useDashboard';
import { useFigureText } from './useFigureText';
import { useIllnesses } from './useIllnesses';

/** What all charts from step to step share: their axis, its gaps, and the illnesses behind it. */
export interface StepAxis {
  /** Formats the step at an index. */
  formatStep(stepIndex: number): string;
  observed: boolean[];
  /** The text for a step in which nothing was logged. */
  gapLabel: string;
  bands: { id: string; from: number; to: number; label: string }[];
  values<T>(pick: (step: ChartBucket) => T): T[];
  /**
   * Returns the rows of a table: each step's label, followed by its cells. For a step that nobody
   * logged, the row says so.
   */
  rows(cells: (step: ChartBucket) => string[]): string[][];
}

/** Returns the step axis of a view; a step is one night, or one week in a long range. */
export function useStepAxis(view: DashboardView): StepAxis {
  const { t } = useTranslation();
  const figures = useFigureText();
  const illnesses = useIllnesses(view);
  const { buckets } = view.charts;
  const isObserved = ({ availability }: ChartBucket) => availability.observedNights > 0;
  return {
    formatStep: (stepIndex) => {
      const step = buckets[stepIndex];
      return step ? figures.formatDay(step.from) : '';
    },
    observed: buckets.map(isObserved),
    gapLabel: t('dashboard.notLogged'),
    bands: withShortLabels(bandsOf(illnesses, buckets), t('nights.raster.illness')),
    values: (pick) => buckets.map(pick),
    rows: (cells) =>
      buckets.map((step) => {
        const stepCells = cells(step);
        return [
          figures.formatRange(step),
          ...(isObserved(step)
            ? stepCells
            : stepCells.map((_, index) => (index === 0 ? t('dashboard.notLogged') : UNKNOWN))),
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

/** Returns the steps that each illness covers. */
function bandsOf(illnesses: ReturnType<typeof useIllnesses>, steps: Charts['buckets']) {
  return illnesses.flatMap(({ id, label, ...days }) => {
    const from = steps.findIndex((step) => step.to >= days.from);
    const to = steps.findLastIndex((step) => step.from <= days.to);
    return from < 0 || to < from ? [] : [{ id, from, to, label }];
  });
}
