import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { TemperatureDay } from '@/metrics/paediatrician/healthFacts';
import { countLines, cutToLines, keepHighestAndLatest } from './allocateLines';
import styles from './paper.module.css';
import { ReportList } from './ReportList';
import { CURVE_LINES, TemperatureCurve } from './TemperatureCurve';
import { usePaperText } from './usePaperText';

/** How many temperatures of one day fit in its line. */
const TEMPERATURES_PER_LINE = 2;

const countTemperatures = (days: readonly TemperatureDay[]): number => countLines(days, ({ taken }) => taken.length);
/** A single temperature gets no curve. */
const curveLines = (days: readonly TemperatureDay[]): number => (countTemperatures(days) > 1 ? CURVE_LINES : 0);

/** Returns how many lines all temperatures take: one per day, and those of the curve. */
export const linesOfTemperatures = (days: readonly TemperatureDay[]): number => days.length + curveLines(days);

interface TemperaturesProps {
  /** Sorted from latest to earliest. */
  days: readonly TemperatureDay[];
  lines: number;
}

/** A curve of all temperatures, and one line per day with the highest and the latest of them. */
export function Temperatures({ days, lines }: TemperaturesProps) {
  const { t } = useTranslation();
  const { format } = useHousehold();
  const { formatDegrees } = usePaperText();
  const { shown, omitted } = cutToLines(days, lines - curveLines(days));
  return (
    <ReportList
      title={t('paediatrician.temperatures')}
      isEmpty={days.length === 0}
      omittedCount={countTemperatures(omitted)}
      chart={curveLines(days) > 0 && <TemperatureCurve days={days} />}
    >
      {shown.map(({ day, taken }) => {
        const cut = keepHighestAndLatest(taken, TEMPERATURES_PER_LINE);
        return (
          <li key={day}>
            <span className={styles.day}>{format.day(day)}</span>
            <span className={styles.name}>
              {cut.shown.map(({ at, celsius }) => `${formatDegrees(celsius)} (${format.time(at)})`).join(' · ')}
            </span>
            {cut.omitted.length > 0 && <span>{t('paediatrician.more', { count: cut.omitted.length })}</span>}
          </li>
        );
      })}
    </ReportList>
  );
}
