import { useWords } from '@/i18n/language';
import { Card } from '../Card';
import { Change } from '../Change';
import { StepChart } from '../charts/StepChart';
import styles from '../dashboard.module.css';
import type { DashboardView } from '../useDashboard';
import { useFigures } from '../useFigures';
import { useSteps } from '../useSteps';

/** Chores put off, as debt: how much of it there is, and how it came and went. */
export function Debt({ view }: { view: DashboardView }) {
  const { t } = useWords();
  const figures = useFigures();
  const steps = useSteps(view);
  const { outstanding, accrued, paid } = view.metrics.debt;
  // It does not matter whether the nights were logged.
  const axis = { label: steps.label, observed: steps.observed.map(() => true), gap: steps.gap, bands: steps.bands };
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
      link={{ href: '/household/chores', label: t('dashboard.debt.link') }}
      table={{
        head: [
          t('dashboard.night'),
          t('dashboard.debt.accrued'),
          t('dashboard.debt.paid'),
          t('dashboard.debt.outstanding'),
        ],
        rows: () =>
          view.charts.steps.map((step) => [
            figures.step(step),
            figures.minutes(step.accrued),
            figures.minutes(step.paid),
            figures.minutes(step.outstanding),
          ]),
      }}
    >
      <h3 className={styles.curve}>{t('dashboard.debt.burnUp')}</h3>
      <StepChart
        {...axis}
        series={[
          {
            id: 'accrued',
            name: t('dashboard.debt.accrued'),
            color: '--c-orange',
            values: steps.values((step) => step.accrued),
          },
          { id: 'paid', name: t('dashboard.debt.paid'), color: '--c-green', values: steps.values((step) => step.paid) },
        ]}
        say={figures.minutes}
      />
      <h3 className={styles.curve}>{t('dashboard.debt.burnDown')}</h3>
      <StepChart
        {...axis}
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
