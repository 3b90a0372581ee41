import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import type { TemperatureDay } from '@/metrics/paediatrician/healthFacts';
import { cutTo, linesOfAll, mostTelling } from './fit';
import { List } from './List';
import styles from './paper.module.css';
import { CURVE_LINES, TemperatureCurve } from './TemperatureCurve';
import { usePaperWords } from './usePaperWords';

/** How many of a day's have room in its line. */
const A_LINE = 2;

/** A curve of one point is none. */
const countOf = (days: readonly TemperatureDay[]): number => linesOfAll(days, ({ taken }) => taken.length);
const curveLines = (days: readonly TemperatureDay[]): number => (countOf(days) > 1 ? CURVE_LINES : 0);

export const linesOfTemperatures = (days: readonly TemperatureDay[]): number => days.length + curveLines(days);

interface TemperaturesProps {
  /** The latest first. */
  days: readonly TemperatureDay[];
  lines: number;
}

/** All of them as points on a curve, and of each day the highest in figures. */
export function Temperatures({ days, lines }: TemperaturesProps) {
  const { t } = useWords();
  const { format } = useHousehold();
  const { degrees } = usePaperWords();
  const { shown, left } = cutTo(days, lines - curveLines(days));
  return (
    <List
      title={t('paediatrician.temperatures')}
      isEmpty={days.length === 0}
      left={countOf(left)}
      chart={curveLines(days) > 0 && <TemperatureCurve days={days} />}
    >
      {shown.map(({ day, taken }) => {
        const told = mostTelling(taken, A_LINE);
        return (
          <li key={day}>
            <span className={styles.day}>{format.day(day)}</span>
            <span className={styles.name}>
              {told.shown.map(({ at, celsius }) => `${degrees(celsius)} (${format.time(at)})`).join(' · ')}
            </span>
            {told.left.length > 0 && <span>{t('paediatrician.more', { count: told.left.length })}</span>}
          </li>
        );
      })}
    </List>
  );
}
