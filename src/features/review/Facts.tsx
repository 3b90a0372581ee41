import type { Incident } from '@/domain/rows/incident';
import { foldTimeline, recoveryMs } from '@/domain/timeline/fold';
import { useHousehold } from '@/hooks/household';
import { useLines } from '@/hooks/useLines';
import { useWords } from '@/i18n/language';
import styles from './review.module.css';

/** So many lines bring a wake-up back to mind; a long one is told by its last. */
const LINES_TOLD = 4;

interface FactsProps {
  incident: Incident;
  /** In a line: where two stand beside each other, or the answers need the room. */
  brief: boolean;
}

/** What the log knows of a wake-up. */
export function Facts({ incident, brief }: FactsProps) {
  const { t } = useWords();
  const { format } = useHousehold();
  const lineOf = useLines(incident);
  const state = foldTimeline(incident.timeline);
  if (!state) return null;
  const recovery = recoveryMs(state);

  if (brief) {
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
  const told = state.entries.slice(-LINES_TOLD);
  const earlier = state.entries.length - told.length;
  return (
    <ol className={styles.lines}>
      {earlier > 0 && <li className={styles.more}>{t('review.earlierLines', { count: earlier })}</li>}
      {told.map((entry) => {
        const { title, more } = lineOf(entry);
        return (
          <li key={entry.id}>
            <time>{format.time(entry.at)}</time>
            <span>{[title, more].filter(Boolean).join(' · ')}</span>
          </li>
        );
      })}
    </ol>
  );
}
