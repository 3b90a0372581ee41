import type { Day } from '@/lib/time';

/*
 * What the caller of a GameDay provides. The generator has no words of its own: every text that a
 * person reads in the simulated log comes from here, in the language of the app.
 */

/** The steps of the three runbooks. The caller gives each of them a title. */
export type GameDayStep =
  | 'grace'
  | 'wakePrimary'
  | 'wakeOther'
  | 'look'
  | 'cuddle'
  | 'feed'
  | 'lieDown'
  | 'handOver'
  | 'pacifier'
  | 'rocking'
  | 'patience'
  | 'keepOtherAsleep'
  | 'firstChild'
  | 'secondChild';

export interface GameDayWords {
  /**
   * The chores that the household may put off, with their efforts. When the list is empty, no chore
   * is logged.
   */
  chores: readonly { title: string; effortMinutes: number }[];
  /** The parents' names for the two illnesses, used as labels of episodes. */
  cold: string;
  laryngitis: string;
  /**
   * The medicine against fever, and the amount as parents would write it. The amount may be empty.
   */
  syrup: { name: string; amount: string };
  /**
   * Notes that a parent may write into a timeline at night. When the list is empty, none are
   * written.
   */
  notes: readonly string[];
  /**
   * Sober notes for the paediatrician, on incidents during an illness. Without a list none are
   * written.
   */
  reportNotes?: readonly string[];
  steps: Readonly<Record<GameDayStep, string>>;
}

export interface GameDayNames {
  children: readonly [baby: string, toddler: string];
  /** The second is the partner, who sleeps well. */
  caregivers: readonly [mother: string, partner: string];
  runbookNames: Readonly<Record<'standard' | 'degraded' | 'double', string>>;
  words: GameDayWords;
}

export interface GameDayOptions {
  /** A whole number up to 2^53. The same seed gives the same household, byte for byte. */
  seed: number;
  /**
   * The last simulated night, by the day of its evening. No row is later than local noon of the day
   * after.
   */
  lastNight: Day;
  /** The number of weeks that end with `lastNight`. With 0 the household has logged nothing. */
  weeks?: number;
  /** An IANA zone. Every time is on the household's wall clock in this zone. */
  timeZone: string;
  names: GameDayNames;
  /**
   * The approximate number of wake-ups of both children in a logged night: more at the beginning of
   * the weeks than at their end. Illnesses and stormy nights come on top, which is visible below 4.
   * Above 10 a night has no room for all of them.
   */
  incidentsPerNight?: number;
}

/** The children and the caregivers by their roles in the story. */
export type ChildRole = 'baby' | 'toddler';
export type CaregiverRole = 'mother' | 'partner';
