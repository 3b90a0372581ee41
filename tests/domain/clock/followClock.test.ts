import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClockWatch } from '@/domain/clock/clockWatch';
import { type ClockMemory, type ClockReading, followClock } from '@/domain/clock/followClock';
import { addMs, DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '@/lib/time';
import { draws } from '../../support/draws';
import { at, tonightAt } from '../../support/factories';

const RUNS = draws(200, 29_112_026);
const BY_MS = 10 * HOUR_MS + 17 * MINUTE_MS;

/** A phone whose clock the test sets, and what the app notices of it. */
function phone(start: Instant) {
  let shown = start;
  let memory: ClockMemory | null = null;
  const read = (reading: ClockReading) => {
    const noticed = followClock(memory, reading);
    memory = noticed.memory;
    return noticed;
  };
  read({ now: shown, expected: shown, isExact: false });
  return {
    /** Lets time pass while the app runs, after which the clock has also been set by `stepMs`. */
    run: (passedMs: number, stepMs = 0) => {
      const expected = addMs(shown, passedMs);
      shown = addMs(expected, stepMs);
      return read({ now: shown, expected, isExact: true });
    },
    /** Starts the app again when the clock shows this. */
    restartAt: (now: Instant) => {
      const expected = memory?.seenAt ?? now;
      shown = now;
      return read({ now, expected, isExact: false });
    },
  };
}

describe('a clock that is set while the app runs', () => {
  it('was ahead by the step back: what lies in the future is wrong', () => {
    const { run } = phone(at('2026-11-17 13:00'));
    run(15 * MINUTE_MS);
    expect(run(0, -BY_MS).wrong).toEqual({ from: tonightAt('02:58'), to: null, byMs: -BY_MS, isExact: true });
  });

  it('was ahead between a step forward and the same step back: all that was dated between is wrong', () => {
    const { run } = phone(tonightAt('01:00'));
    run(0, 20 * MINUTE_MS);
    run(HOUR_MS);
    expect(run(0, -20 * MINUTE_MS).wrong).toEqual({
      from: tonightAt('01:20'),
      to: addMs(tonightAt('02:20'), MINUTE_MS),
      byMs: -20 * MINUTE_MS,
      isExact: true,
    });
  });

  it('was behind between a step back and the same step forward, and the log after the first was right', () => {
    const { run } = phone(tonightAt('01:00'));
    expect(run(0, -DAY_MS).wrong).toMatchObject({ to: null });
    run(HOUR_MS);
    expect(run(0, DAY_MS)).toMatchObject({
      wrong: { from: at('2026-11-16 01:00'), byMs: DAY_MS, isExact: true },
      takesBack: true,
    });
  });

  it.each([
    ['time that passes', 3 * HOUR_MS, 0],
    ['a correction of a minute', MINUTE_MS, -MINUTE_MS],
    ['a sleep in which the steady clock stands still', 0, 8 * HOUR_MS],
  ])('is not noticed for %s', (_what, passedMs, stepMs) => {
    const { run } = phone(tonightAt('01:00'));
    expect(run(passedMs, stepMs).wrong).toBeNull();
  });
});

describe('a clock that is set while the app is closed', () => {
  it('was ahead by at least the distance to when it was seen last', () => {
    const { run, restartAt } = phone(at('2026-11-17 13:00'));
    run(5 * MINUTE_MS);
    expect(restartAt(tonightAt('02:50')).wrong).toEqual({
      from: tonightAt('02:50'),
      to: null,
      byMs: tonightAt('02:50') - at('2026-11-17 13:05'),
      isExact: false,
    });
  });

  it('was wrong in a year without this app, once it has left that year', () => {
    const { run, restartAt } = phone(at('2017-01-01 00:00'));
    run(10 * MINUTE_MS);
    expect(restartAt(tonightAt('03:00')).wrong).toMatchObject({
      from: at('2017-01-01 00:00'),
      byMs: tonightAt('03:00') - at('2017-01-01 00:10'),
      isExact: false,
    });
  });

  it('is not called right when it falls back to a year without this app', () => {
    const { restartAt } = phone(tonightAt('01:00'));
    expect(restartAt(at('2017-01-01 00:00')).wrong).toBeNull();
    expect(restartAt(tonightAt('02:00')).wrong).toMatchObject({ from: at('2017-01-01 00:00') });
  });

  it('proves nothing by being later', () => {
    const { restartAt } = phone(tonightAt('01:00'));
    expect(restartAt(at('2026-12-24 20:00')).wrong).toBeNull();
  });
});

it('moves every tap of a clock that was ahead, seen or not seen, back to its real time', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 60 * 24 * 400 }),
      fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 8 }),
      fc.boolean(),
      (aheadMinutes, gaps, wasRightBefore) => {
        const aheadMs = aheadMinutes * MINUTE_MS;
        const start = tonightAt('01:00');
        const { run } = phone(wasRightBefore ? start : addMs(start, aheadMs));
        if (wasRightBefore) run(0, aheadMs);
        const taps: { real: Instant; logged: Instant }[] = [];
        let real = start;
        for (const gap of gaps) {
          run(gap * MINUTE_MS);
          real = addMs(real, gap * MINUTE_MS);
          taps.push({ real, logged: addMs(real, aheadMs) });
        }
        const { wrong } = run(0, -aheadMs);
        const isDatedWrong = (logged: Instant) =>
          wrong !== null && logged >= wrong.from && (wrong.to === null || logged <= wrong.to);
        for (const tap of taps) {
          // Without the step forward, only what lies in the future can be known to be wrong.
          if (!wasRightBefore && tap.logged <= real) continue;
          expect(isDatedWrong(tap.logged)).toBe(true);
          expect(addMs(tap.logged, wrong?.byMs ?? 0)).toBe(tap.real);
        }
      },
    ),
    RUNS,
  );
});

it('compares the wall with the steady clock since the last reading', () => {
  const clocks = { wall: tonightAt('01:00'), steady: 0 };
  const read = createClockWatch(
    () => clocks.wall,
    () => clocks.steady,
  );
  clocks.wall = tonightAt('03:00');
  clocks.steady = HOUR_MS;
  expect(read()).toEqual({ now: tonightAt('03:00'), expected: tonightAt('02:00'), isExact: true });
  expect(read()).toEqual({ now: tonightAt('03:00'), expected: tonightAt('03:00'), isExact: true });
});
