import { useWords } from '@/i18n/language';
import { Card, ENOUGH } from '../Card';
import { Change } from '../Change';
import { StepChart } from '../charts/StepChart';
import type { DashboardView } from '../useDashboard';
import { useFigures } from '../useFigures';
import { useSteps } from '../useSteps';

/** Time to recovery, night by night, against its objective. */
export function Recovery({ view }: { view: DashboardView }) {
  const { t } = useWords();
  const figures = useFigures();
  const steps = useSteps(view);
  const { mttr } = view.metrics;
  const objective = view.log.household.objectives.mttrMinutes;
  return (
    <Card
      name="recovery"
      question={t('dashboard.recovery.question')}
      figure={figures.minutes(mttr.median)}
      change={
        <Change now={mttr.median} before={view.before.mttr.median} say={figures.minutes} better="less" least={1} />
      }
      cases={mttr.n}
      sentence={
        mttr.n === 0
          ? t('dashboard.none')
          : t(mttr.n < ENOUGH ? 'dashboard.recovery.saysFew' : 'dashboard.recovery.says', {
              n: mttr.n,
              median: figures.minutes(mttr.median),
              p90: figures.minutes(mttr.p90),
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
          steps.rows((step) => [
            figures.number(step.mttr.n),
            figures.minutes(step.mttr.median),
            figures.minutes(step.mttr.mean),
            figures.minutes(step.mttr.p90),
          ]),
      }}
    >
      <StepChart
        {...steps}
        series={[
          {
            id: 'median',
            name: t('dashboard.median'),
            color: '--c-orange',
            values: steps.values((step) => step.mttr.median),
          },
        ]}
        say={figures.minutes}
        objective={{ value: objective, label: t('dashboard.objective', { value: figures.minutes(objective) }) }}
      />
    </Card>
  );
}
