import type { NightHours } from '@/domain/night';
import type { Instant } from '@/lib/time';
import type { NotUnderstood } from './facts';
import type { ToldWakeUp } from './rules/attachPoints';
import type { NightEnds } from './rules/nightEnds';
import type { UnlikelyGap } from './rules/wakeUps';
import type { Tracker } from './tracker';

/*
 * What comes of the files that were chosen together, before it is compared with the log. It says of
 * each row what became of it: it went in, it was left out, or it was not understood.
 */

export interface TellOptions {
  hours: NightHours;
  /** The zone of the walls that the files' clocks hang on. */
  timeZone: string;
  now: Instant;
  /**
   * By what the caller knows a child of the files, which is what is told of it: an id or a name.
   * Null if its rows are to be left out.
   *
   * @param child as the file names it; null if it does not say
   */
  childOf: (child: string | null) => string | null;
}

export interface ToldIncident extends ToldWakeUp {
  child: string;
}

export type ToldObservation = {
  tracker: Tracker;
  child: string;
  at: Instant;
  sourceId: string | null;
} & (
  | { kind: 'temperature'; celsius: number }
  | { kind: 'medicine'; name: string; amount: string; minHours: number | null }
);
export type UsedKind = 'sleep' | 'wake' | 'feed' | 'diaper' | 'note' | 'medicine' | 'temperature' | 'mark' | 'child';
export type LeftOutKind =
  | 'sleepByDay'
  | 'sleepWithoutEnd'
  | 'zeroSleep'
  | 'wakeByDay'
  | 'wakeWithoutEnd'
  | 'feed'
  | 'diaper'
  | 'note'
  | 'pump'
  | 'growth'
  | 'activity'
  | 'mark'
  | 'other';

/** How many rows there are of each kind; those of which there are none are left out. */
export type Counts<Kind extends string> = Partial<Record<Kind, number>>;

export interface Told {
  incidents: ToldIncident[];
  observations: ToldObservation[];
  nights: NightEnds[];
  /** Gaps of a night that are too long to be believed. */
  unlikelyGaps: (UnlikelyGap & { child: string })[];
  /** How many rows went in, by kind. */
  used: Counts<UsedKind>;
  /** How many rows were understood and left out, by kind. */
  notImported: Counts<LeftOutKind>;
  notUnderstood: NotUnderstood[];
  /** How many rows say exactly what another one says. */
  duplicates: number;
  /** How many sleeps have a note: nothing tells of which gap it speaks. */
  sleepNotesLeftOut: number;
  /** How many rows are of children that are left out. */
  ofOtherChildren: number;
  /**
   * How many feeds lie in a night of which the files tell no sleep. They find no wake-up, and a
   * later import of the sleeps does not add them.
   */
  feedsWithoutSleep: number;
}

/** Adds counts to others. */
export function addCounts<Kind extends string>(counts: Counts<Kind>, more: Counts<Kind>): void {
  for (const [kind, number] of Object.entries(more) as [Kind, number][]) counts[kind] = (counts[kind] ?? 0) + number;
}
