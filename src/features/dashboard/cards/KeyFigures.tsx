import type { ReactNode } from 'react';
import type { MessageValues } from '@/i18n/translator';
import { useTranslation } from '@/i18n/useTranslation';
import { Card } from '../Card';
import { Change } from '../Change';
import styles from '../dashboard.module.css';
import type { DashboardView } from '../useDashboard';
import { useFigureText } from '../useFigureText';

interface KeyFigure {
  name: string;
  label: string;
  value: string;
  /** The objective or the limit that the figure is measured by. */
  reference?: string | undefined;
  change: ReactNode;
}

/** Shows the five most important figures, for a parent who has time for nothing else. */
export function KeyFigures({ view: { metrics, previousMetrics, log } }: { view: DashboardView }) {
  const { t } = useTranslation();
  const figures = useFigureText();
  const { objectives } = log.household;
  const { availability, errorBudget, mttr } = metrics;
  const worst = worstOf(metrics);
  const limitOf = (id: string) => log.caregivers.find((row) => row.id === id)?.fatigueLimit ?? objectives.fatigueLimit;

  const keys: KeyFigure[] = [
    {
      name: 'mttr',
      label: t('dashboard.key.mttr'),
      value: figures.formatMinutes(mttr.median),
      reference: t('dashboard.objective', { value: figures.formatMinutes(objectives.mttrMinutes) }),
      change: (
        <Change
          isSilentWithoutBefore
          now={mttr.median}
          before={previousMetrics.mttr.median}
          formatDifference={figures.formatMinutes}
          better="less"
          minDifference={1}
        />
      ),
    },
    {
      name: 'availability',
      label: t('dashboard.key.availability'),
      value: figures.formatPercent(availability.household),
      reference: t('dashboard.objective', { value: figures.formatPercent(objectives.availability) }),
      change: (
        <Change
          isSilentWithoutBefore
          now={availability.household}
          before={previousMetrics.availability.household}
          formatDifference={figures.formatPoints}
          better="more"
          minDifference={0.001}
        />
      ),
    },
    {
      name: 'budget',
      label: t('dashboard.key.budget'),
      value: figures.formatPercent(errorBudget.remaining),
      change: (
        <Change
          isSilentWithoutBefore
          now={errorBudget.remaining}
          before={previousMetrics.errorBudget.remaining}
          formatDifference={figures.formatPoints}
          better="more"
          minDifference={0.001}
        />
      ),
    },
    {
      name: 'interventions',
      label: t('dashboard.key.interventions'),
      value: worst ? t('dashboard.key.of', { name: figures.nameOf(worst.id), count: worst.count }) : '–',
      reference: worst ? t('dashboard.key.limit', { limit: limitOf(worst.id) }) : undefined,
      change: (
        <Change
          isSilentWithoutBefore
          now={worst?.count ?? null}
          before={worstOf(previousMetrics)?.count ?? null}
          formatDifference={figures.formatNumber}
          better="less"
          minDifference={1}
        />
      ),
    },
    {
      name: 'longest',
      label: t('dashboard.key.longest'),
      value: figures.formatMinutes(availability.longestStretch.best),
      change: (
        <Change
          isSilentWithoutBefore
          now={availability.longestStretch.best}
          before={previousMetrics.availability.longestStretch.best}
          formatDifference={figures.formatMinutes}
          better="more"
          minDifference={1}
        />
      ),
    },
  ];

  return (
    <Card
      name="key"
      question={t('dashboard.key.question')}
      sentence={rangeSentences(metrics)
        .map(([key, values]) => t(`dashboard.key.${key}`, values))
        .join(' ')}
    >
      <dl className={styles.keys}>
        {keys.map(({ name, label, value, reference, change }) => (
          <div key={name} data-figure={name}>
            <dt>{label}</dt>
            <dd>
              <strong>{value}</strong>
              {reference && <small>{reference}</small>}
              <small>{change}</small>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

type SentenceKey = 'says' | 'saysNone' | 'freeAwake' | 'lastQuiet' | 'lastLoggedQuiet' | 'streak';

/**
 * Returns what is said of the range. A night without a wake-up is not quiet if a child was awake in
 * it, and of nights that nobody logged nothing is said but that.
 */
function rangeSentences({ nights, availability, streak }: DashboardView['metrics']): [SentenceKey, MessageValues][] {
  const { observedNights, incidentFreeNights } = availability;
  if (observedNights === 0) return [['saysNone', { nights: nights.length }]];
  const says = { nights: nights.length, observed: observedNights, free: incidentFreeNights };
  const sentences: [SentenceKey, MessageValues][] = [['says', says]];
  const awakeCount = nights.filter(({ counted, downtime }) => counted === 0 && (downtime ?? 0) > 0).length;
  if (awakeCount > 0) sentences.push(['freeAwake', { count: awakeCount }]);
  const last = nights.findLast(({ observed }) => observed);
  if (streak > 0) sentences.push(['streak', { streak }]);
  else if (last?.downtime === 0) sentences.push([last === nights.at(-1) ? 'lastQuiet' : 'lastLoggedQuiet', {}]);
  return sentences;
}

/** Returns who had the most interventions in one night; null if nobody had any. */
function worstOf({ fatigue }: DashboardView['metrics']): { id: string; count: number } | null {
  const worst = Object.entries(fatigue.byCaregiver)
    .map(([id, { worstNight }]) => ({ id, count: worstNight }))
    .sort((a, b) => b.count - a.count)[0];
  return worst && worst.count > 0 ? worst : null;
}
