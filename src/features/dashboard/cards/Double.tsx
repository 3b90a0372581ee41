import { useTranslation } from '@/i18n/useTranslation';
import { Card } from '../Card';
import { Change } from '../Change';
import { useBucketAxis } from '../useBucketAxis';
import type { DashboardView } from '../useDashboard';
import { useFigureText } from '../useFigureText';

/** Shows how often two children were awake at once. With one child alone the card is not shown. */
export function Double({ view }: { view: DashboardView }) {
  const { t } = useTranslation();
  const figures = useFigureText();
  const axis = useBucketAxis(view);
  const { metrics, previousMetrics, log } = view;
  const { count, minutes } = metrics.double;
  const { observedNights } = metrics.availability;
  if (log.children.length < 2) return null;
  const formatSentence = () => {
    if (observedNights === 0) return t('dashboard.none');
    return count === 0
      ? t('dashboard.double.none')
      : t('dashboard.double.says', { minutes: figures.formatMinutes(minutes) });
  };
  return (
    <Card
      name="double"
      question={t('dashboard.double.question')}
      figure={observedNights === 0 ? '–' : t('dashboard.double.figure', { count })}
      change={
        <Change
          now={minutes}
          before={previousMetrics?.double.minutes ?? null}
          formatDifference={figures.formatMinutes}
          better="less"
          minDifference={1}
        />
      }
      cases={observedNights}
      sentence={formatSentence()}
      table={{
        head: [t('dashboard.night'), t('dashboard.double.times'), t('dashboard.sleep.awake')],
        rows: () =>
          axis.rows(({ double }) => [figures.formatNumber(double.count), figures.formatMinutes(double.minutes)]),
      }}
    />
  );
}
