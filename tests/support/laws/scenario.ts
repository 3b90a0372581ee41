import fc from 'fast-check';
import { HOUR_MS, SECOND_MS } from '@/lib/time';
import type { Fault } from '../faults';

/*
 * What happens in one run of the laws: who does what on which phone, and what goes wrong with the
 * requests of a round.
 */

/** What there is to do, and how often it is done beside the others. */
const WEIGHTS = {
  woke: 9,
  asleep: 6,
  again: 5,
  up: 4,
  remedy: 3,
  note: 2,
  undo: 3,
  removeIncident: 1,
  moveEntry: 3,
  removeEntry: 2,
  cause: 3,
  night: 1,
  name: 2,
  chore: 2,
  sync: 9,
  /** The phone and the server hold the same, and the phone is gone for good. */
  lost: 1,
};
type Kind = keyof typeof WEIGHTS;

export interface Act {
  phone: number;
  kind: Kind;
  pick: number;
  afterSeconds: number;
  /** What happens to the requests of a round. */
  faults: Fault[];
  /**
   * What happens while a round waits: before its first request arrives, before the answer to it
   * does, before the second request arrives, and so on. Null: nothing.
   */
  meanwhile: (Act | null)[];
}

/** Of the first requests of a round; those after them have no fault. */
const FAULTS: readonly Fault[] = [
  ...(['none', 'none', 'none'] as const),
  ...(['requestLost', 'answerLost', 'repeated', 'late', 'requestCut', 'answerCut', 'killed'] as const),
];

/** By itself, fast-check keeps most arrays short: a run would have few taps, or none. */
const LONG = { size: 'max' } as const;

const kind = fc.oneof(
  ...(Object.keys(WEIGHTS) as Kind[]).map((name) => ({ weight: WEIGHTS[name], arbitrary: fc.constant(name) })),
);
const actOf = (maxSeconds: number, meanwhile: fc.Arbitrary<Act['meanwhile']>): fc.Arbitrary<Act> =>
  fc.record({
    phone: fc.nat(3),
    kind,
    pick: fc.nat(1000),
    afterSeconds: fc.integer({ min: 1, max: maxSeconds }),
    faults: fc.array(fc.constantFrom(...FAULTS), { maxLength: 3 }),
    meanwhile,
  });
const actMeanwhile = actOf(5, fc.constant([]));
const act = actOf(600, fc.array(fc.option(actMeanwhile), { maxLength: 6 }));

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
  skews: fc.array(skew, { minLength: 2, maxLength: 4, ...LONG }),
  acts: fc.array(act, { minLength: 10, maxLength: 50, ...LONG }),
});
