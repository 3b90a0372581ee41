import { describe, expect, it } from 'vitest';
import { createTapGuard, type GuardedTap } from '@/features/tonight/tapGuard';
import type { Instant } from '@/lib/time';

const START = 1_795_000_000_000;

/** Whether each tap, at its milliseconds after the first, is taken as meant. */
function acceptedTaps(...taps: [GuardedTap, number][]): boolean[] {
  const accepts = createTapGuard();
  return taps.map(([tap, afterMs]) => accepts(tap, (START + afterMs) as Instant));
}

const woke: GuardedTap = { begins: 'leo' };
const zoeWoke: GuardedTap = { begins: 'zoe' };
const asleep: GuardedTap = { ends: 'incident' };
const feed: GuardedTap = { logs: 'feed' };
const cuddle: GuardedTap = { logs: 'cuddle' };

describe('a trembling thumb', () => {
  it('that taps the same button twice within two seconds taps once', () => {
    expect(acceptedTaps([feed, 0], [feed, 300], [feed, 1999], [feed, 2000])).toEqual([true, false, false, true]);
  });

  it('that taps “Baby woke” twice does not end it again', () => {
    expect(acceptedTaps([woke, 0], [asleep, 200])).toEqual([true, false]);
    expect(acceptedTaps([woke, 0], [asleep, 1900])).toEqual([true, false]);
    expect(acceptedTaps([woke, 0], [asleep, 2000])).toEqual([true, true]);
  });

  it('that taps “Asleep again” twice does not wake the child, nor give a cause', () => {
    expect(acceptedTaps([asleep, 0], [woke, 1500])).toEqual([true, false]);
    expect(acceptedTaps([asleep, 0], [cuddle, 500])).toEqual([true, false]);
  });
});

describe('a quick but meant tap', () => {
  it('on another button is taken at once', () => {
    expect(acceptedTaps([feed, 0], [cuddle, 100])).toEqual([true, true]);
  });

  it('within an incident is taken once the screen has settled', () => {
    expect(acceptedTaps([woke, 0], [feed, 599], [feed, 600])).toEqual([true, false, true]);
  });

  it('for the other child, too', () => {
    expect(acceptedTaps([woke, 0], [zoeWoke, 700])).toEqual([true, true]);
  });
});

it('a clock that was set back does not lock the screen', () => {
  expect(acceptedTaps([feed, 0], [feed, -3_600_000])).toEqual([true, true]);
});
