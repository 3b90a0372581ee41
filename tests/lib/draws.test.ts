import fc from 'fast-check';
import { expect, it } from 'vitest';
import { draws } from '../support/draws';

it('a property that fails says from which seed, and that seed draws the same again', () => {
  const drawn = (seed: number) => {
    const seen: number[] = [];
    const fails = () =>
      fc.assert(
        fc.property(fc.nat(), (value) => {
          seen.push(value);
          return seen.length < 3;
        }),
        { ...draws(50), seed, endOnFailure: true },
      );
    expect(fails).toThrow(`seed: ${seed}`);
    return seen;
  };
  expect(drawn(42)).toEqual(drawn(42));
});

it('has all its draws in UTC, and a fifth in another zone', () => {
  const factor = Number(process.env.DRAWS ?? 1);
  expect(draws(100).numRuns).toBe((process.env.TZ === 'UTC' ? 100 : 20) * factor);
});
