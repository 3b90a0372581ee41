/*
 * A file as the importers get it: a table, or the value of a JSON text.
 */

/** A line of a table, without those that are blank. */
export interface TableRecord {
  /** The physical line on which it begins, from 1. */
  line: number;
  /** Trimmed of nothing: a quote of a spreadsheet or a space may be the tracker's own. */
  cells: readonly string[];
}

export type Source =
  | { kind: 'table'; file: string; records: readonly TableRecord[] }
  | { kind: 'json'; file: string; value: unknown };
export type TableSource = Extract<Source, { kind: 'table' }>;
export type JsonSource = Extract<Source, { kind: 'json' }>;

/** A file that is not read at all, and why. */
export type FileProblem =
  | {
      code:
        | 'tooBig'
        | 'tooManyRows'
        | 'empty'
        | 'noRows'
        | 'html'
        | 'excel'
        | 'zip'
        | 'database'
        | 'pdf'
        | 'notText'
        | 'unknownColumns'
        | 'unknownJson'
        | 'brokenJson'
        | 'ownBackup';
      file: string;
    }
  | { code: 'openQuote'; file: string; line: number };

export type ReadResult<Value> = { ok: true; value: Value } | { ok: false; problem: FileProblem };

export const FILE_MAX_BYTES = 20 * 1024 * 1024;
export const RECORDS_MAX = 200_000;
