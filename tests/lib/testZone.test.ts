import { expect, it } from 'vitest';

/*
 * Each project's tests mean nothing if they do not run in its zone: under threads, for one,
 * `process.env.TZ` may say a zone that neither `Date` nor `Intl` knows of.
 */

it('this machine is in the zone that the project names', () => {
  expect(process.env.TZ).toBeTruthy();
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(process.env.TZ);
});

it.each([
  // In minutes west of Greenwich, as `Date` has it; the second in each zone's other season.
  ['2026-01-15T12:00:00Z', { UTC: 0, 'America/New_York': 300, 'Africa/Cairo': -120, 'Australia/Lord_Howe': -660 }],
  ['2026-07-15T12:00:00Z', { UTC: 0, 'America/New_York': 240, 'Africa/Cairo': -180, 'Australia/Lord_Howe': -630 }],
])('`Date` reads %s by that zone', (time, offsets: Record<string, number>) => {
  expect(new Date(time).getTimezoneOffset()).toBe(offsets[process.env.TZ ?? '']);
});
