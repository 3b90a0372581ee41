import { useTranslation } from '@/i18n/useTranslation';
import { Card } from '../Card';
import { Change } from '../Change';
import { MIN_CASES } from '../cases';
import { BucketChart } from '../charts/BucketChart';
import { useBucketAxis } from '../useBucketAxis';
import type { DashboardView } from '../useDashboard';
import { useFigureText } from '../useFigureText';

/** Shows the time to recovery of each night, against its objective. */
export function Recovery({ view }: { view: DashboardView }) {
  const { t } = useTranslation();
  const figures = useFigureText();
  const axis = useBucketAxis(view);
  const { mttr } = view.metrics;
  const objective = view.log.household.objectives.mttrMinutes;
  return (
    <Card
      name="recovery"
      question={t('dashboard.recovery.question')}
      figure={figures.formatMinutes(mttr.median)}
      change={
        <Change
          now={mttr.median}
          before={view.previousMetrics?.mttr.median ?? null}
          formatDifference={figures.formatMinutes}
          better="less"
          minDifference={1}
        />
      }
      cases={mttr.n}
      explanation={t('dashboard.recovery.means')}
      sentence={
        mttr.n === 0
          ? t('dashboard.none')
          : t(mttr.n < MIN_CASES ? 'dashboard.recovery.saysFew' : 'dashboard.recovery.says', {
              n: mttr.n,
              median: figures.formatMinutes(mttr.median),
              p90: figures.formatMinutes(mttr.p90),
            })
      }
      table={{
        head: [
          t('dashboard.night'),
          t('dashboard.recovery.wakeUps'),
          t('dashboard.median'),
          t('dashboard.recovery.table.mean'),
          t('dashboard.recovery.table.p90'),
        ],
        rows: () =>
          axis.rows((bucket) => [
            figures.formatNumber(bucket.mttr.n),
            figures.formatMinutes(bucket.mttr.median),
            figures.formatMinutes(bucket.mttr.mean),
            figures.formatMinutes(bucket.mttr.p90),
          ]),
      }}
    >
      <BucketChart
        {...axis}
        series={[
          {
            id: 'median',
            name: t('dashboard.median'),
            values: axis.values((bucket) => bucket.mttr.median),
          },
        ]}
        formatValue={figures.formatMinutes}
        objective={{
          value: objective,
          label: t('dashboard.objective', { value: figures.formatMinutes(objective) }),
        }}
      />
    </Card>
  );
}
