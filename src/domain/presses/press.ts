import type { Instant } from '@/lib/time';

/** What a button of a home automation can say. */
export const PRESS_WORDS = ['woke', 'asleep'] as const;
export type PressWord = (typeof PRESS_WORDS)[number];

/** A press of a button, as the home server has kept it, with its word opened. */
export interface Press {
  /** Made by the server. */
  id: string;
  buttonId: string;
  /** By the server's clock. */
  at: Instant;
  word: PressWord;
  childId: string;
}

/**
 * Why a press cannot be logged. `overlaps`: another wake-up was logged at that time. `wentOn`:
 * something was logged in the same wake-up after the child is said to be asleep. `unreadable`: its
 * word is none of this button's.
 */
export type WhyUnlogged = 'unknownChild' | 'overlaps' | 'wentOn' | 'unreadable';

/** A press that is not in the log, and why; `word` is null if it cannot be read. */
export interface UnloggedPress {
  id: string;
  buttonId: string;
  at: Instant;
  word: PressWord | null;
  why: WhyUnlogged;
}
