import fc from 'fast-check';
import type { Instant } from '@/lib/time';

/*
 * Small draws that every table needs. fast-check shrinks towards the first value, which is the
 * plain case.
 */

/** True once in `outOf`. */
export const rarely = (outOf: number): fc.Arbitrary<boolean> =>
  fc.integer({ min: 1, max: outOf }).map((drawn) => drawn === outOf);

const DELETED_AT = Date.UTC(2027, 5, 1) as Instant;

export const rarelyDeleted = (outOf: number): fc.Arbitrary<Instant | null> =>
  rarely(outOf).map((deleted) => (deleted ? DELETED_AT : null));

/** Returns one item of a list that is only known after the draw. */
export const pick = <T>(list: readonly T[], drawn: number): T => {
  const picked = list[drawn % list.length];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
};
