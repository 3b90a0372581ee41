import type { CSSProperties } from 'react';
import { Avatar } from '@/components/Avatar';
import type { Caregiver } from '@/domain/rows/household';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './OnCallSection.module.css';
import type { NightAnalysis } from './useNightAnalysis';
import { useNightFigureText } from './useNightFigureText';

/**
 * With fewer cases than this a figure says too little and is muted. In one night that is the usual
 * case, so each figure shows its number of cases.
 */
const MIN_CASES = 5;

/**
 * Shows one caregiver's night: the planned and the actual load, whether they came when called, and
 * their patience at the end.
 */
export function CaregiverNight({ person, night }: { person: Caregiver; night: NightAnalysis }) {
  const { t } = useTranslation();
  const { household } = useHousehold();
  const { formatMinutes, formatPercent, formatNumber } = useNightFigureText();
  const { metrics, plannedShare, patience } = night;
  const { id, name, color } = person;
  const load = metrics.load.byCaregiver[id];
  const fatigue = metrics.fatigue.byCaregiver[id];
  const escalations = metrics.escalations.byCaregiver[id];
  const patienceLeft = patience[id];
  const limit = person.fatigueLimit ?? household.objectives.fatigueLimit;
  const interventions = fatigue?.interventions ?? 0;
  const attempts = escalations?.attempts ?? 0;
  const facts = [
    {
      term: t('dashboard.load.planned'),
      value: formatPercent(plannedShare[id] ?? null),
      details: plannedShare[id] === null ? [] : [t('nights.onCall.ofHours')],
    },
    {
      term: t('dashboard.load.actual'),
      value: formatPercent(load?.share ?? null),
      details: [
        t('dashboard.fatigue.figure', { count: interventions }),
        t(fatigue && fatigue.nightsOverLimit > 0 ? 'nights.onCall.over' : 'dashboard.key.limit', { limit }),
      ],
      hasTooFewCases: interventions < MIN_CASES,
    },
    { term: t('nights.figure.awake'), value: formatMinutes(load?.awakeMinutes ?? null), details: [] },
    attempts === 0
      ? { term: t('nights.onCall.woken'), value: '–', details: [t('nights.onCall.notCalled')] }
      : {
          term: t('nights.onCall.woken'),
          value: t('nights.onCall.of', { part: escalations?.answered ?? 0, all: attempts }),
          details: [t('nights.onCall.alerts', { count: attempts })],
          hasTooFewCases: attempts < MIN_CASES,
        },
  ];
  return (
    <article className={styles.person}>
      <h3>
        <Avatar name={name} color={color} />
        {name}
      </h3>
      <dl className={styles.personal}>
        {facts.map(({ term, value, details, hasTooFewCases }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd data-few={hasTooFewCases}>
              <strong>{value}</strong>
              {details.map((detail) => (
                <small key={detail}>{detail}</small>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {fatigue && fatigue.capacity !== null && (
        <p>{t('nights.onCall.stopped', { name, count: formatNumber(fatigue.capacity) })}</p>
      )}
      {patienceLeft !== undefined && (
        <div
          className={styles.patience}
          style={{ '--part': patienceLeft / 100, '--paint': `var(--c-${color})` } as CSSProperties}
        >
          <span>{t('nights.onCall.patience')}</span>
          <span>{Math.round(patienceLeft)} / 100</span>
          <div aria-hidden="true" />
        </div>
      )}
    </article>
  );
}
