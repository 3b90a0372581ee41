import type { Backup } from '@/domain/backup';
import { LOGGED_TABLES } from '@/domain/rows/tables';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import { getFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/useTranslation';
import type { Instant } from '@/lib/time';
import { wallClockAt } from '@/lib/zone';
import styles from './settings.module.css';

/** A backup in a few lines: whose, from when to when, how much. */
export function BackupSummary({ backup: { log, exportedAt } }: { backup: Backup }) {
  const { t, locale } = useTranslation();
  // On the clock of the household it was saved in.
  const format = getFormat(locale, log.household.timeZone);
  const dayOf = (at: Instant) => format.day(wallClockAt(at, log.household.timeZone).day);
  const live = <T extends { deletedAt: Instant | null }>(rows: readonly T[]) =>
    rows.filter(({ deletedAt }) => deletedAt === null);
  const names = live([...log.children, ...log.caregivers]).map(({ name }) => name);
  const startTimes = live(log.incidents).flatMap(({ timeline }) => foldTimeline(timeline)?.detectedAt ?? []);
  const [from, to] = startTimes.reduce<[Instant | null, Instant | null]>(
    ([first, last], at) => [first === null || at < first ? at : first, last === null || at > last ? at : last],
    [null, null],
  );
  const others = LOGGED_TABLES.filter((table) => table !== 'incidents' && table !== 'nights').reduce(
    (sum, table) => sum + live(log[table] as readonly { deletedAt: Instant | null }[]).length,
    0,
  );
  const wakeUps = t('backup.preview.wakeUps', { count: startTimes.length });
  const lines = [
    t('backup.preview.madeAt', { day: dayOf(exportedAt), time: format.time(exportedAt) }),
    names.join(', '),
    from !== null && to !== null
      ? `${wakeUps}, ${t('backup.preview.between', { from: dayOf(from), to: dayOf(to) })}`
      : wakeUps,
    t('backup.preview.nights', { count: live(log.nights).length }),
    others > 0 && t('backup.preview.others', { count: others }),
  ].filter(Boolean);
  return (
    <ul className={styles.facts}>
      {lines.map((line) => (
        <li key={String(line)}>{line}</li>
      ))}
    </ul>
  );
}
