import { useTranslation } from '@/i18n/useTranslation';
import { Card } from '../Card';
import { Change } from '../Change';
import { BucketChart } from '../charts/BucketChart';
import styles from '../dashboard.module.css';
import { useBucketAxis } from '../useBucketAxis';
import type { DashboardView } from '../useDashboard';
import { useFigureText } from '../useFigureText';

/** Shows the chores that were put off as a debt: its amount now, and how it changed. */
export function Debt({ view }: { view: DashboardView }) {
  const { t } = useTranslation();
  const figures = useFigureText();
  const axis = useBucketAxis(view);
  const { outstanding, accrued, paid } = view.metrics.debt;
  // The debt of a night is known even if the night was not logged.
  const debtAxis = { ...axis, observed: axis.observed.map(() => true), isSum: true };
  const hasNoChores = view.log.chores.length === 0;
  // The log that was read ends with the range: later chores are not known here.
  const canSayNever = view.range.to >= view.latestNight;
  return (
    <Card
      name="debt"
      question={t('dashboard.debt.question')}
      figure={figures.formatMinutes(outstanding)}
      change={
        <Change
          now={outstanding}
          before={view.previousMetrics?.debt.outstanding ?? null}
          formatDifference={figures.formatMinutes}
          better="less"
          minDifference={1}
        />
      }
      {...(hasNoChores && { cases: 0 })}
      sentence={
        hasNoChores
          ? t(canSayNever ? 'dashboard.debt.none' : 'dashboard.none')
          : t('dashboard.debt.says', {
              accrued: figures.formatMinutes(accrued),
              paid: figures.formatMinutes(paid),
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
          axis.values((bucket) => [
            figures.formatRange(bucket),
            figures.formatMinutes(bucket.accrued),
            figures.formatMinutes(bucket.paid),
            figures.formatMinutes(bucket.outstanding),
          ]),
      }}
    >
      <h4 className={styles.curve}>{t('dashboard.debt.burnUp')}</h4>
      <BucketChart
        {...debtAxis}
        series={[
          {
            id: 'accrued',
            name: t('dashboard.debt.accrued'),
            values: axis.values((bucket) => bucket.accrued),
          },
          {
            id: 'paid',
            name: t('dashboard.debt.paid'),
            values: axis.values((bucket) => bucket.paid),
          },
        ]}
        formatValue={figures.formatMinutes}
      />
      <h4 className={styles.curve}>{t('dashboard.debt.burnDown')}</h4>
      <BucketChart
        {...debtAxis}
        series={[
          {
            id: 'outstanding',
            name: t('dashboard.debt.outstanding'),
            values: axis.values((bucket) => bucket.outstanding),
          },
        ]}
        formatValue={figures.formatMinutes}
      />
    </Card>
  );
}
