import { useWords } from '@/i18n/language';
import { Card } from '../Card';
import { StepChart } from '../charts/StepChart';
import type { DashboardView } from '../useDashboard';
import { useFigures } from '../useFigures';
import { useSteps } from '../useSteps';
import { useWeaningWords } from '../useWeaningWords';

/** The share of recoveries without a feed. */
export function Weaning({ view }: { view: DashboardView }) {
  const { t } = useWords();
  const figures = useFigures();
  const steps = useSteps(view);
  const { withoutFeed, n } = view.charts.weaning;
  const goal = view.log.household.objectives.weaning;
  const weeks = useWeaningWords(view);
  const own = n === 0 ? t('dashboard.none') : t('dashboard.weaning.says', { share: figures.percent(withoutFeed), n });
  const says = [own, ...weeks].join(' ');
  return (
    <Card
      name="weaning"
      question={t('dashboard.weaning.question')}
      figure={figures.percent(withoutFeed)}
      cases={n}
      sentence={says}
      table={{
        head: [t('dashboard.night'), t('dashboard.weaning.without'), t('dashboard.recovery.wakeUps')],
        rows: () => steps.rows((step) => [figures.percent(step.weaning.withoutFeed), figures.number(step.weaning.n)]),
      }}
    >
      <StepChart
        {...steps}
        series={[
          {
            id: 'without',
            name: t('dashboard.weaning.without'),
            color: '--c-pink',
            values: steps.values((step) => step.weaning.withoutFeed),
          },
        ]}
        say={figures.percent}
        {...(goal !== null && {
          objective: { value: goal, label: t('dashboard.weaning.goal', { value: figures.percent(goal) }) },
        })}
        max={1}
      />
    </Card>
  );
}
