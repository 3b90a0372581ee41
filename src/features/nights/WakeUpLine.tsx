import { Link } from 'wouter';
import { Avatar } from '@/components/Avatar';
import { isFalseAlarm } from '@/domain/timeline/falseAlarm';
import { recoveryMs } from '@/domain/timeline/foldTimeline';
import { isResponse } from '@/domain/timeline/response';
import type { FoldedIncident } from '@/domain/tonight';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';
import styles from './nights.module.css';

/** It breaks before the dot, so that no line ends in one. */
const SEPARATOR = ' ·\u00a0';

/**
 * A wake-up in one line, which opens its timeline: the child, its beginning and end, how long it
 * took, who was up, the last remedy before the child slept, and what else is known of it.
 */
export function WakeUpLine({ night, folded: { incident, state } }: { night: Day; folded: FoldedIncident }) {
  const { t } = useTranslation();
  const { household, children, caregivers, format } = useHousehold();
  const child = children.find(({ id }) => id === incident.childId);
  const responderIds = state.entries.filter(isResponse).map(({ by }) => by);
  const people = caregivers.filter(({ id }) => responderIds.includes(id));
  const { resolution } = state;
  const recoveryTimeMs = recoveryMs(state);
  const formatAbout = (estimated: boolean) => (estimated ? `${t('nights.about')} ` : '');
  const from = formatAbout(state.detected.estimated) + format.time(state.detectedAt);
  const times = resolution
    ? t('nights.fromTo', { from, to: formatAbout(resolution.estimated) + format.time(resolution.at) })
    : t('nights.awakeNow', { time: from });
  const lastRemedy = resolution?.outcome === 'settled' ? state.remedies.at(-1)?.remedy : undefined;
  const facts = [
    people.length > 0 && people.map(({ name }) => name).join(', '),
    isFalseAlarm(state, household.graceSeconds)
      ? t('nights.raster.falseAlarm')
      : resolution && (lastRemedy ? t(`common.remedy.${lastRemedy}`) : t(`common.outcome.${resolution.outcome}`)),
    state.timesReopened > 0 && t('nights.reopened', { count: state.timesReopened }),
    incident.causeId && t(`common.cause.${incident.causeId}`),
    incident.note && t('nights.quoted', { note: incident.note }),
  ].filter(Boolean);

  return (
    <Link href={`/nights/${night}/${incident.id}`} className={styles.wakeUp}>
      <strong>
        {child?.name ?? '?'} · <span className={styles.times}>{times}</span>
      </strong>
      {recoveryTimeMs !== null && <span className={styles.duration}>{format.duration(recoveryTimeMs)}</span>}
      <span className={styles.who}>
        {people.map(({ id, name, color }) => (
          <Avatar key={id} name={name} color={color} />
        ))}
      </span>
      <span className={styles.facts}>{facts.join(SEPARATOR)}</span>
    </Link>
  );
}
