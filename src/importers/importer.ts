import type { Reading } from './facts';
import type { Source } from './files/source';
import type { Tracker } from './tracker';
import type { DateOrder } from './values/sourceTime';

/** What the columns of a table of one's own are. */
export const OWN_COLUMNS = ['start', 'end', 'kind', 'child', 'by', 'notes'] as const;
export type OwnColumn = (typeof OWN_COLUMNS)[number];

/** Which column of a table is what, by their index. */
export type OwnColumns = Partial<Record<OwnColumn, number>>;

/** What a file cannot say, and a person does. */
export interface ReadOptions {
  /** Whether the month or the day comes first, where the file leaves that open; null: not said. */
  order: DateOrder | null;
  /** The columns of a table whose headings are not known. */
  columns?: OwnColumns;
}

/** What reads the files of one tracker. */
export interface Importer {
  tracker: Tracker;
  /** Whether a file is of this tracker, by its headings or keys; never by its name. */
  recognise(source: Source): boolean;
  /** Whether a person has to say whether the month or the day comes first. */
  isOrderOpen?(source: Source, options: ReadOptions): boolean;
  /** Reads a file that was recognised. */
  read(source: Source, options: ReadOptions): Reading;
}
