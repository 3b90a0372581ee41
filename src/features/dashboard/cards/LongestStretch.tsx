import { useTranslation } from '@/i18n/useTranslation';
import { Card } from '../Card';
import { Change } from '../Change';
import { BucketChart } from '../charts/BucketChart';
import { useBucketAxis } from '../useBucketAxis';
import type { DashboardView } from '../useDashboard';
import { useFigureText } from '../useFigureText';

/** Shows the longest stretch of each night in which no child was awake. */
export function LongestStretch({ view }: { view: DashboardView }) {
  const { t } = useTranslation();
  const figures = useFigureText();
  const axis = useBucketAxis(view);
  const { observedNights, longestStretch } = view.metrics.availability;
  return (
    <Card
      name="longest"
      question={t('dashboard.longest.question')}
      figure={figures.formatMinutes(longestStretch.mean)}
      change={
        <Change
          now={longestStretch.mean}
          before={view.previousMetrics?.availability.longestStretch.mean ?? null}
          formatDifference={figures.formatMinutes}
          better="more"
          minDifference={1}
        />
      }
      cases={observedNights}
      sentence={
        observedNights === 0
          ? t('dashboard.none')
          : t('dashboard.longest.says', { best: figures.formatMinutes(longestStretch.best) })
      }
      table={{
        head: [t('dashboard.night'), t('dashboard.longest.mean'), t('dashboard.longest.best')],
        rows: () =>
          axis.rows(({ availability }) => [
            figures.formatMinutes(availability.longestStretch.mean),
            figures.formatMinutes(availability.longestStretch.best),
          ]),
      }}
    >
      <BucketChart
        {...axis}
        series={[
          {
            id: 'longest',
            name: t('dashboard.sleep.longest'),
            values: axis.values(({ availability }) => availability.longestStretch.mean),
          },
        ]}
        formatValue={figures.formatMinutes}
      />
    </Card>
  );
}
