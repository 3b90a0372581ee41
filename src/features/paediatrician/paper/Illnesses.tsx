import type { Episode } from '@/domain/rows/others';
import { useWords } from '@/i18n/language';
import { DAY_MS } from '@/lib/time';
import { cutTo } from './fit';
import { List } from './List';
import styles from './paper.module.css';
import { useIllnessName } from './useIllnessName';
import { usePaperWords } from './usePaperWords';

/** Illnesses as the parents noted them, the one that began last first. */
export function Illnesses({ episodes, lines }: { episodes: readonly Episode[]; lines: number }) {
  const { t } = useWords();
  const { shortDay } = usePaperWords();
  const nameOf = useIllnessName();
  const { shown, left } = cutTo(episodes, lines);
  const daysOf = ({ startDay, endDay }: Episode) => {
    const from = shortDay(startDay);
    if (endDay === null) return t('paediatrician.since', { from });
    const count = (Date.parse(endDay) - Date.parse(startDay)) / DAY_MS + 1;
    return t('paediatrician.fromTo', { from, to: shortDay(endDay), days: t('paediatrician.days', { count }) });
  };
  return (
    <List title={t('paediatrician.illnesses')} isEmpty={episodes.length === 0} left={left.length}>
      {shown.map((episode) => (
        <li key={episode.id}>
          <span className={styles.name}>{nameOf(episode)}</span>
          <span>{daysOf(episode)}</span>
        </li>
      ))}
    </List>
  );
}
