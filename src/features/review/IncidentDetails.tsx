import type { Incident } from '@/domain/rows/incident';
import { foldTimeline, recoveryMs } from '@/domain/timeline/foldTimeline';
import { useEntryText } from '@/hooks/useEntryText';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './review.module.css';

/** So many lines bring a wake-up back to mind; a long one is told by its last. */
const LINES_SHOWN = 4;

interface IncidentDetailsProps {
  incident: Incident;
  /** In a line: where two stand beside each other, or the answers need the room. */
  isBrief: boolean;
}

/** What the log knows of a wake-up. */
export function IncidentDetails({ incident, isBrief }: IncidentDetailsProps) {
  const { t } = useTranslation();
  const { format } = useHousehold();
  const lineOf = useEntryText(incident);
  const state = foldTimeline(incident.timeline);
  if (!state) return null;
  const recovery = recoveryMs(state);

  if (isBrief) {
    const from = format.time(state.detectedAt);
    const times = state.resolution
      ? t('nights.fromTo', { from, to: format.time(state.resolution.at) })
      : t('nights.awakeNow', { time: from });
    return (
      <p className={styles.fact}>
        <strong>{times}</strong>
        <span>
          {[
            ...new Set(state.remedies.map(({ remedy }) => t(`common.remedy.${remedy}`))),
            ...(recovery === null ? [] : [format.duration(recovery)]),
          ].join(' · ')}
        </span>
      </p>
    );
  }
  const shownEntries = state.entries.slice(-LINES_SHOWN);
  const earlierCount = state.entries.length - shownEntries.length;
  return (
    <ol className={styles.lines}>
      {earlierCount > 0 && <li className={styles.more}>{t('review.earlierLines', { count: earlierCount })}</li>}
      {shownEntries.map((entry) => {
        const { title, detail } = lineOf(entry);
        return (
          <li key={entry.id}>
            <time>{format.time(entry.at)}</time>
            <span>{[title, detail].filter(Boolean).join(' · ')}</span>
          </li>
        );
      })}
    </ol>
  );
}
