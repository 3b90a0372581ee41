import fc from 'fast-check';
import { expect, it } from 'vitest';
import { draws } from '../support/draws';

it('reports the seed of a property that fails, and the same seed draws the same values again', () => {
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

it('runs all draws in UTC and a fifth of them in the other zones', () => {
  const factor = Number(process.env.DRAWS ?? 1);
  expect(draws(100).numRuns).toBe((process.env.TZ === 'UTC' ? 100 : 20) * factor);
});
