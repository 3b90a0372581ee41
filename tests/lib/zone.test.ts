import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { isTimeZone } from '@/lib/deviceZone';
import type { Day, Instant, WallTime } from '@/lib/time';
import {
  addDays,
  findLastWallTime,
  findWallTime,
  findWallTimeNear,
  instantOnWall,
  type WallTimeMatch,
  wallClockAt,
} from '@/lib/zone';
import { draws } from '../support/draws';

const ZONES = Intl.supportedValuesOf('timeZone');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Returns what Temporal says of a wall time, for comparison with another library. */
function readByTemporal(wall: Temporal.PlainDateTime, zone: string): WallTimeMatch {
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  if (!earlier.toPlainDateTime().equals(wall)) {
    const change = earlier.getTimeZoneTransition('next');
    return { kind: 'never', clockChange: change?.epochMilliseconds as Instant };
  }
  return earlier.equals(later)
    ? { kind: 'once', at: earlier.epochMilliseconds as Instant }
    : { kind: 'twice', first: earlier.epochMilliseconds as Instant, second: later.epochMilliseconds as Instant };
}

/** Returns the clock changes of a zone within some years. */
function changesIn(zone: string, fromYear: number, toYear: number): Temporal.ZonedDateTime[] {
  const changes: Temporal.ZonedDateTime[] = [];
  let next = Temporal.ZonedDateTime.from({ timeZone: zone, year: fromYear, month: 1, day: 1 }).getTimeZoneTransition(
    'next',
  );
  while (next && next.year < toYear) {
    changes.push(next);
    next = next.getTimeZoneTransition('next');
  }
  return changes;
}

const ourReading = (wall: Temporal.PlainDateTime, zone: string): WallTimeMatch =>
  findWallTime(
    wall.toPlainDate().toString() as Day,
    wall.toPlainTime().toString({ smallestUnit: 'minute' }) as WallTime,
    zone,
  );

describe('findWallTime', () => {
  // There are four hundred zones, which take some seconds even on an idle machine.
  it('agrees with Temporal at every quarter of an hour around each clock change of 2025 to 2027, in every zone', {
    timeout: 60_000,
  }, () => {
    let checked = 0;
    for (const zone of ZONES) {
      for (const change of changesIn(zone, 2025, 2028)) {
        const around = change.toPlainDateTime().round({ smallestUnit: 'hour' }).subtract({ hours: 4 });
        for (let quarter = 0; quarter < 32; quarter += 1) {
          const wall = around.add({ minutes: 15 * quarter });
          expect(ourReading(wall, zone), `${wall} in ${zone}`).toEqual(readByTemporal(wall, zone));
          checked += 1;
        }
      }
    }
    expect(checked).toBeGreaterThan(10_000);
  });

  it('agrees with Temporal at any minute of the years 2000 to 2060', () => {
    const minutes = fc.integer({ min: Date.UTC(2000, 0, 1) / MINUTE, max: Date.UTC(2060, 0, 1) / MINUTE });
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), minutes, (zone, minute) => {
        const wall = Temporal.Instant.fromEpochMilliseconds(minute * MINUTE)
          .toZonedDateTimeISO('UTC')
          .toPlainDateTime();
        expect(ourReading(wall, zone)).toEqual(readByTemporal(wall, zone));
      }),
      draws(2000),
    );
  });

  it('finds the hour from 2:00 in Paris twice on 25 October 2026 and never on 29 March', () => {
    expect(findWallTime('2026-10-25' as Day, '02:30' as WallTime, 'Europe/Paris')).toEqual({
      kind: 'twice',
      first: Date.parse('2026-10-25T00:30:00Z'),
      second: Date.parse('2026-10-25T01:30:00Z'),
    });
    expect(findWallTime('2026-03-29' as Day, '02:30' as WallTime, 'Europe/Paris')).toEqual({
      kind: 'never',
      clockChange: Date.parse('2026-03-29T01:00:00Z'),
    });
    expect(instantOnWall('2026-10-25' as Day, '02:30' as WallTime, 'Europe/Paris')).toBe(
      Date.parse('2026-10-25T00:30:00Z'),
    );
    expect(instantOnWall('2026-03-29' as Day, '02:30' as WallTime, 'Europe/Paris')).toBe(
      Date.parse('2026-03-29T01:00:00Z'),
    );
  });
});

describe('wallClockAt', () => {
  it('agrees with Temporal in every zone, at any instant from 1973 to 2100', () => {
    // Until 1972 the offset of Liberia was 44½ minutes, which @date-fns/tz reads with the wrong
    // sign. Nobody in a log was born before that.
    const instants = fc.integer({ min: Date.UTC(1973, 0, 1), max: Date.UTC(2100, 0, 1) });
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), instants, (zone, moment) => {
        const wall = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone);
        expect(wallClockAt(moment as Instant, zone)).toEqual({
          day: wall.toPlainDate().toString(),
          time: wall.toPlainTime().toString({ smallestUnit: 'minute', roundingMode: 'trunc' }),
        });
      }),
      draws(3000),
    );
  });
});

describe('findWallTimeNear', () => {
  const near = (reference: string, time: string) =>
    findWallTimeNear(Date.parse(reference) as Instant, time as WallTime, 'Europe/Paris');

  it('reads "00:10" at 23:50 as twenty minutes later', () => {
    expect(near('2026-11-16T22:50:00Z', '00:10')).toEqual({ kind: 'once', at: Date.parse('2026-11-16T23:10:00Z') });
  });

  it('reads "23:50" at 00:10 as twenty minutes earlier', () => {
    expect(near('2026-11-16T23:10:00Z', '23:50')).toEqual({ kind: 'once', at: Date.parse('2026-11-16T22:50:00Z') });
  });

  it('never returns an instant more than thirteen hours away', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) }),
        fc.integer({ min: 0, max: 1439 }),
        (zone, reference, minute) => {
          const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
          const reading = findWallTimeNear(reference as Instant, time as WallTime, zone);
          const meant =
            reading.kind === 'once' ? reading.at : reading.kind === 'twice' ? reading.first : reading.clockChange;
          expect(Math.abs(meant - reference)).toBeLessThanOrEqual(14 * HOUR);
        },
      ),
      draws(500),
    );
  });
});

it('adds days across months, years and leap days', () => {
  expect(addDays('2026-12-31' as Day, 1)).toBe('2027-01-01');
  expect(addDays('2028-02-28' as Day, 1)).toBe('2028-02-29');
  expect(addDays('2026-03-01' as Day, -1)).toBe('2026-02-28');
});

it('tells a time zone from any other text', () => {
  expect(isTimeZone('Europe/Paris')).toBe(true);
  expect(isTimeZone('Europe/Atlantis')).toBe(false);
  expect(isTimeZone('')).toBe(false);
});

describe('the last time that a clock showed a wall time', () => {
  it.each([
    ['2026-11-17T02:43:00+01:00', '02:41', '2026-11-17T02:41:00+01:00'],
    ['2026-11-17T02:43:00+01:00', '23:50', '2026-11-16T23:50:00+01:00'],
    ['2026-11-17T02:43:00+01:00', '02:43', '2026-11-17T02:43:00+01:00'],
  ])('at %s, %s was %s', (now, time, expected) => {
    const match = findLastWallTime(Date.parse(now) as Instant, time as WallTime, 'Europe/Paris');
    expect(match).toEqual({ kind: 'once', at: Date.parse(expected) });
  });

  it('is the first of two while the second is still to come', () => {
    const now = Date.parse('2026-10-25T02:40:00+02:00') as Instant;
    const match = findLastWallTime(now, '02:30' as WallTime, 'Europe/Paris');
    expect(match).toMatchObject({ kind: 'twice', first: Date.parse('2026-10-25T02:30:00+02:00') });
  });
});
