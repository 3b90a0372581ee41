import { describe, expect, it } from 'vitest';
import { createTapGuard, type Tap } from '@/features/tonight/tapGuard';
import type { Instant } from '@/lib/time';

const START = 1_795_000_000_000;

/** Whether each tap, at its milliseconds after the first, is taken as meant. */
function taken(...taps: [Tap, number][]): boolean[] {
  const accepts = createTapGuard();
  return taps.map(([tap, afterMs]) => accepts(tap, (START + afterMs) as Instant));
}

const woke: Tap = { begins: 'leo' };
const zoeWoke: Tap = { begins: 'zoe' };
const asleep: Tap = { ends: 'incident' };
const feed: Tap = { logs: 'feed' };
const cuddle: Tap = { logs: 'cuddle' };

describe('a trembling thumb', () => {
  it('that taps the same button twice within two seconds taps once', () => {
    expect(taken([feed, 0], [feed, 300], [feed, 1999], [feed, 2000])).toEqual([true, false, false, true]);
  });

  it('that taps “Baby woke” twice does not end it again', () => {
    expect(taken([woke, 0], [asleep, 200])).toEqual([true, false]);
    expect(taken([woke, 0], [asleep, 1900])).toEqual([true, false]);
    expect(taken([woke, 0], [asleep, 2000])).toEqual([true, true]);
  });

  it('that taps “Asleep again” twice does not wake the child, nor give a cause', () => {
    expect(taken([asleep, 0], [woke, 1500])).toEqual([true, false]);
    expect(taken([asleep, 0], [cuddle, 500])).toEqual([true, false]);
  });
});

describe('a quick but meant tap', () => {
  it('on another button is taken at once', () => {
    expect(taken([feed, 0], [cuddle, 100])).toEqual([true, true]);
  });

  it('within an incident is taken once the screen has settled', () => {
    expect(taken([woke, 0], [feed, 599], [feed, 600])).toEqual([true, false, true]);
  });

  it('for the other child, too', () => {
    expect(taken([woke, 0], [zoeWoke, 700])).toEqual([true, true]);
  });
});

it('a clock that was set back does not lock the screen', () => {
  expect(taken([feed, 0], [feed, -3_600_000])).toEqual([true, true]);
});
