import { factFields, type Reading } from '@/importers/facts';
import type { TableRecord } from '@/importers/files/source';
import type { Importer } from '@/importers/importer';
import { parseDuration } from '@/importers/values/quantities';
import { parseClock, wallTimeOf } from '@/importers/values/sourceTime';
import { type Row, type RowResult, readRows, rowsBelow } from './rows';

/* Sofi: a file with a section a type, each with a heading of its own. */

const SECTION = /^=== (FEEDINGS|SLEEP|DIAPERS|PUMPING|GROWTH|TUMMYTIME) ===$/;
const sectionOf = ({ cells }: TableRecord): string | null => SECTION.exec(cells[0]?.trim() ?? '')?.[1] ?? null;

export const sofi: Importer = {
  tracker: 'sofi',
  recognise: (source) =>
    source.kind === 'table' && source.records[0] !== undefined && sectionOf(source.records[0]) !== null,
  read: (source) => {
    const all: Reading = { facts: [], notUnderstood: [], children: [] };
    if (source.kind !== 'table') return all;
    const { records } = source;
    const begins = records.flatMap((record, index) => (sectionOf(record) === null ? [] : [index]));
    for (const [place, begin] of begins.entries()) {
      const [title, heading, ...rows] = records.slice(begin, begins[place + 1]);
      const section = title && sectionOf(title);
      if (!section || !heading) continue;
      const read = readRows(rowsBelow(source.file, heading, rows), (row) => readRow(row, section));
      all.facts.push(...read.facts);
      all.notUnderstood.push(...read.notUnderstood);
    }
    return all;
  },
};

/** Sofi puts a quote before what a spreadsheet would take for a formula. */
const unquoted = (text: string): string => text.replace(/^'(?=[=+\-@|])/, '');

function readRow(row: Row, section: string): RowResult {
  const fields = factFields(row.place, { by: unquoted(row.get('Logged By')), note: unquoted(row.get('Notes')) });
  if (section === 'PUMPING') return { ...fields, kind: 'pump' };
  if (section === 'GROWTH') return { ...fields, kind: 'growth' };
  if (section === 'TUMMYTIME') return { ...fields, kind: 'activity' };
  const at = wallTimeOf(row.get('Date'), row.get(section === 'SLEEP' ? 'Start Time' : 'Time'), 'ymd');
  if (!at.ok) return at.reason;
  if (section !== 'SLEEP') return { ...fields, kind: section === 'FEEDINGS' ? 'feed' : 'diaper', at: at.value };
  const endText = row.get('End Time');
  const msOfDay = endText === '' ? null : parseClock(endText);
  if (endText !== '' && msOfDay === null) return 'badTime';
  const type = row.get('Type');
  return {
    ...fields,
    kind: 'sleep',
    start: at.value,
    end: msOfDay === null ? null : { kind: 'clock', msOfDay },
    durationMs: parseDuration(row.get('Duration')),
    mark: type === 'night' || type === 'nap' ? type : null,
  };
}
