import fc from 'fast-check';
import type { Instant } from '@/lib/time';

/*
 * Small draws that every table needs. fast-check shrinks towards the first value, which is the
 * simplest case.
 */

/** Draws true once in `outOf` draws. */
export const rarely = (outOf: number): fc.Arbitrary<boolean> =>
  fc.integer({ min: 1, max: outOf }).map((drawn) => drawn === outOf);

const DELETED_AT = Date.UTC(2027, 5, 1) as Instant;

export const rarelyDeleted = (outOf: number): fc.Arbitrary<Instant | null> =>
  rarely(outOf).map((deleted) => (deleted ? DELETED_AT : null));

/**
 * Returns the item of a list that a random number chooses. The list need not be known when the
 * number is drawn. Throws if the list is empty.
 */
export const pick = <T>(list: readonly T[], draw: number): T => {
  const item = list[draw % list.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};
