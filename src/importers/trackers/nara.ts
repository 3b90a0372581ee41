import { isDay } from '@/domain/rows/fields';
import { type Fact, factFields } from '@/importers/facts';
import type { Importer } from '@/importers/importer';
import { parseNumber, toCelsius } from '@/importers/values/quantities';
import { instantOfEpoch, type ParsedTime, parseTime } from '@/importers/values/sourceTime';
import { hasHeadings, type Row, type RowResult, readRows, tableRows } from './rows';

/* Nara: one table a child; columns vary, and the time since the epoch counts. */

const FEEDS: readonly string[] = ['Breastfeed', 'Bottle Feed', 'Combo Feed', 'Solid Feed'];

export const nara: Importer = {
  tracker: 'nara',
  recognise: (source) => hasHeadings(source, 'Type', 'Start Date/time (Epoch)', '_activityKey'),
  read: (source) => readRows(source.kind === 'table' ? tableRows(source) : [], readRow),
};

/** Reads a moment by its epoch, else by its time on a wall of the row's own zone. */
function timeIn(row: Row, column: string): ParsedTime {
  const epoch = row.get(`${column} (Epoch)`);
  if (epoch !== '') return instantOfEpoch(epoch);
  const local = parseTime(row.get(column), 'ymd');
  const timeZone = row.get('Time Zone');
  return local.ok && local.value.kind === 'wall' && timeZone !== ''
    ? { ok: true, value: { ...local.value, timeZone } }
    : local;
}

function readRow(row: Row): RowResult {
  const type = row.get('Type');
  const child = row.get('Profile Name');
  if (type === 'Profile') {
    if (child === '') return 'noChild';
    const birthDate = row.get('[Profile] Birth Date');
    return [
      { key: child, name: child, birthDate: isDay(birthDate) ? birthDate : null },
      { ...factFields(row.place, { child }), kind: 'used', as: 'child' },
    ];
  }
  const sourceId = row.get('_activityKey');
  if (sourceId === '') return 'noId';
  if (child === '') return 'noChild';
  const fields = factFields(row.place, { child, by: row.get('Created By Caregiver'), sourceId, note: row.get('Note') });
  const at = timeIn(row, 'Start Date/time');
  if (!at.ok) return at.reason;
  if (FEEDS.includes(type)) return { ...fields, kind: 'feed', at: at.value };
  switch (type) {
    case 'Sleep': {
      const hasEnd = row.get('[Sleep] End Date/time (Epoch)') !== '' || row.get('[Sleep] End Date/time') !== '';
      const end = hasEnd ? timeIn(row, '[Sleep] End Date/time') : null;
      if (end && !end.ok) return end.reason;
      return { ...fields, kind: 'sleep', start: at.value, end: end?.value ?? null, durationMs: null, mark: null };
    }
    case 'Diaper':
      return { ...fields, kind: 'diaper', at: at.value };
    case 'Medical':
      return readMedical(row, { ...fields, at: at.value });
    case 'Pump':
      return { ...fields, kind: 'pump' };
    case 'Growth':
      return { ...fields, kind: 'growth' };
    case 'Routine':
      return { ...fields, kind: 'activity' };
    default:
      return { ...fields, kind: 'other' };
  }
}

type MedicalFields = ReturnType<typeof factFields> & Pick<Extract<Fact, { kind: 'medicine' }>, 'at'>;

/** A row may have several medicines, a line each, and a temperature. */
function readMedical(row: Row, fields: MedicalFields): RowResult {
  const medicines = row
    .get('[Medical] Medication')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line): Fact => {
      const [, name = line, dose = '', unit = ''] = /^(.*), ([\d.,]+) \(([^()]*)\)$/.exec(line) ?? [];
      return {
        ...fields,
        sourceId: `${fields.sourceId} ${name}`,
        kind: 'medicine',
        name,
        amount: [dose, unit].filter(Boolean).join(' '),
        minHours: null,
      };
    });
  const temperatureText = row.get('[Medical] Temperature');
  if (temperatureText === '') return medicines.length > 0 ? medicines : { ...fields, kind: 'other' };
  const value = parseNumber(temperatureText);
  const unit = row.get('[Medical] Temperature Unit');
  const celsius = value === null ? null : toCelsius(value, unit === 'F' || unit === 'C' ? unit : null);
  if (celsius === null) return 'badNumber';
  // The note is told once.
  return [...medicines, { ...fields, note: medicines.length > 0 ? '' : fields.note, kind: 'temperature', celsius }];
}
