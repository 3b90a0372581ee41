import type { Day } from '@/lib/time';
import { addDays } from '@/lib/zone';
import type { NightRange } from '@/metrics/nightPlans';
import type { ChildNight } from './childNights';

/* What all patterns have in common. Each kind's own thresholds stand with it. */

/** Four weeks: before that a baby was another baby, and the more nights are searched, the more is found by chance. */
const SEARCHED_NIGHTS = 28;

/** Four bad nights are a bad week. The fifth is asked about. */
export const MIN_NIGHTS = 5;

/** Two nights off may be luck. After the third it is over. */
const OVER_AFTER_NIGHTS = 3;

/** Three nights to notice that it is over, and a week to be told. Then it is history, and the card has none. */
const SHOWN_FOR_NIGHTS = 10;

/** Mostly: seven nights in ten. Of fewer, "again" is no word for it. */
export const MIN_SHARE = 0.7;

/** The nights that patterns are looked for in when somebody looks at nights up to `to`. */
export const patternRange = (to: Day): NightRange => ({ from: addDays(to, 1 - SEARCHED_NIGHTS), to });

/** Whether a pattern that was last so in this night is still worth telling. */
export const isWorthShowing = ({ ago }: ChildNight): boolean => ago <= SHOWN_FOR_NIGHTS;

/** Whether a pattern is over after so many logged nights in which it was not so. */
export const isPatternOver = (since: number): boolean => since >= OVER_AFTER_NIGHTS;
