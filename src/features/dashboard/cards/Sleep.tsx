import { useWords } from '@/i18n/language';
import { Card } from '../Card';
import { Change } from '../Change';
import { StepChart } from '../charts/StepChart';
import type { DashboardView } from '../useDashboard';
import { useFigures } from '../useFigures';
import { useSteps } from '../useSteps';

/** Sleep availability, night by night, against its objective, and what of the error budget is left. */
export function Sleep({ view }: { view: DashboardView }) {
  const { t } = useWords();
  const figures = useFigures();
  const steps = useSteps(view);
  const { availability, errorBudget } = view.metrics;
  const { observedNights } = availability;
  const overspent = errorBudget.remaining !== null && errorBudget.remaining < 0;
  return (
    <Card
      name="sleep"
      question={t('dashboard.sleep.question')}
      figure={figures.percent(availability.household)}
      change={
        <Change
          now={availability.household}
          before={view.before.availability.household}
          say={figures.points}
          better="more"
          least={0.001}
        />
      }
      cases={observedNights}
      sentence={
        observedNights === 0
          ? t('dashboard.none')
          : [
              t('dashboard.sleep.says', {
                down: figures.minutes(errorBudget.spent),
                observed: observedNights,
                budget: figures.minutes(errorBudget.budget),
              }),
              ...(overspent ? [t('dashboard.sleep.over')] : []),
            ].join(' ')
      }
      table={{
        head: [t('dashboard.night'), t('dashboard.key.availability'), t('dashboard.sleep.longest')],
        rows: () =>
          steps.rows((step) => [
            figures.percent(step.availability.household),
            figures.minutes(step.availability.longestStretch.best),
          ]),
      }}
    >
      <StepChart
        {...steps}
        series={[
          {
            id: 'availability',
            name: t('dashboard.key.availability'),
            color: '--c-teal',
            values: steps.values((step) => step.availability.household),
          },
        ]}
        say={figures.percent}
        objective={{
          value: errorBudget.objective,
          label: t('dashboard.objective', { value: figures.percent(errorBudget.objective) }),
        }}
        max={1}
      />
    </Card>
  );
}
