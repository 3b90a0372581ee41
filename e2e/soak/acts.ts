/*
 * What happens to a household in a year. Each act is done on one phone by the app's own buttons, or
 * is done to it: a network that goes, a browser that is killed, a new version.
 */

export const SIDES = ['hers', 'his'] as const;
export type Side = (typeof SIDES)[number];
export const otherSide = (side: Side): Side => (side === 'hers' ? 'his' : 'hers');

export const CHILDREN = ['Baby', 'Max'] as const;
export type Child = (typeof CHILDREN)[number];

export const otherChild = (child: Child): Child => (child === 'Baby' ? 'Max' : 'Baby');

export const PEOPLE = ['Mum', 'Dad'] as const;
export type Person = (typeof PEOPLE)[number];
/** Who holds which phone. */
export const HOLDERS: Record<Side, Person> = { hers: 'Mum', his: 'Dad' };

/** In the words of the buttons. */
export const REMEDIES = ['Feed', 'Cuddle', 'Song', 'Water', 'Nappy', 'Dummy'] as const;
type Remedy = (typeof REMEDIES)[number];
export const CAUSES = ['Hunger', 'Teething', 'Nightmare', 'Noise', 'The moon'] as const;
export type Cause = (typeof CAUSES)[number];

/** A tap on Tonight about one wake-up. Wake-ups have numbers, as the app's ids are not known. */
export type Tap = { wakeUp: number } & (
  | { tap: 'woke' | 'awakeAgain' | 'settled' | 'settledAlone' | 'upForDay'; child: Child }
  | { tap: 'goIn' | 'done' | 'undo' }
  | { tap: 'up' | 'noAnswer' | 'cannot'; who: Person }
  | { tap: 'remedy'; remedy: Remedy }
);

/** A tap on Tonight about the night itself. */
export interface NightTap {
  tap: 'goodNight' | 'goodMorning';
  night: string;
}

/** Something told or corrected by day. Times are whole minutes on the wall. */
export type Edit =
  | { edit: 'add'; wakeUp: number; child: Child; night: string; from: number; to: number; who: Person | null }
  | { edit: 'end'; wakeUp: number; night: string; to: number }
  /** The end of a wake-up that nobody ended at night. */
  | { edit: 'tellEnd'; wakeUp: number; to: number }
  | { edit: 'remedy'; wakeUp: number; night: string; remedy: Remedy; who: Person }
  | { edit: 'cause'; wakeUp: number; night: string; cause: Cause }
  | { edit: 'remove' | 'removeAndUndo'; wakeUp: number; night: string }
  /** A time that the clocks skipped cannot be saved. */
  | { edit: 'skippedTime'; night: string; time: string };

/** What is done to a phone or to the home server. */
export interface Event {
  event:
    | 'cut'
    | 'mend'
    | 'kill'
    | 'reload'
    | 'backup'
    | 'update'
    | 'publish'
    | 'killServer'
    | 'startServer'
    | 'restartServer';
}

export interface Act {
  /** What both phones' clocks say, in milliseconds since the epoch. */
  at: number;
  /** The phone; of no account for the server's events. */
  side: Side;
  what: Tap | NightTap | Edit | Event;
}
