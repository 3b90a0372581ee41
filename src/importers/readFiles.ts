import { readSource } from './files/readSource';
import { type FileProblem, RECORDS_MAX, type Source, type TableSource } from './files/source';
import type { Importer, OwnColumns } from './importer';
import { importerOf } from './importers';
import type { ReadFile } from './tellFiles';
import { ownTable } from './trackers/ownTable';
import { isObject } from './trackers/rows';
import type { DateOrder } from './values/sourceTime';

export interface ChosenFile {
  name: string;
  bytes: Uint8Array;
}

/** What a person says of the files that cannot say it themselves. */
export interface ChoiceOptions {
  /** Whether the month or the day comes first, where a file leaves that open; null: not said. */
  order: DateOrder | null;
  /** The columns of the tables whose headings are not known, by the name of the file. */
  columns?: ReadonlyMap<string, OwnColumns>;
}

export interface ReadChoice {
  files: ReadFile[];
  /** The files of which a person has to say whether the month or the day comes first. */
  openOrder: string[];
}

/** A table whose columns a person has to match. */
export interface UnknownTable {
  headings: string[];
  /** The first rows below the headings. */
  rows: string[][];
}

export type ReadChoiceResult =
  | { ok: true; value: ReadChoice }
  | { ok: false; problem: FileProblem; unknownTable?: UnknownTable };

/** Reads the files of one choice. One file that is refused refuses the choice, and is named. */
export function readFiles(files: readonly ChosenFile[], { order, columns }: ChoiceOptions): ReadChoiceResult {
  const read: ReadFile[] = [];
  const openOrder: string[] = [];
  for (const { name, bytes } of files) {
    const source = readSource(name, bytes);
    if (!source.ok) return source;
    const ownColumns = columns?.get(name);
    const importer = ownColumns ? ownTable : importerOf(source.value);
    if (!importer) return refuseStranger(source.value);
    const code = sizeProblem(source.value);
    if (code) return { ok: false, problem: { code, file: name } };
    const options = { order, ...(ownColumns && { columns: ownColumns }) };
    if (order === null && importer.isOrderOpen?.(source.value, options)) openOrder.push(name);
    read.push(readOne(importer, source.value, options));
  }
  return { ok: true, value: { files: read, openOrder } };
}

const readOne = (importer: Importer, source: Source, options: Parameters<Importer['read']>[1]): ReadFile => ({
  tracker: importer.tracker,
  reading: importer.read(source, options),
});

/** Refuses a file that is of no tracker. */
function refuseStranger(source: Source): ReadChoiceResult {
  const { file } = source;
  if (source.kind === 'table')
    return { ok: false, problem: { code: 'unknownColumns', file }, unknownTable: firstRows(source) };
  const isOwn = isObject(source.value) && source.value.format === 'infernalops';
  return { ok: false, problem: { code: isOwn ? 'ownBackup' : 'unknownJson', file } };
}

/** What a person needs to see of a table to know its columns. */
const SHOWN_ROWS = 3;
const SHOWN_COLUMNS = 40;

function firstRows({ records }: TableSource): UnknownTable {
  const [headings = [], ...rows] = records
    .slice(0, SHOWN_ROWS + 1)
    .map(({ cells }) => cells.slice(0, SHOWN_COLUMNS).map((cell) => cell.trim()));
  return { headings, rows };
}

function sizeProblem(source: Source): 'noRows' | 'tooManyRows' | null {
  if (source.kind === 'table') return source.records.length < 2 ? 'noRows' : null;
  return longestList(source.value) > RECORDS_MAX ? 'tooManyRows' : null;
}

/** Returns how many records there are in a JSON file: those of its longest list. */
function longestList(value: unknown): number {
  const lists = Array.isArray(value) ? [value] : isObject(value) ? Object.values(value).filter(Array.isArray) : [];
  return Math.max(0, ...lists.map(({ length }) => length));
}
