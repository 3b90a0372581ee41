import type { Day } from '@/lib/time';

/*
 * What the caller of a GameDay gives. The generator has no word of any language in it: whatever a person reads in the
 * simulated log comes from here, in the language of the app.
 */

/** The steps that the three runbooks are made of. Each has its title in the caller's language. */
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
  /** What the household puts off, and what each costs. Without any, no chore is logged. */
  chores: readonly { title: string; effortMinutes: number }[];
  /** How the parents call the two illnesses: labels of episodes. */
  cold: string;
  laryngitis: string;
  /** The medicine against fever, and the amount given as the parents would write it down. An amount may be empty. */
  syrup: { name: string; amount: string };
  /** Lines a parent writes into a timeline at night. Without any, none are written. */
  notes: readonly string[];
  /** Sober lines for the paediatrician: notes of incidents during an illness. Without any, none are written. */
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
  /** A whole number, up to 2^53. The same one makes the same household, down to the byte. */
  seed: number;
  /** The last simulated night, by the day of its evening. Nothing is later than local noon of the day after. */
  lastNight: Day;
  /** How many weeks of nights end with it. 0 makes a household that has logged nothing. */
  weeks?: number;
  /** An IANA zone: every time is a reading of the household's wall there. */
  timeZone: string;
  names: GameDayNames;
  /**
   * About how many wake-ups of both children a logged night has: more at the beginning of the weeks than at their end. Illnesses and
   * nights with everything come on top, which shows below 4; above 10 there is not room for all of them in a night.
   */
  incidentsPerNight?: number;
}

/** The two children and the two caregivers by their parts in the story. */
export type ChildRole = 'baby' | 'toddler';
export type CaregiverRole = 'mother' | 'partner';
