import { factFields } from '@/importers/facts';
import type { Importer } from '@/importers/importer';
import { parseCelsius, parseDuration } from '@/importers/values/quantities';
import { parseTime } from '@/importers/values/sourceTime';
import { HOUR_MS } from '@/lib/time';
import { hasHeadings, headingsOf, isObject, jsonRows, type Row, type RowResult, readRows, tableRows } from './rows';

/*
 * Baby Buddy: the tables of its database administration, and what its API answers. A table has one
 * type of rows, which its columns tell.
 */

type Table =
  | 'child'
  | 'sleep'
  | 'feeding'
  | 'diaper'
  | 'temperature'
  | 'medication'
  | 'note'
  | 'pump'
  | 'tummy'
  | 'growth';

/** The columns that only that table has. */
const COLUMNS: readonly (readonly [Table, string])[] = [
  ['child', 'birth_date'],
  ['sleep', 'nap'],
  ['feeding', 'method'],
  ['diaper', 'wet'],
  ['temperature', 'temperature'],
  ['medication', 'dosage_unit'],
  ['note', 'note'],
  ['tummy', 'milestone'],
  ['growth', 'weight'],
  ['growth', 'height'],
  ['growth', 'bmi'],
  ['growth', 'head_circumference'],
  ['pump', 'amount'],
];

const tableOf = (names: Iterable<string>): Table | null => {
  const known = new Set(names);
  return COLUMNS.find(([, column]) => known.has(column))?.[0] ?? null;
};

export const babyBuddy: Importer = {
  tracker: 'baby-buddy',
  recognise: (source) => {
    if (source.kind === 'json')
      return isObject(source.value) && 'count' in source.value && Array.isArray(source.value.results);
    return hasHeadings(source, 'child_id') || hasHeadings(source, 'id', 'first_name', 'last_name', 'birth_date');
  },
  read: (source) => {
    if (source.kind === 'table') {
      const table = tableOf(headingsOf(source));
      return readRows(tableRows(source), (row) => readRow(row, table));
    }
    const results = isObject(source.value) && Array.isArray(source.value.results) ? source.value.results : [];
    return readRows(jsonRows(source, results), (row) => readRow(row, tableOf(Object.keys(row.object))));
  },
};

function readRow(row: Row, table: Table | null): RowResult {
  const nameOf = (...parts: string[]) => parts.map(row.get).filter(Boolean).join(' ');
  if (table === 'child') {
    const key = row.get('id');
    return key === ''
      ? 'noId'
      : { key, name: nameOf('first_name', 'last_name') || key, birthDate: row.get('birth_date') || null };
  }
  const child = nameOf('child_first_name', 'child_last_name') || row.get('child_id') || row.get('child');
  if (child === '') return 'noChild';
  const sourceId = row.get('id');
  if (sourceId === '') return 'noId';
  const fields = factFields(row.place, { child, sourceId, note: row.get('notes') });
  switch (table) {
    case 'sleep': {
      const start = parseTime(row.get('start'), 'ymd');
      if (!start.ok) return start.reason;
      const end = row.get('end') === '' ? null : parseTime(row.get('end'), 'ymd');
      if (end && !end.ok) return end.reason;
      const mark = ['1', 'true', 'True'].includes(row.get('nap')) ? 'nap' : 'night';
      return { ...fields, kind: 'sleep', start: start.value, end: end?.value ?? null, durationMs: null, mark };
    }
    case 'feeding':
    case 'diaper':
    case 'note': {
      const at = parseTime(row.get(table === 'feeding' ? 'start' : 'time'), 'ymd');
      if (!at.ok) return at.reason;
      if (table === 'note')
        return { ...factFields(row.place, { child, sourceId, note: row.get('note') }), kind: 'note', at: at.value };
      return { ...fields, kind: table === 'feeding' ? 'feed' : 'diaper', at: at.value };
    }
    case 'temperature': {
      const at = parseTime(row.get('time'), 'ymd');
      if (!at.ok) return at.reason;
      const celsius = parseCelsius(row.get('temperature'));
      return celsius === null ? 'badNumber' : { ...fields, kind: 'temperature', at: at.value, celsius };
    }
    case 'medication': {
      const at = parseTime(row.get('time'), 'ymd');
      if (!at.ok) return at.reason;
      const name = row.get('name');
      if (name === '') return 'noName';
      const amount = [row.get('dosage'), row.get('dosage_unit')].filter(Boolean).join(' ');
      const interval = parseDuration(row.get('next_dose_interval'));
      return {
        ...fields,
        kind: 'medicine',
        at: at.value,
        name,
        amount,
        minHours: interval === null ? null : interval / HOUR_MS,
      };
    }
    case 'pump':
    case 'growth':
      return { ...fields, kind: table };
    case 'tummy':
      return { ...fields, kind: 'activity' };
    default:
      return { ...fields, kind: 'other' };
  }
}
