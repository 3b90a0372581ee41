import Pencil from 'lucide-react/icons/pencil';
import { Button } from '@/components/Button';
import { changeEpisode } from '@/db/health';
import type { Episode } from '@/domain/rows/others';
import { useHealthText } from '@/hooks/useHealthText';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import type { Day, Instant } from '@/lib/time';
import styles from './health.module.css';
import { countDays, useDayText } from './useDayText';

interface RunningEpisodeProps {
  episode: Episode;
  now: Instant;
  onEdit: () => void;
}

/** A current illness, with buttons that end it today or yesterday. */
export function RunningEpisode({ episode, now, onEdit }: RunningEpisodeProps) {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const reportResult = useReportResult();
  const days = useDayText(now);
  const label = useHealthText().formatIllness(episode);
  const endEpisode = async (endDay: Day) => {
    const result = await changeEpisode(db, { id: episode.id, change: { endDay }, now: readClock() });
    reportResult(result, { message: () => t('health.toast.over', { label }) });
  };
  return (
    <article className={styles.runningEpisode} aria-label={label}>
      <button type="button" className={styles.episode} onClick={onEdit}>
        <span>
          <strong>{label}</strong>
          <small>
            {t('health.since', { day: days.formatDay(episode.startDay) })} ·{'\u00a0'}
            {t('health.day', { count: countDays(episode.startDay, days.today) })}
          </small>
          {episode.note && <small>{episode.note}</small>}
        </span>
        <Pencil aria-hidden="true" size={18} />
      </button>
      <div className={styles.endButtons}>
        {episode.startDay <= days.yesterday && (
          <Button onClick={() => endEpisode(days.yesterday)}>{t('health.overYesterday')}</Button>
        )}
        <Button onClick={() => endEpisode(days.today)}>{t('health.overToday')}</Button>
      </div>
    </article>
  );
}
