import { useWords } from '@/i18n/language';
import type { Charts, Step } from '@/metrics/computeCharts';
import type { DashboardView } from './useDashboard';
import { useFigures } from './useFigures';

/** What the charts from step to step have in common: their axis, the gaps in it, and the illnesses behind it. */
export interface Steps {
  /** What a step is called, by its place. */
  label(place: number): string;
  observed: boolean[];
  /** What a step is called in which nothing was logged. */
  gap: string;
  bands: { from: number; to: number; label: string }[];
  values<T>(pick: (step: Step) => T): T[];
  /** A table's rows: a step's name, then what is asked of it; a step nobody logged says so. */
  rows(cells: (step: Step) => string[]): string[][];
}

export function useSteps({ charts, log }: DashboardView): Steps {
  const { t } = useWords();
  const figures = useFigures();
  const { steps } = charts;
  const isObserved = ({ availability }: Step) => availability.observedNights > 0;
  return {
    label: (place) => {
      const step = steps[place];
      return step ? figures.day(step.from) : '';
    },
    observed: steps.map(isObserved),
    gap: t('dashboard.notLogged'),
    bands: bandsOf(log.episodes, steps),
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

/** Where an illness lies among the steps; null ends run to the last one. */
function bandsOf(episodes: DashboardView['log']['episodes'], steps: Charts['steps']) {
  return episodes.flatMap(({ label, startDay, endDay }) => {
    const from = steps.findIndex((step) => step.to >= startDay);
    const to = steps.findLastIndex((step) => endDay === null || step.from <= endDay);
    return from < 0 || to < from ? [] : [{ from, to, label }];
  });
}
