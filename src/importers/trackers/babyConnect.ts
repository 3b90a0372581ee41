import { factFields, type OtherKind } from '@/importers/facts';
import type { Importer } from '@/importers/importer';
import { minutesToMs, parseCelsius, parseNumber } from '@/importers/values/quantities';
import { parseTime } from '@/importers/values/sourceTime';
import { hasHeadings, type Row, type RowResult, readRows, tableRows } from './rows';

/* Baby Connect: one table of everything, with American times. The child stands in a text only. */

const POINTS: Record<string, 'feed' | 'diaper' | 'note'> = {
  Bottle: 'feed',
  Nursing: 'feed',
  'Solid Food': 'feed',
  Diaper: 'diaper',
  Diary: 'note',
};
const OTHERS: Record<string, OtherKind> = {
  Weight: 'growth',
  Height: 'growth',
  'Head Size': 'growth',
  Pumping: 'pump',
};

export const babyConnect: Importer = {
  tracker: 'baby-connect',
  recognise: (source) => hasHeadings(source, 'Date and Time', 'Activity', 'Extra data', 'Text'),
  read: (source) => readRows(source.kind === 'table' ? tableRows(source) : [], readRow),
};

function readRow(row: Row): RowResult {
  const activity = row.get('Activity');
  if (activity === '') return 'badRow';
  const fields = factFields(row.place, { by: row.get('Caregiver'), note: row.get('Notes') });
  const point = POINTS[activity];
  const isTold = point !== undefined || ['Sleep', 'Sleep Start', 'Temperature', 'Medicine'].includes(activity);
  if (!isTold) return { ...fields, kind: OTHERS[activity] ?? 'other' };
  const at = parseTime(row.get('Date and Time'), 'mdy');
  if (!at.ok) return at.reason;
  if (point) return { ...fields, kind: point, at: at.value };
  if (activity === 'Temperature') {
    const celsius = parseCelsius(row.get('Quantity'), row.get('Extra data'));
    return celsius === null ? 'badNumber' : { ...fields, kind: 'temperature', at: at.value, celsius };
  }
  if (activity === 'Medicine') {
    const name = row.get('Extra data');
    return name === ''
      ? 'noName'
      : { ...fields, kind: 'medicine', at: at.value, name, amount: row.get('Quantity'), minHours: null };
  }
  const endText = activity === 'Sleep' ? row.get('End Time') : '';
  const end = endText === '' ? null : parseTime(endText, 'mdy');
  if (end && !end.ok) return end.reason;
  const minutes = activity === 'Sleep' ? parseNumber(row.get('Duration (min)')) : null;
  const durationMs = minutes === null ? null : minutesToMs(minutes);
  return { ...fields, kind: 'sleep', start: at.value, end: end?.value ?? null, durationMs, mark: null };
}
