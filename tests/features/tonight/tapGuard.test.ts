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

const woke: GuardedTap = { begins: 'leo' };
const zoeWoke: GuardedTap = { begins: 'zoe' };
const asleep: GuardedTap = { ends: 'incident' };
const feed: GuardedTap = { logs: 'feed' };
const cuddle: GuardedTap = { logs: 'cuddle' };

describe('an accidental tap', () => {
  it('on the same button within two seconds is ignored', () => {
    expect(acceptedTaps([feed, 0], [feed, 300], [feed, 1999], [feed, 2000])).toEqual([true, false, false, true]);
  });

  it('after “Baby woke” does not end the incident', () => {
    expect(acceptedTaps([woke, 0], [asleep, 200])).toEqual([true, false]);
    expect(acceptedTaps([woke, 0], [asleep, 1900])).toEqual([true, false]);
    expect(acceptedTaps([woke, 0], [asleep, 2000])).toEqual([true, true]);
  });

  it('after “Asleep again” neither reopens the incident nor sets a cause', () => {
    expect(acceptedTaps([asleep, 0], [woke, 1500])).toEqual([true, false]);
    expect(acceptedTaps([asleep, 0], [cuddle, 500])).toEqual([true, false]);
  });
});

describe('a quick but deliberate tap', () => {
  it('on another button is accepted at once', () => {
    expect(acceptedTaps([feed, 0], [cuddle, 100])).toEqual([true, true]);
  });

  it('within an incident is accepted 600 ms after the screen has changed', () => {
    expect(acceptedTaps([woke, 0], [feed, 599], [feed, 600])).toEqual([true, false, true]);
  });

  it('for the other child is accepted, too', () => {
    expect(acceptedTaps([woke, 0], [zoeWoke, 700])).toEqual([true, true]);
  });
});

it('a clock that was set back does not lock the screen', () => {
  expect(acceptedTaps([feed, 0], [feed, -3_600_000])).toEqual([true, true]);
});
