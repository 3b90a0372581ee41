import { readSource } from './files/readSource';
import type { FileProblem, ReadResult, Source } from './files/source';
import type { ReadOptions } from './importer';
import { importerOf } from './importers';
import type { ReadFile } from './tellFiles';
import { isObject } from './trackers/rows';

export interface ChosenFile {
  name: string;
  bytes: Uint8Array;
}

export interface ReadChoice {
  files: ReadFile[];
  /** The files of which a person has to say whether the month or the day comes first. */
  openOrder: string[];
}

/** Reads the files of one choice. One file that is refused refuses the choice, and is named. */
export function readFiles(files: readonly ChosenFile[], options: ReadOptions): ReadResult<ReadChoice> {
  const read: ReadFile[] = [];
  const openOrder: string[] = [];
  for (const { name, bytes } of files) {
    const source = readSource(name, bytes);
    if (!source.ok) return source;
    const importer = importerOf(source.value);
    const code = importer ? emptyCode(source.value) : strangerCode(source.value);
    if (code) return { ok: false, problem: { code, file: name } };
    if (!importer) continue;
    if (options.order === null && importer.isOrderOpen?.(source.value)) openOrder.push(name);
    read.push({ tracker: importer.tracker, reading: importer.read(source.value, options) });
  }
  return { ok: true, value: { files: read, openOrder } };
}

type Code = Exclude<FileProblem['code'], 'openQuote'>;

/** Why a file that is of no tracker is refused. */
function strangerCode(source: Source): Code {
  if (source.kind === 'table') return 'unknownColumns';
  return isObject(source.value) && source.value.format === 'infernalops' ? 'ownBackup' : 'unknownJson';
}

const emptyCode = (source: Source): Code | null =>
  source.kind === 'table' && source.records.length < 2 ? 'noRows' : null;
