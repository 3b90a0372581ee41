import { useTranslation } from '@/i18n/useTranslation';
import { Card } from '../Card';
import { BucketChart } from '../charts/BucketChart';
import { useBucketAxis } from '../useBucketAxis';
import type { DashboardView } from '../useDashboard';
import { useFigureText } from '../useFigureText';
import { useWeaningText } from '../useWeaningText';

/** Shows the share of recoveries without a feed. */
export function Weaning({ view }: { view: DashboardView }) {
  const { t } = useTranslation();
  const figures = useFigureText();
  const axis = useBucketAxis(view);
  const { withoutFeed, n } = view.charts.weaning;
  const goal = view.log.household.objectives.weaning;
  const trendSentences = useWeaningText(view);
  const figureSentence =
    n === 0 ? t('dashboard.none') : t('dashboard.weaning.says', { share: figures.formatPercent(withoutFeed), n });
  const sentence = [figureSentence, ...trendSentences].join(' ');
  return (
    <Card
      name="weaning"
      question={t('dashboard.weaning.question')}
      figure={figures.formatPercent(withoutFeed)}
      cases={n}
      sentence={sentence}
      table={{
        head: [t('dashboard.night'), t('dashboard.weaning.without'), t('dashboard.recovery.wakeUps')],
        rows: () =>
          axis.rows((bucket) => [
            figures.formatPercent(bucket.weaning.withoutFeed),
            figures.formatNumber(bucket.weaning.n),
          ]),
      }}
    >
      <BucketChart
        {...axis}
        series={[
          {
            id: 'without',
            name: t('dashboard.weaning.without'),
            values: axis.values((bucket) => bucket.weaning.withoutFeed),
          },
        ]}
        formatValue={figures.formatPercent}
        {...(goal !== null && {
          objective: { value: goal, label: t('dashboard.weaning.goal', { value: figures.formatPercent(goal) }) },
        })}
        max={1}
      />
    </Card>
  );
}
