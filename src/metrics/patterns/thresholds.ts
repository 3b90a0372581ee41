import type { Day } from '@/lib/time';
import { addDays } from '@/lib/zone';
import type { NightRange } from '@/metrics/nightPlans';
import type { ChildNight } from './childNights';

/* Thresholds that all kinds of patterns share. The thresholds of one kind are in its own file. */

/**
 * Four weeks. A baby changes within a month, and the more nights are searched, the more patterns
 * are found by chance.
 */
const SEARCHED_NIGHTS = 28;

/** Four bad nights are only a bad week, so a pattern needs five. */
export const MIN_NIGHTS = 5;

/** Two nights without the pattern may be luck. After the third the pattern is over. */
const OVER_AFTER_NIGHTS = 3;

/** A pattern is shown for three nights until its end is noticed, and for a week after that. */
const SHOWN_FOR_NIGHTS = 10;

/** The pattern must hold in seven of ten nights. With fewer, parents would not call it "again". */
export const MIN_SHARE = 0.7;

/** Returns the range in which patterns are searched for a view that ends with the night `to`. */
export const patternRange = (to: Day): NightRange => ({ from: addDays(to, 1 - SEARCHED_NIGHTS), to });

/** Whether a pattern is still worth showing if it held last in this night. */
export const isWorthShowing = ({ ago }: ChildNight): boolean => ago <= SHOWN_FOR_NIGHTS;

/** Whether a pattern is over after a number of logged nights without it. */
export const isPatternOver = (nightsSince: number): boolean => nightsSince >= OVER_AFTER_NIGHTS;
