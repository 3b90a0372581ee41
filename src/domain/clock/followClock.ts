import { addMs, type Instant, MINUTE_MS } from '@/lib/time';

/** What this phone remembers of its clock. A stretch is the time between two steps of the clock. */
export interface ClockMemory {
  /** When the present stretch began, on this clock. */
  from: Instant;
  /** The latest instant at which the app looked at the clock. */
  seenAt: Instant;
  /** What the clock would have shown at `from` without the step; null if no step is known. */
  before: Instant | null;
}

/** How the clock was read again. */
export interface ClockReading {
  now: Instant;
  /** What the clock must show if nobody has set it; after a restart, when it was last seen. */
  expected: Instant;
  /** Whether the app ran all the time, so that `expected` is exact and not only a lower bound. */
  isExact: boolean;
}

/** A stretch in which the clock was wrong: what it dated there has to move by `byMs`. */
export interface WrongStretch {
  from: Instant;
  /** Null if it goes on for as far as there are entries. */
  to: Instant | null;
  /** Milliseconds to add to the times; negative if the clock was ahead. */
  byMs: number;
  isExact: boolean;
}

/** Before this day there was no app. A clock that shows an earlier one is surely wrong. */
export const FIRST_DAY_OF_APP = Date.UTC(2026, 0, 1) as Instant;

/** Two phones' clocks differ by this much, and every clock is corrected now and then. */
const TOLERANCE_MS = MINUTE_MS;

/** Two steps that differ by less than this cancel each other out. */
const SAME_STEP_MS = 2 * MINUTE_MS;

/**
 * Compares the clock with what it must show, and says which stretch it has dated wrongly.
 *
 * - A step back means that it was ahead: what lies in the future now is wrong. If it had stepped
 *   forward by as much before, all since then is.
 * - A step forward proves nothing by itself: a phone that slept looks the same. It does if it takes
 *   back an earlier step back, or leaves a year in which the app did not exist.
 *
 * @param memory null at the first start
 * @returns the memory from now on; the wrong stretch, if one has just ended; and whether the wrong
 *   stretch that the last step back seemed to end was in truth right (`takesBack`)
 */
export function followClock(
  memory: ClockMemory | null,
  { now, expected, isExact }: ClockReading,
): { memory: ClockMemory; wrong: WrongStretch | null; takesBack: boolean } {
  if (memory === null) return { memory: { from: now, seenAt: now, before: null }, wrong: null, takesBack: false };
  const stepMs = now - expected;
  const lastStepMs = memory.before === null ? 0 : memory.from - memory.before;
  const cancels = isExact && Math.abs(stepMs + lastStepMs) <= SAME_STEP_MS;
  const next: ClockMemory = { from: now, seenAt: now, before: expected };
  const wrongStretch = { from: memory.from, to: addMs(expected, TOLERANCE_MS), byMs: stepMs, isExact };

  if (stepMs < -TOLERANCE_MS) {
    if (now < FIRST_DAY_OF_APP) return { memory: next, wrong: null, takesBack: false };
    if (cancels) return { memory: { ...next, before: null }, wrong: wrongStretch, takesBack: false };
    return { memory: next, wrong: { ...wrongStretch, from: now, to: null }, takesBack: false };
  }
  const leavesYearBeforeApp = memory.from < FIRST_DAY_OF_APP && now >= FIRST_DAY_OF_APP;
  if (stepMs > TOLERANCE_MS && (leavesYearBeforeApp || (lastStepMs < 0 && cancels)))
    return { memory: { ...next, before: null }, wrong: wrongStretch, takesBack: lastStepMs < 0 };
  if (stepMs > TOLERANCE_MS && isExact) return { memory: next, wrong: null, takesBack: false };
  return { memory: { ...memory, seenAt: now }, wrong: null, takesBack: false };
}
