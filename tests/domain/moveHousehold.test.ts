import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveHousehold } from '@/domain/moveHousehold';
import { isWithin, nightOf, nightSpan, nightWindow } from '@/domain/night';
import type { Household } from '@/domain/rows/household';
import { householdFormat } from '@/i18n/householdFormat';
import { addMs, HOUR_MS, type Instant, MINUTE_MS } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { computeMetrics } from '@/metrics/computeMetrics';
import { draws } from '../support/draws';
import { at, day, entry, household, incident } from '../support/factories';
import { logWith } from '../support/metrics';

const moved = (from: Household, timeZone: string, now: Instant): Household => ({
  ...from,
  ...moveHousehold(from, timeZone, now),
});

/** Wake-ups of half an hour at these wall times of a zone. */
const wakeUpsAt = (texts: string[], timeZone: string) =>
  texts.map((text) => {
    const from = at(text, timeZone);
    return incident([entry('detected', from), entry('resolved', addMs(from, 30 * MINUTE_MS))], { id: text });
  });

describe('the nights before a move', () => {
  it.each([
    [
      'Europe/Paris',
      'America/New_York',
      ['2026-11-18 22:50', '2026-11-19 02:50', '2026-11-20 05:50', '2026-11-21 20:30'],
    ],
    ['Europe/Paris', 'Asia/Tokyo', ['2026-11-18 22:50', '2026-11-19 02:50', '2026-11-20 05:50', '2026-11-21 20:30']],
    [
      'Australia/Sydney',
      'Europe/Paris',
      ['2026-11-18 20:10', '2026-11-19 06:20', '2026-11-20 02:00', '2026-11-21 23:00'],
    ],
    // Across the date line, where a day is left out or is there twice.
    [
      'Pacific/Auckland',
      'Pacific/Honolulu',
      ['2026-11-18 20:10', '2026-11-19 06:20', '2026-11-20 02:00', '2026-11-21 23:00'],
    ],
    [
      'Pacific/Honolulu',
      'Pacific/Kiritimati',
      ['2026-11-18 20:10', '2026-11-19 06:20', '2026-11-20 02:00', '2026-11-21 23:00'],
    ],
  ])('keep their wake-ups after a move from %s to %s', (from, to, texts) => {
    const incidents = wakeUpsAt(texts, from);
    const range = { from: day('2026-11-17'), to: day('2026-11-21') };
    const now = at('2026-11-25 10:00', from);
    const before = computeMetrics(logWith({ household: household({ timeZone: from }), incidents }), range, now);
    const after = computeMetrics(
      logWith({ household: moved(household({ timeZone: from }), to, now), incidents }),
      range,
      now,
    );
    expect(after.incidents.counted).toBe(4);
    expect(after.nights).toEqual(before.nights);
    expect({ ...after, range: before.range }).toEqual(before);
  });

  it('keep their figures across a clock change', () => {
    const incidents = wakeUpsAt(['2026-10-25 01:30', '2026-10-25 06:15'], 'Europe/Paris');
    const range = { from: day('2026-10-24'), to: day('2026-10-24') };
    const now = at('2026-10-26 09:00');
    const home = household();
    const figuresOf = (anyHousehold: Household) =>
      computeMetrics(logWith({ household: anyHousehold, incidents }), range, now).nights;
    expect(figuresOf(moved(home, 'America/New_York', now))).toEqual(figuresOf(home));
    expect(figuresOf(home)).toMatchObject([{ counted: 2 }]);
  });

  it('are written as their own clocks showed them', () => {
    const tokyo = moved(household(), 'Asia/Tokyo', at('2026-11-20 13:00'));
    const format = householdFormat('en-GB', tokyo);
    expect(format.time(at('2026-11-17 02:43'))).toBe('02:43');
    expect(format.time(at('2026-11-21 02:43', 'Asia/Tokyo'))).toBe('02:43');
    expect(format.timeWithSeconds(at('2026-11-17 02:43:10'))).toBe('02:43:10');
  });
});

describe('the night of a move', () => {
  const untilOf = (timeZone: string, now: Instant) => moveHousehold(household(), timeZone, now).formerZones;

  it.each([
    ['in the evening of the new zone', 'Asia/Tokyo', at('2026-11-20 21:00', 'Asia/Tokyo'), '2026-11-20'],
    ['in the middle of a night', 'Asia/Tokyo', at('2026-11-20 03:00', 'Asia/Tokyo'), '2026-11-19'],
    [
      'after a flight to the west, when the old zone’s morning is over',
      'America/New_York',
      at('2026-11-20 13:00'),
      '2026-11-20',
    ],
    ['after a flight to the east, before noon of the old zone', 'Asia/Tokyo', at('2026-11-20 05:00'), '2026-11-20'],
  ])('is the first in the new zone: %s', (_when, timeZone, now, until) => {
    expect(untilOf(timeZone, now)).toEqual([{ until, timeZone: 'Europe/Paris' }]);
  });

  it('has one zone, whichever was chosen last, and none is left of moving back', () => {
    const now = at('2026-11-20 21:00');
    const inLondon = moved(household(), 'Europe/London', now);
    const inLisbon = moved(inLondon, 'Atlantic/Azores', addMs(now, HOUR_MS));
    expect(inLisbon).toMatchObject({
      timeZone: 'Atlantic/Azores',
      formerZones: [{ until: '2026-11-20', timeZone: 'Europe/Paris' }],
    });
    expect(moved(inLisbon, 'Europe/Paris', addMs(now, 2 * HOUR_MS))).toEqual(household());
  });

  it('is followed by others: each stay keeps its zone', () => {
    const inTokyo = moved(household(), 'Asia/Tokyo', at('2026-11-20 21:00'));
    const home = moved(inTokyo, 'Europe/Paris', at('2026-11-27 21:00'));
    expect(home.formerZones).toEqual([
      { until: '2026-11-20', timeZone: 'Europe/Paris' },
      { until: '2026-11-27', timeZone: 'Asia/Tokyo' },
    ]);
    expect(nightWindow(day('2026-11-19'), home).start).toBe(at('2026-11-19 20:00'));
    expect(nightWindow(day('2026-11-20'), home).start).toBe(at('2026-11-20 20:00', 'Asia/Tokyo'));
    expect(nightWindow(day('2026-11-27'), home).start).toBe(at('2026-11-27 20:00'));
  });
});

const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));

it('files every instant under exactly one night, wherever and whenever a household moves', () => {
  fc.assert(
    fc.property(
      zones,
      fc.array(fc.tuple(zones, fc.integer({ min: 1, max: 20 })), { minLength: 1, maxLength: 3 }),
      fc.array(fc.integer({ min: -60 * 24 * 3, max: 60 * 24 * 60 }), { minLength: 5, maxLength: 5 }),
      (first, stays, minutes) => {
        let now = at('2026-10-20 15:00', 'UTC');
        let travelling = household({ timeZone: first });
        for (const [zone, days] of stays) {
          now = addMs(now, days * 24 * HOUR_MS);
          travelling = moved(travelling, zone, now);
        }
        for (const minute of minutes) {
          const instant = addMs(at('2026-10-20 15:00', 'UTC'), minute * MINUTE_MS);
          const night = nightOf(instant, travelling);
          expect(isWithin(instant, nightSpan(night, travelling))).toBe(true);
          expect(nightSpan(night, travelling).end).toBe(nightSpan(addDays(night, 1), travelling).start);
          expect(isWithin(instant, nightSpan(addDays(night, 1), travelling))).toBe(false);
          expect(isWithin(instant, nightSpan(addDays(night, -1), travelling))).toBe(false);
        }
      },
    ),
    draws(300, 20_261_129),
  );
});
