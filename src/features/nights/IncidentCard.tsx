import { Link } from 'wouter';
import { Avatar } from '@/components/Avatar';
import { liveEntries, recoveryMs } from '@/domain/timeline/foldTimeline';
import { isResponse } from '@/domain/timeline/response';
import type { FoldedIncident } from '@/domain/tonight';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';
import styles from './nights.module.css';

/**
 * Shows an incident at a glance: the child, its beginning and end, how long it took, and what is
 * known of it.
 */
export function IncidentCard({ night, folded: { incident, state } }: { night: Day; folded: FoldedIncident }) {
  const { t } = useTranslation();
  const { children, caregivers, format } = useHousehold();
  const child = children.find(({ id }) => id === incident.childId);
  const responses = liveEntries(incident.timeline).filter(isResponse);
  const responderNames = [...new Set(responses.map(({ by }) => by))]
    .map((id) => caregivers.find((caregiver) => caregiver.id === id)?.name)
    .filter((name) => name !== undefined);
  const { resolution } = state;
  const recoveryTimeMs = recoveryMs(state);
  const formatAbout = (estimated: boolean) => (estimated ? `${t('nights.about')} ` : '');
  const from = formatAbout(state.detected.estimated) + format.time(state.detectedAt);
  const times = resolution
    ? t('nights.fromTo', { from, to: formatAbout(resolution.estimated) + format.time(resolution.at) })
    : t('nights.awakeNow', { time: from });
  const facts = [
    resolution && t(`common.outcome.${resolution.outcome}`),
    state.timesReopened > 0 && t('nights.reopened', { count: state.timesReopened }),
    incident.causeId && t(`common.cause.${incident.causeId}`),
    responderNames.length > 0 && t('nights.upBy', { names: responderNames.join(', ') }),
    incident.note && t('nights.quoted', { note: incident.note }),
  ].filter(Boolean);

  return (
    <Link href={`/nights/${night}/${incident.id}`} className={styles.card}>
      <Avatar name={child?.name ?? '?'} color={child?.color ?? 'grey'} />
      <strong>
        {child?.name ?? '?'} · <span className={styles.times}>{times}</span>
      </strong>
      {recoveryTimeMs !== null && <span className={styles.duration}>{format.duration(recoveryTimeMs)}</span>}
      <span className={styles.facts}>{facts.join(' · ')}</span>
    </Link>
  );
}
