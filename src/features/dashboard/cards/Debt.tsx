import { useWords } from '@/i18n/language';
import { Card } from '../Card';
import { Change } from '../Change';
import { StepChart } from '../charts/StepChart';
import type { DashboardView } from '../useDashboard';
import { useFigures } from '../useFigures';
import { useSteps } from '../useSteps';

/** Chores put off, as debt: how much of it there is, and how it came and went. */
export function Debt({ view }: { view: DashboardView }) {
  const { t } = useWords();
  const figures = useFigures();
  const steps = useSteps(view);
  const { outstanding, accrued, paid } = view.metrics.debt;
  const none = view.log.chores.length === 0;
  return (
    <Card
      name="debt"
      question={t('dashboard.debt.question')}
      figure={figures.minutes(outstanding)}
      change={
        <Change now={outstanding} before={view.before.debt.outstanding} say={figures.minutes} better="less" least={1} />
      }
      {...(none && { cases: 0 })}
      sentence={
        none
          ? t('dashboard.debt.none')
          : t('dashboard.debt.says', {
              accrued: figures.minutes(accrued),
              paid: figures.minutes(paid),
              outstanding: Math.round(outstanding),
            })
      }
      table={{
        head: [t('dashboard.night'), t('dashboard.debt.outstanding')],
        rows: () => view.charts.steps.map((step) => [figures.step(step), figures.minutes(step.outstanding)]),
      }}
    >
      <StepChart
        label={steps.label}
        observed={steps.observed.map(() => true)}
        gap={steps.gap}
        bands={steps.bands}
        series={[
          {
            id: 'outstanding',
            name: t('dashboard.debt.outstanding'),
            color: '--c-blue',
            values: steps.values((step) => step.outstanding),
          },
        ]}
        say={figures.minutes}
      />
    </Card>
  );
}
