import { describe, expect, it } from 'vitest';
import { checkTimeline } from '@/domain/timeline/checkTimeline';
import { nightClock } from '@/gameday/nightClock';
import { HOUR_MS, MINUTE_MS } from '@/lib/time';
import { addDays, wallClockAt } from '@/lib/zone';
import { computeMetrics } from '@/metrics/computeMetrics';
import { at, day } from '../support/factories';
import { instantsIn, overlapsIn, SEEDS, simulate, stateOf } from './support';

/** The last of six weeks in which the clocks change, and the night of the change. */
const CHANGES = [
  ['Europe/Paris', '2026-11-10', '2026-10-24', 12 * HOUR_MS],
  ['Europe/Paris', '2026-04-12', '2026-03-28', 10 * HOUR_MS],
  ['America/New_York', '2026-11-20', '2026-10-31', 12 * HOUR_MS],
  ['America/New_York', '2026-03-07', '2026-03-07', 10 * HOUR_MS],
  ['Australia/Lord_Howe', '2026-04-20', '2026-04-04', 11.5 * HOUR_MS],
  ['Australia/Lord_Howe', '2026-10-10', '2026-10-03', 10.5 * HOUR_MS],
] as const;

describe.each(CHANGES)('a clock change in %s', (timeZone, last, changed, hoursOfThatNight) => {
  const lastNight = day(last);
  const logs = SEEDS.slice(0, 3).map((seed) => simulate(seed, { timeZone, lastNight }));
  const noonAfter = at(`${addDays(lastNight, 1)} 12:00`, timeZone);

  it('a clock change makes the night shorter or longer by as much', () => {
    const clock = nightClock(day(changed), timeZone);
    expect(clock.time('07:00') - clock.time('20:00')).toBe(hoursOfThatNight);
    for (const log of logs) {
      const figures = computeMetrics(log, { from: addDays(lastNight, -41), to: lastNight }, noonAfter);
      expect(figures.mttr.median).not.toBeNull();
      expect(figures.availability.household).not.toBeNull();
      expect(figures.double.count).toBeGreaterThan(0);
    }
  });

  it('a clock change leaves every timeline possible, no child awake twice, and nothing after noon', () => {
    for (const log of logs) {
      expect(log.incidents.flatMap(({ timeline }) => checkTimeline(timeline, noonAfter) ?? [])).toEqual([]);
      expect(overlapsIn(log)).toEqual([]);
      expect(Math.max(...instantsIn(log).map(([, instant]) => instant))).toBeLessThan(noonAfter);
    }
  });

  it('a clock change leaves cries between bedtime and morning on the wall clock', () => {
    for (const log of logs) {
      const byDay = log.incidents.filter((incident) => {
        const { time } = wallClockAt(stateOf(incident).detectedAt, timeZone);
        return time >= '07:00' && time < '20:00';
      });
      expect(byDay).toEqual([]);
      for (const { bedtimeAt, morningAt } of log.nights) {
        if (bedtimeAt) expect(wallClockAt(bedtimeAt, timeZone).time >= '19:00').toBe(true);
        if (morningAt) expect(wallClockAt(morningAt, timeZone).time < '10:00').toBe(true);
      }
    }
  });
});

describe('nightClock', () => {
  it('puts times before noon on the next day', () => {
    const clock = nightClock(day('2026-11-16'), 'Europe/Paris');
    expect(clock.time('20:10')).toBe(at('2026-11-16 20:10'));
    expect(clock.time('04:00')).toBe(at('2026-11-17 04:00'));
  });

  it('maps a time that occurs twice to the first instant, and a skipped one to the change', () => {
    expect(nightClock(day('2026-10-24'), 'Europe/Paris').time('02:30')).toBe(at('2026-10-25 02:30'));
    const jump = at('2026-03-29 03:00');
    const spring = nightClock(day('2026-03-28'), 'Europe/Paris');
    expect(spring.time('02:30')).toBe(jump);
    expect(spring.time('03:01')).toBe(jump + MINUTE_MS);
  });
});
