import { describe, expect, it } from 'vitest';
import { createTapGuard, type GuardedTap } from '@/features/tonight/tapGuard';
import type { Instant } from '@/lib/time';

const START = 1_795_000_000_000;

/**
 * Returns for each tap, given with its milliseconds after the first, whether the guard accepts it.
 */
function acceptedTaps(...taps: [GuardedTap, number][]): boolean[] {
  const accepts = createTapGuard();
  return taps.map(([tap, afterMs]) => accepts(tap, (START + afterMs) as Instant));
}

const leoWoke: GuardedTap = { begins: 'leo' };
const zoeWoke: GuardedTap = { begins: 'zoe' };
const asleepAgain: GuardedTap = { ends: 'incident' };
const feed: GuardedTap = { logs: 'feed' };
const cuddle: GuardedTap = { logs: 'cuddle' };

describe('the guard against accidental taps', () => {
  it('ignores a second tap on the same button within two seconds', () => {
    expect(acceptedTaps([feed, 0], [feed, 300], [feed, 1999], [feed, 2000])).toEqual([true, false, false, true]);
  });

  it('ignores a tap on “Asleep again” within two seconds after “Baby woke”', () => {
    expect(acceptedTaps([leoWoke, 0], [asleepAgain, 200])).toEqual([true, false]);
    expect(acceptedTaps([leoWoke, 0], [asleepAgain, 1900])).toEqual([true, false]);
    expect(acceptedTaps([leoWoke, 0], [asleepAgain, 2000])).toEqual([true, true]);
  });

  it('ignores a tap on the other child’s way out within two seconds after the first child’s', () => {
    const otherAsleepAgain: GuardedTap = { ends: 'other' };
    expect(acceptedTaps([asleepAgain, 0], [otherAsleepAgain, 750], [otherAsleepAgain, 2000])).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('ignores taps that would reopen the incident or log a cuddle just after “Asleep again”', () => {
    expect(acceptedTaps([asleepAgain, 0], [leoWoke, 1500])).toEqual([true, false]);
    expect(acceptedTaps([asleepAgain, 0], [cuddle, 500])).toEqual([true, false]);
  });
});

describe('the guard and deliberate taps', () => {
  it('accepts a tap on another button at once', () => {
    expect(acceptedTaps([feed, 0], [cuddle, 100])).toEqual([true, true]);
  });

  it('accepts a tap on a new screen from 600 ms after the screen has changed', () => {
    expect(acceptedTaps([leoWoke, 0], [feed, 599], [feed, 600])).toEqual([true, false, true]);
  });

  it('accepts a tap for the other child', () => {
    expect(acceptedTaps([leoWoke, 0], [zoeWoke, 700])).toEqual([true, true]);
  });
});

it('accepts the same tap again after the clock was set back', () => {
  expect(acceptedTaps([feed, 0], [feed, -3_600_000])).toEqual([true, true]);
});
