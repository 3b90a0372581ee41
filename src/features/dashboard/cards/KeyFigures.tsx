import type { ReactNode } from 'react';
import { useWords } from '@/i18n/language';
import { Card } from '../Card';
import { Change } from '../Change';
import styles from '../dashboard.module.css';
import type { DashboardView } from '../useDashboard';
import { useFigures } from '../useFigures';

interface Key {
  name: string;
  label: string;
  value: string;
  /** What it is measured by. */
  against?: string | undefined;
  change: ReactNode;
}

/** The five figures one looks at when there is time for nothing else. */
export function KeyFigures({ view: { metrics, before, log } }: { view: DashboardView }) {
  const { t } = useWords();
  const figures = useFigures();
  const { objectives } = log.household;
  const { availability, errorBudget, mttr } = metrics;
  const worst = worstOf(metrics);
  const limitOf = (id: string) => log.caregivers.find((row) => row.id === id)?.fatigueLimit ?? objectives.fatigueLimit;

  const keys: Key[] = [
    {
      name: 'mttr',
      label: t('dashboard.key.mttr'),
      value: figures.minutes(mttr.median),
      against: t('dashboard.objective', { value: figures.minutes(objectives.mttrMinutes) }),
      change: (
        <Change silent now={mttr.median} before={before.mttr.median} say={figures.minutes} better="less" least={1} />
      ),
    },
    {
      name: 'availability',
      label: t('dashboard.key.availability'),
      value: figures.percent(availability.household),
      against: t('dashboard.objective', { value: figures.percent(objectives.availability) }),
      change: (
        <Change
          silent
          now={availability.household}
          before={before.availability.household}
          say={figures.points}
          better="more"
          least={0.001}
        />
      ),
    },
    {
      name: 'budget',
      label: t('dashboard.key.budget'),
      value: figures.percent(errorBudget.remaining),
      change: (
        <Change
          silent
          now={errorBudget.remaining}
          before={before.errorBudget.remaining}
          say={figures.points}
          better="more"
          least={0.001}
        />
      ),
    },
    {
      name: 'interventions',
      label: t('dashboard.key.interventions'),
      value: worst ? t('dashboard.key.of', { name: figures.nameOf(worst.id), count: worst.count }) : '–',
      against: worst ? t('dashboard.key.limit', { limit: limitOf(worst.id) }) : undefined,
      change: (
        <Change
          silent
          now={worst?.count ?? null}
          before={worstOf(before)?.count ?? null}
          say={figures.number}
          better="less"
          least={1}
        />
      ),
    },
    {
      name: 'longest',
      label: t('dashboard.key.longest'),
      value: figures.minutes(availability.longestStretch.best),
      change: (
        <Change
          silent
          now={availability.longestStretch.best}
          before={before.availability.longestStretch.best}
          say={figures.minutes}
          better="more"
          least={1}
        />
      ),
    },
  ];

  return (
    <Card
      name="key"
      question={t('dashboard.key.question')}
      sentence={t('dashboard.key.says', {
        nights: metrics.nights.length,
        observed: availability.observedNights,
        free: availability.incidentFreeNights,
        streak: metrics.streak,
      })}
    >
      <dl className={styles.keys}>
        {keys.map(({ name, label, value, against, change }) => (
          <div key={name} data-figure={name}>
            <dt>{label}</dt>
            <dd>
              <strong>{value}</strong>
              {against && <small>{against}</small>}
              <small>{change}</small>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

/** Who had the most interventions in one night; null where nobody had any. */
function worstOf({ fatigue }: DashboardView['metrics']): { id: string; count: number } | null {
  const worst = Object.entries(fatigue.byCaregiver)
    .map(([id, { worstNight }]) => ({ id, count: worstNight }))
    .sort((a, b) => b.count - a.count)[0];
  return worst && worst.count > 0 ? worst : null;
}
