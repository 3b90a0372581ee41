import type { CSSProperties } from 'react';
import { PersonMark } from '@/components/PersonMark';
import type { Caregiver } from '@/domain/rows/household';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import type { NightInFigures } from './useNightFigures';
import { useNumbers } from './useNumbers';
import styles from './watch.module.css';

/** Fewer cases than these are too few to say, and muted. In one night they mostly are: the number stands beside each. */
const ENOUGH = 5;

/** One person's night: the load as planned and as it was, who came when called, and what is left of them. */
export function WatchOf({ person, night }: { person: Caregiver; night: NightInFigures }) {
  const { t } = useWords();
  const { household } = useHousehold();
  const { minutes, percent, number } = useNumbers();
  const { metrics, planned, patience } = night;
  const { id, name, color } = person;
  const load = metrics.load.byCaregiver[id];
  const fatigue = metrics.fatigue.byCaregiver[id];
  const escalations = metrics.escalations.byCaregiver[id];
  const left = patience[id];
  const limit = person.fatigueLimit ?? household.objectives.fatigueLimit;
  const interventions = fatigue?.interventions ?? 0;
  const attempts = escalations?.attempts ?? 0;
  const facts = [
    {
      term: t('dashboard.load.planned'),
      says: percent(planned[id] ?? null),
      small: planned[id] === null ? [] : [t('nights.watch.ofHours')],
    },
    {
      term: t('dashboard.load.actual'),
      says: percent(load?.share ?? null),
      small: [
        t('dashboard.fatigue.figure', { count: interventions }),
        t(fatigue && fatigue.nightsOverLimit > 0 ? 'nights.watch.over' : 'dashboard.key.limit', { limit }),
      ],
      few: interventions < ENOUGH,
    },
    { term: t('nights.figure.awake'), says: minutes(load?.awakeMinutes ?? null), small: [] },
    attempts === 0
      ? { term: t('nights.watch.woken'), says: '–', small: [t('nights.watch.notCalled')] }
      : {
          term: t('nights.watch.woken'),
          says: t('nights.watch.of', { part: escalations?.answered ?? 0, all: attempts }),
          small: [t('nights.watch.alerts', { count: attempts })],
          few: attempts < ENOUGH,
        },
  ];
  return (
    <article className={styles.person}>
      <h3>
        <PersonMark name={name} color={color} />
        {name}
      </h3>
      <dl className={styles.personal}>
        {facts.map(({ term, says, small, few }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd data-few={few}>
              <strong>{says}</strong>
              {small.map((line) => (
                <small key={line}>{line}</small>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {fatigue && fatigue.capacity !== null && (
        <p>{t('nights.watch.stopped', { name, count: number(fatigue.capacity) })}</p>
      )}
      {left !== undefined && (
        <div
          className={styles.patience}
          style={{ '--part': left / 100, '--paint': `var(--c-${color})` } as CSSProperties}
        >
          <span>{t('nights.watch.patience')}</span>
          <span>{Math.round(left)} / 100</span>
          <div aria-hidden="true" />
        </div>
      )}
    </article>
  );
}
