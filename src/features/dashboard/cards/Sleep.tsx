import { useTranslation } from '@/i18n/useTranslation';
import { Card } from '../Card';
import { Change } from '../Change';
import { BucketChart } from '../charts/BucketChart';
import { useBucketAxis } from '../useBucketAxis';
import type { DashboardView } from '../useDashboard';
import { useFigureText } from '../useFigureText';

/**
 * Shows the sleep availability of each night, against its objective, and what is left of the error
 * budget.
 */
export function Sleep({ view }: { view: DashboardView }) {
  const { t } = useTranslation();
  const figures = useFigureText();
  const axis = useBucketAxis(view);
  const { availability, errorBudget } = view.metrics;
  const { observedNights } = availability;
  const overspent = errorBudget.remaining !== null && errorBudget.remaining < 0;
  return (
    <Card
      name="sleep"
      question={t('dashboard.sleep.question')}
      figure={figures.formatPercent(availability.household)}
      change={
        <Change
          now={availability.household}
          before={view.previousMetrics.availability.household}
          formatDifference={figures.formatPoints}
          better="more"
          minDifference={0.001}
        />
      }
      cases={observedNights}
      sentence={
        observedNights === 0
          ? t('dashboard.none')
          : [
              t('dashboard.sleep.says', {
                down: figures.formatMinutes(errorBudget.spent),
                observed: observedNights,
                budget: figures.formatMinutes(errorBudget.budget),
              }),
              ...(overspent ? [t('dashboard.sleep.over')] : []),
            ].join(' ')
      }
      table={{
        head: [t('dashboard.night'), t('dashboard.key.availability'), t('dashboard.sleep.longest')],
        rows: () =>
          axis.rows((bucket) => [
            figures.formatPercent(bucket.availability.household),
            figures.formatMinutes(bucket.availability.longestStretch.best),
          ]),
      }}
    >
      <BucketChart
        {...axis}
        series={[
          {
            id: 'availability',
            name: t('dashboard.key.availability'),
            color: '--c-teal',
            values: axis.values((bucket) => bucket.availability.household),
          },
        ]}
        formatValue={figures.formatPercent}
        objective={{
          value: errorBudget.objective,
          label: t('dashboard.objective', { value: figures.formatPercent(errorBudget.objective) }),
        }}
        max={1}
      />
    </Card>
  );
}
