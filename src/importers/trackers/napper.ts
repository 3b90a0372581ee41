import { type Fact, factFields, type NotUnderstood, type Reading } from '@/importers/facts';
import type { Importer } from '@/importers/importer';
import { parseInstant, type SourceTime } from '@/importers/values/sourceTime';
import { hasHeadings, type Row, tableRows } from './rows';

/*
 * Napper: moments with an offset. A night is two rows, its begin and its end; wake-ups within it
 * are rows of their own.
 */

export const napper: Importer = {
  tracker: 'napper',
  recognise: (source) => hasHeadings(source, 'start', 'end', 'category', 'createdAt'),
  read: (source) =>
    source.kind === 'table' ? readNapper(tableRows(source)) : { facts: [], notUnderstood: [], children: [] },
};

interface TimedRow {
  row: Row;
  start: Extract<SourceTime, { kind: 'instant' }>;
  end: SourceTime | null;
}

function readNapper(rows: readonly Row[]): Reading {
  const notUnderstood: NotUnderstood[] = [];
  const timed: TimedRow[] = [];
  for (const row of rows) {
    const start = parseInstant(row.get('start'));
    const end = row.get('end') === '' ? null : parseInstant(row.get('end'));
    const problem = !start.ok ? start.reason : end && !end.ok ? end.reason : null;
    if (problem) notUnderstood.push({ ...row.place, reason: problem });
    else if (start.ok && start.value.kind === 'instant')
      timed.push({ row, start: start.value, end: end?.ok ? end.value : null });
  }
  timed.sort((a, b) => a.start.at - b.start.at);
  return { facts: [...timed.flatMap(factsOf), ...nightsOf(timed)], notUnderstood, children: [] };
}

const noteOf = (row: Row): string => {
  try {
    return decodeURIComponent(row.get('comment'));
  } catch {
    return row.get('comment');
  }
};
const fieldsOf = ({ row }: TimedRow) => factFields(row.place, { note: noteOf(row) });

function factsOf(timed: TimedRow): Fact[] {
  const { row, start, end } = timed;
  const fields = fieldsOf(timed);
  switch (row.get('category')) {
    case 'BED_TIME':
    case 'WOKE_UP':
      return [];
    case 'NAP':
      return [{ ...fields, kind: 'sleep', start, end, durationMs: null, mark: 'nap' }];
    case 'NIGHT_WAKING':
      return [{ ...fields, kind: 'wake', start, end, durationMs: null, isPart: false }];
    default: {
      const kind = pointKind(row.get('category'));
      return [kind === 'pump' || kind === 'other' ? { ...fields, kind } : { ...fields, kind, at: start }];
    }
  }
}

/** Its words for feeds vary: not all of them are known. */
function pointKind(category: string): 'feed' | 'diaper' | 'pump' | 'other' {
  if (/PUMP/.test(category)) return 'pump';
  if (/FEED|BREAST|BOTTLE|NURS|SOLID/.test(category)) return 'feed';
  return /DIAPER/.test(category) ? 'diaper' : 'other';
}

/** Joins each begin of a night with the next end. One without the other is told as what it is. */
function nightsOf(timed: readonly TimedRow[]): Fact[] {
  const facts: Fact[] = [];
  let begin: TimedRow | null = null;
  const sleepOf = (night: TimedRow, end: SourceTime | null): Fact => ({
    ...fieldsOf(night),
    kind: 'sleep',
    start: night.start,
    end,
    durationMs: null,
    mark: 'night',
  });
  for (const each of timed) {
    const category = each.row.get('category');
    if (category === 'BED_TIME') {
      if (begin) facts.push(sleepOf(begin, null));
      begin = each;
    } else if (category === 'WOKE_UP') {
      if (begin) facts.push(sleepOf(begin, each.start), { ...fieldsOf(each), kind: 'used', as: 'mark' });
      else facts.push({ ...fieldsOf(each), kind: 'mark' });
      begin = null;
    }
  }
  if (begin) facts.push(sleepOf(begin, null));
  return facts;
}
