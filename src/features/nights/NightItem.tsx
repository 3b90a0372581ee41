import { Link } from 'wouter';
import { NightStrip } from '@/components/NightStrip';
import type { NightSummary } from '@/domain/nightSummary';
import { useHousehold } from '@/hooks/useHousehold';
import { formatTimeOn } from '@/i18n/formatMoment';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day, Instant } from '@/lib/time';
import styles from './nights.module.css';
import type { NightIllness } from './useIllnessesOfNight';

interface NightItemProps {
  summary: NightSummary;
  /** The night of today. */
  latest: Day;
  now: Instant;
  illnesses: readonly NightIllness[];
}

/** One night of the list: its facts, its illnesses, and its strip if anything was logged. */
export function NightItem({ summary, latest, now, illnesses }: NightItemProps) {
  const { t } = useTranslation();
  const { household, children, format } = useHousehold();
  const { night, window, stretches, wakeUps, awakeMs, awakeSince, observed } = summary;
  const lanes = children.filter(({ id, archived }) => !archived || stretches.some(({ childId }) => childId === id));
  const formatFacts = () => {
    if (!observed) return t('nights.notLogged');
    if (wakeUps === 0 && awakeMs === 0) return t('nights.quietNight');
    const duration = format.duration(awakeMs);
    const first =
      wakeUps === 0 && awakeSince !== null
        ? [t('nights.awakeNow', { time: formatTimeOn(night, awakeSince, format, household) })]
        : [];
    // Without a wake-up of its own, "0 wake-ups" would sound as if all had slept.
    const counts = wakeUps > 0 ? [t('nights.wakeUps', { count: wakeUps })] : first;
    return [...counts, t('nights.awakeFor', { duration })].join(' · ');
  };
  const label = t('nights.stripLabel', {
    night: format.day(night),
    from: format.time(window.start),
    to: format.time(window.end),
  });
  return (
    <li>
      <Link href={`/nights/${night}`} className={styles.night} data-observed={observed} data-ill={illnesses.length > 0}>
        <span className={styles.summary}>
          <strong>
            {night === latest ? t(now < window.end ? 'nights.tonight' : 'nights.lastNight') : format.day(night)}
          </strong>
          <span>{formatFacts()}</span>
          {illnesses.map(({ id, child, label: illnessLabel }) => (
            <span key={id}>{t('health.ofChild', { label: illnessLabel, child })}</span>
          ))}
        </span>
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
