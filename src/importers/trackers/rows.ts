import type { Fact, NotUnderstood, Place, Reading, RowProblem, SourceChild } from '@/importers/facts';
import type { JsonSource, Source, TableRecord, TableSource } from '@/importers/files/source';

/** A row of a table, or an object of a JSON list, whose values are asked for by name. */
export interface Row {
  place: Place;
  /** The trimmed value; empty if there is none. */
  get(name: string): string;
}

/** What a row says: facts, a child, or why it is not understood. */
export type RowResult = Fact | SourceChild | readonly (Fact | SourceChild)[] | RowProblem;

const isChild = (told: Fact | SourceChild): told is SourceChild => 'key' in told;

/** Reads rows one by one; what one row does not say keeps no other from being read. */
export function readRows<Each extends Row>(rows: Iterable<Each>, read: (row: Each) => RowResult): Reading {
  const facts: Fact[] = [];
  const notUnderstood: NotUnderstood[] = [];
  const children: SourceChild[] = [];
  for (const row of rows) {
    const result = read(row);
    if (typeof result === 'string') notUnderstood.push({ ...row.place, reason: result });
    else
      for (const told of [result].flat())
        if (isChild(told)) children.push(told);
        else facts.push(told);
  }
  return { facts, notUnderstood, children };
}

/** Returns the headings of a table, trimmed; none for what is no table. */
export function headingsOf(source: Source): readonly string[] {
  if (source.kind !== 'table') return [];
  return source.records[0]?.cells.map((cell) => cell.trim()) ?? [];
}

export const hasHeadings = (source: Source, ...names: string[]): boolean => {
  const headings = new Set(headingsOf(source));
  return names.every((name) => headings.has(name));
};

/**
 * Returns the rows below a heading. Columns are found by name, in any order; a row that is too
 * short has empty cells, and what is too much in one is ignored.
 */
export function tableRows({ file, records }: TableSource): Row[] {
  const [heading, ...rest] = records;
  return heading ? rowsBelow(file, heading, rest) : [];
}

export function rowsBelow(file: string, heading: TableRecord, records: readonly TableRecord[]): Row[] {
  const indexes = new Map(heading.cells.map((name, index) => [name.trim(), index]));
  return records.map(({ line, cells }) => ({
    place: { file, line },
    get: (name) => cells[indexes.get(name) ?? -1]?.trim() ?? '',
  }));
}

/** An object of a JSON list. */
export type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Returns the objects of a list as rows; what is no object has no values. */
export const jsonRows = ({ file }: JsonSource, list: readonly unknown[]): (Row & { object: JsonObject })[] =>
  list.map((value, index) => {
    const object = isObject(value) ? value : {};
    return {
      object,
      place: { file, line: index + 1 },
      get: (name) => {
        const field = object[name];
        return typeof field === 'string'
          ? field.trim()
          : typeof field === 'number' || typeof field === 'boolean'
            ? String(field)
            : '';
      },
    };
  });
