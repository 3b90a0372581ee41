import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { SECOND_MS, type WallTime } from '@/lib/time';
import { instantOnWall, zoneOfNight } from '@/lib/zone';
import type { Report } from '@/metrics/paediatrician/computeReport';
import styles from './paper.module.css';

/**
 * The footnotes needed to read the chart correctly. Only those that apply to this report are
 * printed.
 */
export function Footnotes({ report: { household, range, rows, falseAlarms, hasForgotten } }: { report: Report }) {
  const { t } = useTranslation();
  const { format } = useHousehold();
  const { nightStart, nightEnd, graceSeconds } = household;
  const formatWallTime = (time: WallTime) =>
    format.time(instantOnWall(range.from, time, zoneOfNight(household, range.from)));
  const notes = [
    t('paediatrician.hours', { from: formatWallTime(nightStart), to: formatWallTime(nightEnd) }),
    rows.some(({ hasAwakeOutsideHours }) => hasAwakeOutsideHours) && t('paediatrician.outside'),
    falseAlarms > 0 && t('paediatrician.falseAlarms', { grace: format.duration(graceSeconds * SECOND_MS) }),
    hasForgotten && t('paediatrician.forgotten'),
    rows.some(({ isRunning }) => isRunning) && t('paediatrician.running'),
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
