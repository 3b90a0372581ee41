import type { BackupContent } from '@/domain/backupContent';
import { getFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/useTranslation';
import { assumedZone } from '@/lib/deviceZone';
import type { Instant } from '@/lib/time';
import { wallClockAt } from '@/lib/zone';
import styles from './settings.module.css';

/** The content of a backup in a few lines: names, first and last wake-up, and numbers of rows. */
export function BackupSummary({ content }: { content: BackupContent }) {
  const { t, locale } = useTranslation();
  const { exportedAt, timeZone, names, wakeUpCount, firstWakeUpAt, lastWakeUpAt, nightCount, otherCount } = content;
  // Days and times are in the time zone of the backup's household.
  const format = getFormat(locale, assumedZone(timeZone));
  const formatDay = (at: Instant) => format.day(wallClockAt(at, timeZone).day);
  const wakeUps = t('backup.preview.wakeUps', { count: wakeUpCount });
  const lines = [
    t('backup.preview.madeAt', { day: formatDay(exportedAt), time: format.time(exportedAt) }),
    names.join(', '),
    firstWakeUpAt !== null && lastWakeUpAt !== null
      ? `${wakeUps}, ${t('backup.preview.between', { from: formatDay(firstWakeUpAt), to: formatDay(lastWakeUpAt) })}`
      : wakeUps,
    t('backup.preview.nights', { count: nightCount }),
    otherCount > 0 && t('backup.preview.others', { count: otherCount }),
  ].filter(Boolean);
  return (
    <ul className={styles.facts}>
      {lines.map((line) => (
        <li key={String(line)}>{line}</li>
      ))}
    </ul>
  );
}
