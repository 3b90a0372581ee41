import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { DoseDay } from '@/metrics/paediatrician/healthFacts';
import { countLines, cutToLines } from './allocateLines';
import styles from './paper.module.css';
import { ReportList } from './ReportList';
import { usePaperText } from './usePaperText';

/** How many times of day fit in a line, on a 24-hour clock and with AM and PM. */
const TIMES_PER_LINE = 3;
const TIMES_PER_LINE_12H = 2;

/** The doses: medicine, amount and times, one line per day and medicine. */
export function Doses({ doses, lines }: { doses: readonly DoseDay[]; lines: number }) {
  const { t } = useTranslation();
  const { format } = useHousehold();
  const { isHour12 } = usePaperText();
  const timesPerLine = isHour12 ? TIMES_PER_LINE_12H : TIMES_PER_LINE;
  const { shown, omitted } = cutToLines(doses, lines);
  return (
    <ReportList
      title={t('paediatrician.medicine')}
      isEmpty={doses.length === 0}
      omittedCount={countLines(omitted, ({ at }) => at.length)}
    >
      {shown.map(({ day, name, amount, at }) => {
        const hiddenCount = at.length - timesPerLine;
        const times = at.slice(-timesPerLine).map(format.time).join(', ');
        return (
          <li key={`${day} ${name} ${amount}`}>
            <span className={styles.day}>{format.day(day)}</span>
            <span className={styles.dose}>
              <span>{name}</span>
              <span>{amount}</span>
            </span>
            <span>{hiddenCount > 0 ? `${t('paediatrician.more', { count: hiddenCount })}, ${times}` : times}</span>
          </li>
        );
      })}
    </ReportList>
  );
}
