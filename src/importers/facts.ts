import type { Tracker } from './tracker';
import type { SourceTime } from './values/sourceTime';

/*
 * What the files of other trackers say, in one form for all of them. A fact is one row of a file,
 * or one part of a row; nothing is concluded from it yet.
 */

/** Where a fact stands in its file: the line of a table, or the place in a JSON list, from 1. */
export interface Place {
  file: string;
  line: number;
}

/** Why a row was not understood. */
export type RowProblem =
  | 'badDate'
  | 'badTime'
  | 'badNumber'
  | 'endBeforeStart'
  | 'tooLong'
  | 'inFuture'
  | 'noChild'
  | 'noId'
  | 'noName'
  | 'badRow';

export interface NotUnderstood extends Place {
  reason: RowProblem;
}

interface FactFields {
  place: Place;
  /** What the file calls the child: a name or a number; null if it does not say. */
  child: string | null;
  /** Who logged it, as the file names them; null if it does not say. */
  by: string | null;
  /** The id that the tracker gave it; null if there is none. */
  sourceId: string | null;
  /** Trimmed, with line ends `\n`; empty if there is none. */
  note: string;
}

/** What a tracker calls a sleep. */
type SleepMark = 'night' | 'nap' | null;

export interface SleepFact extends FactFields {
  kind: 'sleep';
  start: SourceTime;
  /** Null: it is not said when the sleep ended. */
  end: SourceTime | null;
  /** What the file says that it lasted, in milliseconds. */
  durationMs: number | null;
  mark: SleepMark;
}

/** A wake-up that a file tells as such. */
export interface WakeFact extends FactFields {
  kind: 'wake';
  start: SourceTime;
  end: SourceTime | null;
  durationMs: number | null;
  /** Whether it is a part of a row that is counted as another fact. */
  isPart: boolean;
}

/** Something that was done for a child, or written down, at one moment. */
export interface PointFact extends FactFields {
  kind: 'feed' | 'diaper' | 'note';
  at: SourceTime;
}

export interface MedicineFact extends FactFields {
  kind: 'medicine';
  at: SourceTime;
  name: string;
  /** In the file's own words. */
  amount: string;
  /** The hours to wait until the next one; null if the file does not say. */
  minHours: number | null;
}

export interface TemperatureFact extends FactFields {
  kind: 'temperature';
  at: SourceTime;
  celsius: number;
}

/** What is counted and has no place in a log of nights. */
export type OtherKind = 'pump' | 'growth' | 'activity' | 'mark' | 'other';

interface OtherFact extends FactFields {
  kind: OtherKind;
}

/** A row that was used to read others: that of a child, or the end of a sleep. */
interface UsedFact extends FactFields {
  kind: 'used';
  as: 'child' | 'mark';
}

export type Fact = SleepFact | WakeFact | PointFact | MedicineFact | TemperatureFact | OtherFact | UsedFact;

/** A fact with the tracker that it is from. */
export type Sourced<Each extends Fact = Fact> = Each & { tracker: Tracker };

/** A child that a file describes. */
export interface SourceChild {
  /** As the facts name it. */
  key: string;
  name: string;
  birthDate: string | null;
}

/** What was read from one file. */
export interface Reading {
  facts: Fact[];
  notUnderstood: NotUnderstood[];
  /** The children that have rows of their own. */
  children: SourceChild[];
}

/** What a fact is made with: all that most rows do not have is left out. */
export const factFields = (
  place: Place,
  { child = null, by = null, sourceId = null, note = '' }: Partial<Omit<FactFields, 'place'>> = {},
): FactFields => ({
  place,
  child: nameOrNull(child),
  by: nameOrNull(by),
  sourceId: sourceId || null,
  note: cleanNote(note),
});

/** Whether a text has a character that can be seen, as every name must have. */
export const isName = (text: string): boolean => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);

const nameOrNull = (text: string | null): string | null => (text !== null && isName(text) ? text : null);

/** Trims a note, and gives it the line ends of this app. */
const cleanNote = (text: string): string => text.replace(/\r\n?/g, '\n').trim();
