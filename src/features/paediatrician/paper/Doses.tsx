import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import type { DoseDay } from '@/metrics/paediatrician/healthFacts';
import { cutTo, linesOfAll } from './fit';
import { List } from './List';
import styles from './paper.module.css';
import { usePaperWords } from './usePaperWords';

/** How many times of day have room in a line, and how many of those with AM and PM. */
const A_LINE = 3;
const A_LINE_12 = 2;

/** What was given, how much, and when; a line a day and medicine. */
export function Doses({ doses, lines }: { doses: readonly DoseDay[]; lines: number }) {
  const { t } = useWords();
  const { format } = useHousehold();
  const { hour12 } = usePaperWords();
  const room = hour12 ? A_LINE_12 : A_LINE;
  const { shown, left } = cutTo(doses, lines);
  return (
    <List
      title={t('paediatrician.medicine')}
      isEmpty={doses.length === 0}
      left={linesOfAll(left, ({ at }) => at.length)}
    >
      {shown.map(({ day, name, amount, at }) => {
        const more = at.length - room;
        const times = at.slice(-room).map(format.time).join(', ');
        return (
          <li key={`${day} ${name} ${amount}`}>
            <span className={styles.day}>{format.day(day)}</span>
            <span className={styles.dose}>
              <span>{name}</span>
              <span>{amount}</span>
            </span>
            <span>{more > 0 ? `${t('paediatrician.more', { count: more })}, ${times}` : times}</span>
          </li>
        );
      })}
    </List>
  );
}
