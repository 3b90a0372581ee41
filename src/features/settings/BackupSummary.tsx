import type { Backup } from '@/domain/backup';
import { LOGGED_TABLES } from '@/domain/rows/tables';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import { getFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/useTranslation';
import type { Instant } from '@/lib/time';
import { wallClockAt } from '@/lib/zone';
import styles from './settings.module.css';

/** The content of a backup in a few lines: names, first and last wake-up, and numbers of rows. */
export function BackupSummary({ backup: { log, exportedAt } }: { backup: Backup }) {
  const { t, locale } = useTranslation();
  // Days and times are in the time zone of the backup's household.
  const format = getFormat(locale, log.household.timeZone);
  const formatDay = (at: Instant) => format.day(wallClockAt(at, log.household.timeZone).day);
  const notDeleted = <T extends { deletedAt: Instant | null }>(rows: readonly T[]) =>
    rows.filter(({ deletedAt }) => deletedAt === null);
  const names = notDeleted([...log.children, ...log.caregivers]).map(({ name }) => name);
  const startTimes = notDeleted(log.incidents).flatMap(({ timeline }) => foldTimeline(timeline)?.detectedAt ?? []);
  const [from, to] = startTimes.reduce<[Instant | null, Instant | null]>(
    ([first, last], at) => [first === null || at < first ? at : first, last === null || at > last ? at : last],
    [null, null],
  );
  const otherCount = LOGGED_TABLES.filter((table) => table !== 'incidents' && table !== 'nights').reduce(
    (sum, table) => sum + notDeleted(log[table] as readonly { deletedAt: Instant | null }[]).length,
    0,
  );
  const wakeUps = t('backup.preview.wakeUps', { count: startTimes.length });
  const lines = [
    t('backup.preview.madeAt', { day: formatDay(exportedAt), time: format.time(exportedAt) }),
    names.join(', '),
    from !== null && to !== null
      ? `${wakeUps}, ${t('backup.preview.between', { from: formatDay(from), to: formatDay(to) })}`
      : wakeUps,
    t('backup.preview.nights', { count: notDeleted(log.nights).length }),
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
