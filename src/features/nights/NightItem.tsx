import { Link } from 'wouter';
import { NightStrip } from '@/components/NightStrip';
import type { NightSummary } from '@/domain/nightSummary';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day, Instant } from '@/lib/time';
import styles from './nights.module.css';
import type { NightIllness } from './useIllnessesOfNight';
import { useNightFactsText } from './useNightFactsText';

interface NightItemProps {
  summary: NightSummary;
  /** The night of today. */
  latest: Day;
  now: Instant;
  illnesses: readonly NightIllness[];
}

/** One night of the list in one line: its day and facts, and its strip if anything was logged. */
export function NightItem({ summary, latest, now, illnesses }: NightItemProps) {
  const { t } = useTranslation();
  const { children, format } = useHousehold();
  const formatFacts = useNightFactsText();
  const { night, window, stretches, observed } = summary;
  const lanes = children.filter(({ id, archived }) => !archived || stretches.some(({ childId }) => childId === id));
  const label = t('nights.stripLabel', {
    night: format.day(night),
    from: format.time(window.start),
    to: format.time(window.end),
  });
  return (
    <li>
      <Link href={`/nights/${night}`} className={styles.night}>
        <strong>
          {night === latest ? t(now < window.end ? 'nights.tonight' : 'nights.lastNight') : format.day(night)}
        </strong>
        <span>{formatFacts(summary)}</span>
        {illnesses.map(({ id, child, label: illnessLabel }) => (
          <span key={id} className={styles.ill}>
            {t('health.ofChild', { label: illnessLabel, child })}
          </span>
        ))}
        {observed && (
          <NightStrip
            window={window}
            stretches={stretches}
            lanes={lanes}
            now={now > window.start && now < window.end ? now : null}
            label={label}
          />
        )}
      </Link>
    </li>
  );
}
