import fc from 'fast-check';
import { HOUR_MS, SECOND_MS } from '@/lib/time';
import type { Fault } from '../faults';

/*
 * What happens in one run of the laws: who does what on which phone, and what goes wrong with the
 * requests of a round.
 */

const ACTS = [
  'woke',
  'asleep',
  'again',
  'up',
  'remedy',
  'note',
  'undo',
  'removeIncident',
  'moveEntry',
  'removeEntry',
  'cause',
  'night',
  'name',
  'chore',
  'sync',
  'sync',
  'sync',
] as const;

export interface Act {
  phone: number;
  kind: (typeof ACTS)[number];
  pick: number;
  afterSeconds: number;
  faults: Fault[];
}

const FAULTS: readonly Fault[] = [
  'none',
  'none',
  'none',
  'requestLost',
  'answerLost',
  'repeated',
  'late',
  'requestCut',
  'answerCut',
  'killed',
];
const act: fc.Arbitrary<Act> = fc.record({
  phone: fc.nat(3),
  kind: fc.constantFrom(...ACTS),
  pick: fc.nat(1000),
  afterSeconds: fc.integer({ min: 1, max: 600 }),
  faults: fc.array(fc.constantFrom(...FAULTS), { maxLength: 3 }),
});
/** Clocks that are right, minutes off, or three hours apart. */
const skew = fc.constantFrom(
  0,
  0,
  40 * SECOND_MS,
  5 * 60 * SECOND_MS,
  -5 * 60 * SECOND_MS,
  1.5 * HOUR_MS,
  -1.5 * HOUR_MS,
);
export interface Scenario {
  /** How far the clock of each phone is ahead, in milliseconds. */
  skews: number[];
  acts: Act[];
}
export const scenario: fc.Arbitrary<Scenario> = fc.record({
  skews: fc.array(skew, { minLength: 2, maxLength: 4 }),
  acts: fc.array(act, { minLength: 5, maxLength: 40 }),
});
