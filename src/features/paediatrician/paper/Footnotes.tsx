import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import { SECOND_MS, type WallTime } from '@/lib/time';
import { instantOnWall } from '@/lib/zone';
import type { Report } from '@/metrics/paediatrician/computeReport';
import styles from './paper.module.css';

/** What one must know to read the chart aright; only what is the case in it. */
export function Footnotes({ report: { household, range, rows, falseAlarms } }: { report: Report }) {
  const { t } = useWords();
  const { format } = useHousehold();
  const { nightStart, nightEnd, graceSeconds, timeZone } = household;
  const said = (time: WallTime) => format.time(instantOnWall(range.from, time, timeZone));
  const notes = [
    t('paediatrician.hours', { from: said(nightStart), to: said(nightEnd) }),
    rows.some(({ outside }) => outside) && t('paediatrician.outside'),
    falseAlarms > 0 && t('paediatrician.falseAlarms', { grace: format.duration(graceSeconds * SECOND_MS) }),
    rows.some(({ running }) => running) && t('paediatrician.running'),
    rows.some(({ clockChange }) => clockChange !== null) && t('paediatrician.clockChange'),
  ].filter((note) => note !== false);
  return (
    <div className={styles.footnotes}>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  );
}
