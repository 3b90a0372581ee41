import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithin, lastStartedNight, livedNight, nightOf, nightSpan, nightWindow, shownSpan } from '@/domain/night';
import { tonightOf } from '@/domain/tonight';
import type { Instant } from '@/lib/time';
import { draws } from '../support/draws';
import { at, day, household, nightRow, PARIS, toWallTime } from '../support/factories';

const HOUR = 3_600_000;
const hours = household();

describe('nightOf', () => {
  it.each([
    ['2026-11-16 20:30', '2026-11-16', 'an evening belongs to the night of its day'],
    ['2026-11-17 02:43', '2026-11-16', 'after midnight it is still the same night'],
    ['2026-11-17 11:59', '2026-11-16', 'until noon it is still the same night'],
    ['2026-11-17 12:00', '2026-11-17', 'from noon on it is the next night'],
    ['2027-01-01 01:00', '2026-12-31', 'a night may cross the end of a year'],
  ])('%s → %s: %s', (moment, night) => {
    expect(nightOf(at(moment), PARIS)).toBe(night);
  });

  it('uses the calendar and not twelve hours before, on days when the clocks change', () => {
    // Clocks went forward at 2:00 on 29 March, so twelve hours before 12:30 it was 23:30 on the
    // 28th.
    expect(nightOf(at('2026-03-29 11:30'), PARIS)).toBe('2026-03-28');
    expect(nightOf(at('2026-03-29 12:30'), PARIS)).toBe('2026-03-29');
    // Clocks went back at 3:00 on 25 October, so twelve hours before 11:30 it was 0:30 on the 25th.
    expect(nightOf(at('2026-10-25 11:30'), PARIS)).toBe('2026-10-24');
  });

  it('uses the zone of the household and not that of the phone', () => {
    const moment = Date.parse('2026-11-17T10:30:00Z') as Instant;
    expect(nightOf(moment, 'Europe/Paris')).toBe('2026-11-16');
    expect(nightOf(moment, 'Asia/Tokyo')).toBe('2026-11-17');
  });

  it('returns the night whose span from noon to noon contains the instant, in every zone', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
        fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2060, 0, 1) }),
        (zone, moment) => {
          const night = nightOf(moment as Instant, zone);
          expect(isWithin(moment as Instant, nightSpan(night, zone))).toBe(true);
        },
      ),
      draws(1000),
    );
  });
});

describe('nightWindow', () => {
  it('returns the hours of the household', () => {
    expect(nightWindow(day('2026-11-16'), hours)).toEqual({
      start: at('2026-11-16 20:00'),
      end: at('2026-11-17 07:00'),
    });
  });

  it('lasts eleven, ten or twelve hours, depending on clock changes', () => {
    const length = (night: string) => {
      const { start, end } = nightWindow(day(night), hours);
      return (end - start) / HOUR;
    };
    expect([length('2026-11-16'), length('2026-03-28'), length('2026-10-24')]).toEqual([11, 10, 12]);
  });

  it('begins and ends as was logged', () => {
    const row = nightRow({ bedtimeAt: at('2026-11-16 21:10'), morningAt: at('2026-11-17 06:05') });
    expect(nightWindow(day('2026-11-16'), hours, row)).toEqual({ start: row.bedtimeAt, end: row.morningAt });
  });

  it('ignores what was logged if the end would not be after the start', () => {
    const row = nightRow({ bedtimeAt: at('2026-11-17 08:00') });
    expect(nightWindow(day('2026-11-16'), hours, row)).toEqual(nightWindow(day('2026-11-16'), hours));
  });

  it('may be within one day, for parents who work at night', () => {
    const daySleeper = household({ nightStart: toWallTime('08:00'), nightEnd: toWallTime('16:00') });
    expect(nightWindow(day('2026-11-16'), daySleeper)).toEqual({
      start: at('2026-11-16 08:00'),
      end: at('2026-11-16 16:00'),
    });
  });
});

describe('a household that sleeps by day', () => {
  const dayHours = (nightStart: string, nightEnd: string) =>
    household({ nightStart: toWallTime(nightStart), nightEnd: toWallTime(nightEnd) });

  it.each([
    ['09:00', '15:00', '2026-11-23 10:30', '2026-11-23'],
    ['09:00', '15:00', '2026-11-23 14:00', '2026-11-23'],
    ['08:00', '16:00', '2026-11-23 08:00', '2026-11-23'],
    ['01:00', '09:00', '2026-11-23 02:43', '2026-11-23'],
    ['20:00', '07:00', '2026-11-23 10:30', '2026-11-22'],
  ])('lives, with hours from %s to %s, at %s the night %s', (from, to, moment, night) => {
    expect(livedNight(at(moment), dayHours(from, to))).toBe(night);
  });

  it('has begun its latest night before noon', () => {
    expect(lastStartedNight(dayHours('09:00', '15:00'), at('2026-11-23 10:30'))).toBe('2026-11-23');
    expect(lastStartedNight(dayHours('09:00', '15:00'), at('2026-11-23 08:59'))).toBe('2026-11-22');
    expect(lastStartedNight(household(), at('2026-11-23 10:30'))).toBe('2026-11-22');
  });

  it('is in the night at every instant of its hours, whichever these are', () => {
    const wallTimes = fc
      .integer({ min: 0, max: 1439 })
      .map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16));
    fc.assert(
      fc.property(wallTimes, wallTimes, fc.double({ min: 0, max: 0.999, noNaN: true }), (from, to, share) => {
        fc.pre(from !== to);
        const anyHours = dayHours(from, to);
        const { start, end } = nightWindow(day('2026-11-23'), anyHours);
        const moment = Math.floor(start + share * (end - start)) as Instant;
        expect(tonightOf(anyHours, null, [], moment).phase).toBe('night');
        expect(isWithin(moment, shownSpan(livedNight(moment, anyHours), anyHours))).toBe(true);
      }),
      draws(300, 20_261_130),
    );
  });
});
