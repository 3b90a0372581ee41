import { factFields } from '@/importers/facts';
import type { Importer } from '@/importers/importer';
import { minutesToMs, parseNumber } from '@/importers/values/quantities';
import { parseTime } from '@/importers/values/sourceTime';
import { hasHeadings, headingsOf, type Row, type RowResult, readRows, tableRows } from './rows';

/* Baby Tracker by Nighp: a file a type and child. */

type Table = 'sleep' | 'feed' | 'diaper' | 'pump';

const SLEEP_MINUTES = ['Duration(minutes)', 'Duration (min)'] as const;

const startsWith = (headings: readonly string[], text: string) => headings.some((name) => name.startsWith(text));

function tableOf(headings: readonly string[]): Table | null {
  const has = (name: string) => headings.includes(name);
  if (!has('Time')) return null;
  if (!has('Baby')) return startsWith(headings, 'Total amount') ? 'pump' : null;
  if (has('Status')) return 'diaper';
  if (has('Start Side') || startsWith(headings, 'Amount')) return 'feed';
  return SLEEP_MINUTES.some(has) ? 'sleep' : null;
}

export const babyTracker: Importer = {
  tracker: 'baby-tracker',
  recognise: (source) => hasHeadings(source, 'Time') && tableOf(headingsOf(source)) !== null,
  read: (source) => {
    const table = tableOf(headingsOf(source));
    return readRows(source.kind === 'table' ? tableRows(source) : [], (row) => readRow(row, table));
  },
};

function readRow(row: Row, table: Table | null): RowResult {
  const child = row.get('Baby');
  const fields = factFields(row.place, { child, note: row.get('Note') });
  if (table === 'pump' || table === null) return { ...fields, child: null, kind: 'pump' };
  if (child === '') return 'noChild';
  const at = parseTime(row.get('Time'), 'mdy');
  if (!at.ok) return at.reason;
  if (table !== 'sleep') return { ...fields, kind: table, at: at.value };
  const minutesText = SLEEP_MINUTES.map(row.get).find(Boolean);
  const minutes = minutesText === undefined ? null : parseNumber(minutesText);
  if (minutesText !== undefined && minutes === null) return 'badNumber';
  const durationMs = minutes === null ? null : minutesToMs(minutes);
  return { ...fields, kind: 'sleep', start: at.value, end: null, durationMs, mark: null };
}
