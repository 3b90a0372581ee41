import { expect, it } from 'vitest';

/*
 * The tests of a project prove nothing if they do not run in its zone. In a worker thread, for
 * example, `process.env.TZ` may name a zone that neither `Date` nor `Intl` uses.
 */

it('runs in the time zone that the project names', () => {
  expect(process.env.TZ).toBeTruthy();
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(process.env.TZ);
});

it.each([
  // The offsets are in minutes west of Greenwich, as `Date` gives them, in the two seasons of a
  // zone.
  ['2026-01-15T12:00:00Z', { UTC: 0, 'America/New_York': 300, 'Africa/Cairo': -120, 'Australia/Lord_Howe': -660 }],
  ['2026-07-15T12:00:00Z', { UTC: 0, 'America/New_York': 240, 'Africa/Cairo': -180, 'Australia/Lord_Howe': -630 }],
])('`Date` reads %s by that zone', (time, offsets: Record<string, number>) => {
  expect(new Date(time).getTimezoneOffset()).toBe(offsets[process.env.TZ ?? '']);
});
