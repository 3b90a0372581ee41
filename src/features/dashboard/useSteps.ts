import { useWords } from '@/i18n/language';
import type { Charts, Step } from '@/metrics/computeCharts';
import type { DashboardView } from './useDashboard';
import { useFigures } from './useFigures';
import { useIllnesses } from './useIllnesses';

/** What the charts from step to step have in common: their axis, the gaps in it, and the illnesses behind it. */
export interface Steps {
  /** What a step is called, by its place. */
  label(place: number): string;
  observed: boolean[];
  /** What a step is called in which nothing was logged. */
  gap: string;
  bands: { id: string; from: number; to: number; label: string }[];
  values<T>(pick: (step: Step) => T): T[];
  /** A table's rows: a step's name, then what is asked of it; a step nobody logged says so. */
  rows(cells: (step: Step) => string[]): string[][];
}

export function useSteps(view: DashboardView): Steps {
  const { t } = useWords();
  const figures = useFigures();
  const illnesses = useIllnesses(view);
  const { steps } = view.charts;
  const isObserved = ({ availability }: Step) => availability.observedNights > 0;
  return {
    label: (place) => {
      const step = steps[place];
      return step ? figures.day(step.from) : '';
    },
    observed: steps.map(isObserved),
    gap: t('dashboard.notLogged'),
    bands: named(bandsOf(illnesses, steps), t('nights.raster.illness')),
    values: (pick) => steps.map(pick),
    rows: (cells) =>
      steps.map((step) => {
        const found = cells(step);
        return [
          figures.step(step),
          ...(isObserved(step) ? found : found.map((_, index) => (index === 0 ? t('dashboard.notLogged') : UNKNOWN))),
        ];
      }),
  };
}

const UNKNOWN = '–';

/** So many illnesses are named; more are only "illness", as in the raster. */
const NAMED_BANDS = 3;

const named = <T extends { label: string }>(bands: T[], illness: string): T[] =>
  bands.length <= NAMED_BANDS ? bands : bands.map((band) => ({ ...band, label: illness }));

/** Where an illness lies among the steps. */
function bandsOf(illnesses: ReturnType<typeof useIllnesses>, steps: Charts['steps']) {
  return illnesses.flatMap(({ id, label, ...days }) => {
    const from = steps.findIndex((step) => step.to >= days.from);
    const to = steps.findLastIndex((step) => step.from <= days.to);
    return from < 0 || to < from ? [] : [{ id, from, to, label }];
  });
}
