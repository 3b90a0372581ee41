import type { Episode } from '@/domain/rows/others';
import { useTranslation } from '@/i18n/useTranslation';
import { DAY_MS } from '@/lib/time';
import { cutToLines } from './allocateLines';
import styles from './paper.module.css';
import { ReportList } from './ReportList';
import { useIllnessText } from './useIllnessText';
import { usePaperText } from './usePaperText';

/** The illnesses as the parents noted them, the latest first. */
export function Illnesses({ episodes, lines }: { episodes: readonly Episode[]; lines: number }) {
  const { t } = useTranslation();
  const { formatShortDay } = usePaperText();
  const nameOf = useIllnessText();
  const { shown, omitted } = cutToLines(episodes, lines);
  const formatDays = ({ startDay, endDay }: Episode) => {
    const from = formatShortDay(startDay);
    if (endDay === null) return t('paediatrician.since', { from });
    const count = (Date.parse(endDay) - Date.parse(startDay)) / DAY_MS + 1;
    return t('paediatrician.fromTo', { from, to: formatShortDay(endDay), days: t('paediatrician.days', { count }) });
  };
  return (
    <ReportList title={t('paediatrician.illnesses')} isEmpty={episodes.length === 0} omittedCount={omitted.length}>
      {shown.map((episode) => (
        <li key={episode.id}>
          <span className={styles.name}>{nameOf(episode)}</span>
          <span>{formatDays(episode)}</span>
        </li>
      ))}
    </ReportList>
  );
}
