import type { Incident } from '@/domain/rows/incident';
import { foldTimeline, recoveryMs } from '@/domain/timeline/foldTimeline';
import { useEntryText } from '@/hooks/useEntryText';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './review.module.css';

/** How many entries of a timeline are shown; of a longer timeline, the last ones. */
const LINES_SHOWN = 4;

interface IncidentDetailsProps {
  incident: Incident;
  /** True for a single line: when two wake-ups are compared, or when the answers need the room. */
  isBrief: boolean;
}

/** Shows what the log knows about one wake-up. */
export function IncidentDetails({ incident, isBrief }: IncidentDetailsProps) {
  const { t } = useTranslation();
  const { format } = useHousehold();
  const formatEntry = useEntryText(incident);
  const state = foldTimeline(incident.timeline);
  if (!state) return null;
  const recoveryTimeMs = recoveryMs(state);

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
            ...(recoveryTimeMs === null ? [] : [format.duration(recoveryTimeMs)]),
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
        const { title, detail } = formatEntry(entry);
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
