import { type Fact, factFields, type OtherKind } from '@/importers/facts';
import type { Importer } from '@/importers/importer';
import { parseCelsius, parseDuration, parseNumber } from '@/importers/values/quantities';
import { parseTime } from '@/importers/values/sourceTime';
import { hasHeadings, type Row, type RowResult, readRows, tableRows } from './rows';

/* Huckleberry: one table of everything, one child a file. */

const OTHERS: Record<string, OtherKind> = {
  Pump: 'pump',
  Growth: 'growth',
  Bath: 'activity',
  'Tummy time': 'activity',
  'Story time': 'activity',
  'Indoor play': 'activity',
  'Outdoor play': 'activity',
  'Brush teeth': 'activity',
  'Screen time': 'activity',
  'Skin to skin': 'activity',
};

export const huckleberry: Importer = {
  tracker: 'huckleberry',
  recognise: (source) => hasHeadings(source, 'Type', 'Start', 'Start Condition', 'Start Location', 'End Condition'),
  read: (source) => readRows(source.kind === 'table' ? tableRows(source) : [], readRow),
};

function readRow(row: Row): RowResult {
  const type = row.get('Type');
  // A line break in a note is written as two characters.
  const note = row.get('Notes').replaceAll('\\n', '\n');
  const fields = factFields(row.place, { by: row.get('Logged By'), note });
  const point = (kind: 'feed' | 'diaper'): Fact | 'badDate' | 'badTime' => {
    const at = parseTime(row.get('Start'), 'ymd');
    return at.ok ? { ...fields, kind, at: at.value } : at.reason;
  };
  switch (type) {
    case '':
      return 'badRow';
    case 'Sleep': {
      const start = parseTime(row.get('Start'), 'ymd');
      if (!start.ok) return start.reason;
      const end = row.get('End') === '' ? null : parseTime(row.get('End'), 'ymd');
      if (end && !end.ok) return end.reason;
      const durationMs = parseDuration(row.get('Duration'));
      return { ...fields, kind: 'sleep', start: start.value, end: end?.value ?? null, durationMs, mark: null };
    }
    case 'Feed':
    case 'Solids':
      return point('feed');
    case 'Diaper':
      return point('diaper');
    case 'Meds':
    case 'Medicine': {
      const at = parseTime(row.get('Start'), 'ymd');
      if (!at.ok) return at.reason;
      const name = row.get('Start Location');
      if (name === '') return 'noName';
      const isDoseInNotes = row.get('Start Condition') === '' && parseNumber(note) !== null;
      const amount = isDoseInNotes ? note : row.get('Start Condition');
      return {
        ...fields,
        note: isDoseInNotes ? '' : fields.note,
        kind: 'medicine',
        at: at.value,
        name,
        amount,
        minHours: null,
      };
    }
    case 'Temp': {
      const at = parseTime(row.get('Start'), 'ymd');
      if (!at.ok) return at.reason;
      const celsius = parseCelsius(row.get('Start Condition'));
      return celsius === null ? 'badNumber' : { ...fields, kind: 'temperature', at: at.value, celsius };
    }
    default:
      return { ...fields, kind: OTHERS[type] ?? 'other' };
  }
}
