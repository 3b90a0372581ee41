import { Pencil } from 'lucide-react';
import { Button } from '@/components/Button';
import { changeEpisode } from '@/db/health';
import type { Episode } from '@/domain/rows/others';
import { useHousehold } from '@/hooks/household';
import { useAnswer } from '@/hooks/useAnswer';
import { useHealthWords } from '@/hooks/useHealthWords';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';
import type { Day, Instant } from '@/lib/time';
import styles from './health.module.css';
import { daysFrom, useDays } from './useDays';

interface RunningEpisodeProps {
  episode: Episode;
  now: Instant;
  onChange: () => void;
}

/** An illness that goes on, and the tap that ends it. */
export function RunningEpisode({ episode, now, onChange }: RunningEpisodeProps) {
  const { t } = useWords();
  const { db } = useHousehold();
  const answer = useAnswer();
  const days = useDays(now);
  const label = useHealthWords().illness(episode);
  const end = async (endDay: Day) => {
    const result = await changeEpisode(db, { id: episode.id, change: { endDay }, now: readClock() });
    answer(result, { said: () => t('health.said.over', { label }) });
  };
  return (
    <article className={styles.running} aria-label={label}>
      <button type="button" className={styles.episode} onClick={onChange}>
        <span>
          <strong>{label}</strong>
          <small>
            {t('health.since', { day: days.say(episode.startDay) })} ·{' '}
            {t('health.day', { count: daysFrom(episode.startDay, days.today) })}
          </small>
          {episode.note && <small>{episode.note}</small>}
        </span>
        <Pencil aria-hidden="true" size={18} />
      </button>
      <div className={styles.over}>
        {episode.startDay <= days.yesterday && (
          <Button onClick={() => end(days.yesterday)}>{t('health.overYesterday')}</Button>
        )}
        <Button onClick={() => end(days.today)}>{t('health.overToday')}</Button>
      </div>
    </article>
  );
}
