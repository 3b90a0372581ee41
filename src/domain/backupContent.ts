import type { Instant } from '@/lib/time';
import type { Backup } from './backup';
import { inOrderOfBirth } from './childOrder';
import { LOGGED_TABLES } from './rows/tables';
import { foldTimeline } from './timeline/foldTimeline';

/** What a backup contains, in a few values. Rows that are marked deleted are not counted. */
export interface BackupContent {
  exportedAt: Instant;
  /** The zone of the backup's household. */
  timeZone: string;
  /** The names of the children in the order of their birth, then those of the caregivers. */
  names: string[];
  wakeUpCount: number;
  /** When the first wake-up was detected; null if there is none. */
  firstWakeUpAt: Instant | null;
  lastWakeUpAt: Instant | null;
  nightCount: number;
  /** The number of all other rows that somebody logged, such as chores and naps. */
  otherCount: number;
}

/** Returns what a backup contains. */
export function contentOf({ log, exportedAt }: Backup): BackupContent {
  const wakeUpTimes = notDeleted(log.incidents).flatMap(({ timeline }) => foldTimeline(timeline)?.detectedAt ?? []);
  const [firstWakeUpAt, lastWakeUpAt] = wakeUpTimes.reduce<[Instant | null, Instant | null]>(
    ([first, last], at) => [first === null || at < first ? at : first, last === null || at > last ? at : last],
    [null, null],
  );
  return {
    exportedAt,
    timeZone: log.household.timeZone,
    names: [...inOrderOfBirth(notDeleted(log.children)), ...notDeleted(log.caregivers)].map(({ name }) => name),
    wakeUpCount: wakeUpTimes.length,
    firstWakeUpAt,
    lastWakeUpAt,
    nightCount: notDeleted(log.nights).length,
    otherCount: LOGGED_TABLES.filter((table) => table !== 'incidents' && table !== 'nights').reduce(
      (sum, table) => sum + notDeleted(log[table] as readonly { deletedAt: Instant | null }[]).length,
      0,
    ),
  };
}

const notDeleted = <T extends { deletedAt: Instant | null }>(rows: readonly T[]): T[] =>
  rows.filter(({ deletedAt }) => deletedAt === null);
