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
  page: 4,
  pushed: 4,
  answered: 4,
  sync: 9,
};
/**
 * The same while the round of another phone waits: two rounds that write the same row, and phones
 * that are gone for good once they and the server hold the same.
 */
const WEIGHTS_MEANWHILE = { ...WEIGHTS, sync: 40, lost: 25 };
type Kind = keyof typeof WEIGHTS_MEANWHILE;

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

const kindOf = (weights: Partial<Record<Kind, number>>): fc.Arbitrary<Kind> =>
  fc.oneof(...Object.entries(weights).map(([kind, weight]) => ({ weight, arbitrary: fc.constant(kind as Kind) })));
const actOf = (
  kind: fc.Arbitrary<Kind>,
  maxSeconds: number,
  meanwhile: fc.Arbitrary<Act['meanwhile']>,
): fc.Arbitrary<Act> =>
  fc.record({
    phone: fc.nat(3),
    kind,
    pick: fc.nat(1000),
    afterSeconds: fc.integer({ min: 1, max: maxSeconds }),
    faults: fc.array(fc.constantFrom(...FAULTS), { maxLength: 3 }),
    meanwhile,
  });
const actMeanwhile = actOf(kindOf(WEIGHTS_MEANWHILE), 5, fc.constant([]));
const act = actOf(kindOf(WEIGHTS), 600, fc.array(fc.option(actMeanwhile), { maxLength: 4, ...LONG }));

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

const quiet = (phone: number, kind: Kind, meanwhile: Act['meanwhile'] = []): Act => ({
  phone,
  kind,
  pick: 0,
  afterSeconds: 10,
  faults: [],
  meanwhile,
});

/** Draws bring these about once in tens or hundreds of runs, so they come before what is drawn. */
export const KNOWN_SCENARIOS: readonly Scenario[] = [
  // Both phones write the same incident. The first one sends it and is gone after the second one
  // has heard what is new, and before it sends: only the server has what the first one wrote.
  {
    skews: [0, 0],
    acts: [
      ...[quiet(0, 'woke'), quiet(0, 'sync'), quiet(1, 'sync')],
      ...[quiet(0, 'up'), quiet(1, 'remedy'), quiet(1, 'sync', [null, quiet(0, 'lost')])],
    ],
  },
  // An incident is written again while the server has it, and its answer is on the way.
  {
    skews: [0, 0],
    acts: [quiet(0, 'woke'), quiet(0, 'sync', [null, null, null, quiet(0, 'up')])],
  },
];
