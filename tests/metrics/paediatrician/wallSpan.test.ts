import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nightSpan } from '@/domain/night';
import { type Instant, type Interval, MINUTE_MS } from '@/lib/time';
import { clockChangeOf, DAY_MINUTES, wallSpansOf } from '@/metrics/paediatrician/wallSpan';
import { draws } from '../../support/draws';
import { at, day, PARIS } from '../../support/factories';

const interval = (from: string, to: string, timeZone = PARIS): Interval => ({
  from: at(from, timeZone),
  to: at(to, timeZone),
});

/** Minutes after noon of a wall time; a time before noon is on the next day. */
const minutesAfterNoon = (time: string): number => {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return minutes < 12 * 60 ? minutes + 12 * 60 : minutes - 12 * 60;
};

describe('wallSpansOf', () => {
  it('starts a span at the wall time, with the real duration of the interval', () => {
    // 2:43 is 14 h 43 after noon.
    expect(wallSpansOf(interval('2026-11-17 02:43', '2026-11-17 03:03'), day('2026-11-16'), PARIS)).toEqual([
      { start: minutesAfterNoon('02:43'), minutes: 20 },
    ]);
  });

  it('returns fractions of a minute', () => {
    const [span] = wallSpansOf(interval('2026-11-16 23:00:15', '2026-11-16 23:00:45'), day('2026-11-16'), PARIS);
    expect(span).toEqual({ start: 660.25, minutes: 0.5 });
  });

  it('leaves a gap for the hour that is skipped in spring', () => {
    const spans = wallSpansOf(interval('2026-03-29 01:30', '2026-03-29 03:30'), day('2026-03-28'), PARIS);
    expect(spans).toEqual([
      { start: minutesAfterNoon('01:30'), minutes: 30 },
      { start: minutesAfterNoon('03:00'), minutes: 30 },
    ]);
  });

  it('returns two overlapping spans when clocks go back within the interval', () => {
    // The interval runs from the first 2:30 to 3:30 and lasts two hours: 30 minutes to the change,
    // then 90 minutes from 2:00 on.
    const spans = wallSpansOf(interval('2026-10-25 02:30', '2026-10-25 03:30'), day('2026-10-24'), PARIS);
    expect(spans).toEqual([
      { start: minutesAfterNoon('02:30'), minutes: 30 },
      { start: minutesAfterNoon('02:00'), minutes: 90 },
    ]);
  });

  it('returns one span when the interval only touches the change', () => {
    const before = interval('2026-03-29 01:30', '2026-03-29 03:00');
    const since = interval('2026-03-29 03:00', '2026-03-29 03:30');
    expect(wallSpansOf(before, day('2026-03-28'), PARIS)).toEqual([{ start: minutesAfterNoon('01:30'), minutes: 30 }]);
    expect(wallSpansOf(since, day('2026-03-28'), PARIS)).toEqual([{ start: minutesAfterNoon('03:00'), minutes: 30 }]);
  });

  it('leaves a gap of half an hour when clocks change by half an hour', () => {
    const zone = 'Australia/Lord_Howe';
    const spans = wallSpansOf(interval('2026-10-04 01:45', '2026-10-04 02:45', zone), day('2026-10-03'), zone);
    expect(spans).toEqual([
      { start: minutesAfterNoon('01:45'), minutes: 15 },
      { start: minutesAfterNoon('02:30'), minutes: 15 },
    ]);
  });
});

/** A zone, and its nights with a change forward, a change back, and no change. */
const NIGHTS: readonly (readonly [timeZone: string, forward: string, back: string, unchanged: string])[] = [
  ['Europe/Paris', '2026-03-28', '2026-10-24', '2026-11-16'],
  ['America/New_York', '2026-03-07', '2026-10-31', '2026-11-16'],
  ['Africa/Cairo', '2026-04-23', '2026-10-29', '2026-11-16'],
  ['Australia/Lord_Howe', '2026-10-03', '2026-04-04', '2026-11-16'],
];

describe.each(NIGHTS)('clock changes in %s', (timeZone, forward, back, unchanged) => {
  it('returns the direction of the change from clockChangeOf', () => {
    expect(clockChangeOf(day(forward), timeZone)).toBe('forward');
    expect(clockChangeOf(day(back), timeZone)).toBe('back');
    expect(clockChangeOf(day(unchanged), timeZone)).toBeNull();
  });

  it('keeps the whole duration between the two noons in wallSpansOf', () => {
    for (const night of [forward, back, unchanged].map(day)) {
      const { start, end } = nightSpan(night, timeZone);
      const moment = fc.integer({ min: 0, max: (end - start) / MINUTE_MS }).map((minute) => start + minute * MINUTE_MS);
      fc.assert(
        fc.property(moment, moment, (a, b) => {
          fc.pre(a !== b);
          const [from, to] = [Math.min(a, b) as Instant, Math.max(a, b) as Instant];
          const spans = wallSpansOf({ from, to }, night, timeZone);
          expect(spans.reduce((sum, { minutes }) => sum + minutes, 0)).toBeCloseTo((to - from) / MINUTE_MS, 6);
          for (const span of spans) {
            expect(span.minutes).toBeGreaterThan(0);
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.start + span.minutes).toBeLessThanOrEqual(DAY_MINUTES);
          }
        }),
        draws(60, 20_261_116),
      );
    }
  });
});
