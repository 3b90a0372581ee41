import { useTranslation } from '@/i18n/useTranslation';
import type { ChartBucket } from '@/metrics/computeCharts';
import { Card } from '../Card';
import { Change } from '../Change';
import { BucketChart } from '../charts/BucketChart';
import { Fact } from '../Fact';
import { useBucketAxis } from '../useBucketAxis';
import type { DashboardView } from '../useDashboard';
import { useFigureText } from '../useFigureText';

/**
 * Shows the sleep availability against its objective, and what is left of the error budget. The
 * chart draws the minutes awake: shares near 100 % would be a wall in which no night stands out.
 */
export function Sleep({ view }: { view: DashboardView }) {
  const { t } = useTranslation();
  const figures = useFigureText();
  const axis = useBucketAxis(view);
  const { availability, errorBudget, nights } = view.metrics;
  const { observedNights } = availability;
  const overspent = errorBudget.remaining !== null && errorBudget.remaining < 0;
  const awakeMinutes = axis.values((bucket) => meanDowntime(nights, bucket));
  const allowedMinutes = errorBudget.budget === null ? null : errorBudget.budget / observedNights;
  return (
    <Card
      name="sleep"
      question={t('dashboard.sleep.question')}
      figure={figures.formatPercent(availability.household)}
      change={
        <Change
          now={availability.household}
          before={view.previousMetrics?.availability.household ?? null}
          formatDifference={figures.formatPoints}
          better="more"
          minDifference={0.001}
        />
      }
      cases={observedNights}
      explanation={t('dashboard.sleep.means', { value: figures.formatPercent(errorBudget.objective) })}
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
        head: [
          t('dashboard.night'),
          t('dashboard.key.availability'),
          t('dashboard.sleep.longest'),
          t('dashboard.sleep.awake'),
        ],
        rows: () =>
          axis.rows((bucket) => [
            figures.formatPercent(bucket.availability.household),
            figures.formatMinutes(bucket.availability.longestStretch.best),
            figures.formatMinutes(meanDowntime(nights, bucket)),
          ]),
      }}
    >
      <BucketChart
        {...axis}
        series={[{ id: 'awake', name: t('dashboard.sleep.awake'), values: awakeMinutes }]}
        formatValue={figures.formatMinutes}
        {...(allowedMinutes !== null && {
          objective: {
            value: allowedMinutes,
            label: t('dashboard.sleep.allowed', { value: figures.formatMinutes(allowedMinutes) }),
          },
        })}
      />
      <Fact
        name="budget"
        label={t('dashboard.key.budget')}
        value={figures.formatPercent(errorBudget.remaining)}
        change={
          <Change
            isBrief
            now={errorBudget.remaining}
            before={view.previousMetrics?.errorBudget.remaining ?? null}
            formatDifference={figures.formatPoints}
            better="more"
            minDifference={0.001}
          />
        }
      />
    </Card>
  );
}

/** Returns the mean minutes awake in the logged nights of a bucket; null if none is logged. */
function meanDowntime(nights: DashboardView['metrics']['nights'], { from, to }: ChartBucket): number | null {
  const known = nights.flatMap(({ night, downtime }) =>
    night >= from && night <= to && downtime !== null ? [downtime] : [],
  );
  return known.length === 0 ? null : known.reduce((sum, minutes) => sum + minutes, 0) / known.length;
}
