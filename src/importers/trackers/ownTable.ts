import { type Fact, factFields } from '@/importers/facts';
import type { Source, TableSource } from '@/importers/files/source';
import { type Importer, OWN_COLUMNS, type OwnColumn, type OwnColumns, type ReadOptions } from '@/importers/importer';
import { parseCelsius } from '@/importers/values/quantities';
import { type DateOrder, parseClock, parseDay, parseTime, type SourceTime } from '@/importers/values/sourceTime';
import { headingsOf, type Row, type RowResult, readRows } from './rows';

/*
 * A table of one's own: the columns are known by their headings, or were chosen by hand. Without a
 * kind every row is a sleep.
 */

const HEADINGS: Record<OwnColumn, readonly string[]> = {
  start: ['start', 'begin', 'from', 'début', 'debut', 'de'],
  end: ['end', 'to', 'fin', 'à'],
  kind: ['kind', 'type', 'activity', 'activité'],
  child: ['child', 'baby', 'name', 'enfant', 'bébé', 'prénom'],
  by: ['by', 'logged by', 'caregiver', 'par', 'qui'],
  notes: ['notes', 'note', 'comment', 'comments', 'commentaire', 'remarque'],
};

type OwnKind = 'night' | 'sleep' | 'nap' | 'feed' | 'diaper' | 'medicine' | 'temperature' | 'wake' | 'note';

const KINDS: Record<OwnKind, readonly string[]> = {
  sleep: ['sleep', 'sommeil', 'dodo', ''],
  night: ['night', 'nuit'],
  nap: ['nap', 'sieste'],
  feed: ['feed', 'feeding', 'bottle', 'nursing', 'biberon', 'tétée'],
  diaper: ['diaper', 'nappy', 'couche'],
  medicine: ['medicine', 'médicament'],
  temperature: ['temperature', 'température'],
  wake: ['wake', 'waking', 'réveil'],
  note: ['note'],
};

const plain = (text: string): string => text.trim().toLowerCase().normalize('NFC');
const kindOf = (text: string): OwnKind | null =>
  (Object.keys(KINDS) as OwnKind[]).find((kind) => KINDS[kind].includes(plain(text))) ?? null;

/** Finds the columns by their headings. */
function findColumns(headings: readonly string[]): OwnColumns {
  const plainHeadings = headings.map(plain);
  return Object.fromEntries(
    OWN_COLUMNS.flatMap((column) => {
      const index = plainHeadings.findIndex((heading) => HEADINGS[column].includes(heading));
      return index === -1 ? [] : [[column, index]];
    }),
  );
}

/**
 * Returns the order in which the dates of a column have day and month: any number over 12 tells.
 * Null if none does.
 */
function findOrder(texts: Iterable<string>): DateOrder | null {
  for (const text of texts) {
    const [, first = '', second = ''] = /^\s*(\d{1,4})[-/.](\d{1,2})[-/.]\d/.exec(text) ?? [];
    if (first.length === 4) return 'ymd';
    if (Number(first) > 12) return 'dmy';
    if (Number(second) > 12) return 'mdy';
  }
  return null;
}

/** Returns the texts of the column of the start, for `findOrder`. */
const startTexts = ({ records }: TableSource, { start }: OwnColumns): string[] =>
  start === undefined ? [] : records.slice(1).map(({ cells }) => cells[start] ?? '');

export const ownTable: Importer = {
  tracker: 'generic',
  recognise: (source: Source) => findColumns(headingsOf(source)).start !== undefined,
  isOrderOpen: (source, { columns }) =>
    source.kind === 'table' && findOrder(startTexts(source, columns ?? findColumns(headingsOf(source)))) === null,
  read: (source, options) =>
    source.kind === 'table' ? readTable(source, options) : { facts: [], notUnderstood: [], children: [] },
};

function readTable(source: TableSource, options: ReadOptions) {
  const columns = options.columns ?? findColumns(headingsOf(source));
  const order = findOrder(startTexts(source, columns)) ?? options.order ?? 'dmy';
  const rows = source.records.slice(1).map(
    ({ line, cells }): Row => ({
      place: { file: source.file, line },
      get: (name) => cells[columns[name as OwnColumn] ?? -1]?.trim() ?? '',
    }),
  );
  return readRows(rows, (row) => readRow(row, order));
}

/** An end may be an hour only: then it is the first one after the start. */
function parseEnd(text: string, order: DateOrder): ReturnType<typeof parseTime> | null {
  if (text === '') return null;
  const msOfDay = parseDay(text, order) === null ? parseClock(text) : null;
  return msOfDay === null ? parseTime(text, order) : { ok: true, value: { kind: 'clock', msOfDay } };
}

function readRow(row: Row, order: DateOrder): RowResult {
  const kind = kindOf(row.get('kind'));
  const notes = row.get('notes');
  const fields = factFields(row.place, { child: row.get('child') || null, by: row.get('by'), note: notes });
  const start = parseTime(row.get('start'), order);
  if (kind === null) return { ...fields, kind: 'other' };
  if (!start.ok) return start.reason;
  const at: SourceTime = start.value;
  switch (kind) {
    case 'feed':
    case 'diaper':
    case 'note':
      return { ...fields, kind, at };
    case 'medicine':
      return notes === ''
        ? 'noName'
        : ({ ...fields, note: '', kind, at, name: notes, amount: '', minHours: null } satisfies Fact);
    case 'temperature': {
      const celsius = parseCelsius(notes);
      return celsius === null ? 'badNumber' : { ...fields, note: '', kind, at, celsius };
    }
    default: {
      const end = parseEnd(row.get('end'), order);
      if (end && !end.ok) return end.reason;
      const span = { start: at, end: end?.value ?? null, durationMs: null };
      if (kind === 'wake') return { ...fields, ...span, kind, isPart: false };
      return { ...fields, ...span, kind: 'sleep', mark: kind === 'sleep' ? null : kind };
    }
  }
}
