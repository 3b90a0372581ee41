import { describe, expect, it } from 'vitest';
import {
  parseCelsius,
  parseDuration,
  parseNumber,
  parseWordedDuration,
  toCelsius,
} from '@/importers/values/quantities';
import { instantOfEpoch, parseClock, parseDay, parseInstant, parseTime } from '@/importers/values/sourceTime';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/time';

describe('an hour of the day', () => {
  it.each<[string, number, number, number]>([
    ['02:43', 2, 43, 0],
    ['2:43', 2, 43, 0],
    ['23:59:58', 23, 59, 58],
    ['3h15', 3, 15, 0],
    ['03h15', 3, 15, 0],
    ['7h', 7, 0, 0],
    ['12:15 AM', 0, 15, 0],
    ['12:15 PM', 12, 15, 0],
    ['07:50\u202fPM', 19, 50, 0],
    ['07:50\u00a0pm', 19, 50, 0],
    ['7:05 a.m.', 7, 5, 0],
    ['11PM', 23, 0, 0],
  ])('%s', (text, hours, minutes, seconds) => {
    expect(parseClock(text)).toBe(hours * HOUR_MS + minutes * MINUTE_MS + seconds * SECOND_MS);
  });

  it.each(['', '24:00', '12:60', '13:00 PM', '0:30 AM', '7', 'noon', '1:2', '12:30:61', '-1:00'])(
    'is none in “%s”',
    (text) => {
      expect(parseClock(text)).toBeNull();
    },
  );
});

describe('a day', () => {
  it.each([
    ['2026-11-17', 'mdy', '2026-11-17'],
    ['2026/1/7', 'dmy', '2026-01-07'],
    ['11/7/26', 'mdy', '2026-11-07'],
    ['7/11/26', 'dmy', '2026-11-07'],
    ['07.11.2026', 'dmy', '2026-11-07'],
    ['2/29/28', 'mdy', '2028-02-29'],
  ] as const)('%s in %s', (text, order, day) => expect(parseDay(text, order)).toBe(day));

  it.each(['', '31/02/2026', '2026-13-01', '1/1/126', 'yesterday', '11/31/26'])('is none in “%s”', (text) => {
    expect(parseDay(text, 'mdy')).toBeNull();
    expect(parseDay(text, 'dmy')).toBeNull();
  });
});

describe('a time', () => {
  it('is a wall time, or a moment if it has an offset', () => {
    const wall = { kind: 'wall', day: '2026-11-17', msOfDay: 2 * HOUR_MS + 43 * MINUTE_MS };
    for (const text of ['2026-11-17 02:43', '2026-11-17T02:43', '2026-11-17 02:43:00'])
      expect(parseTime(text, 'ymd')).toEqual({ ok: true, value: wall });
    expect(parseTime('11/17/26, 2:43 AM', 'mdy')).toEqual({ ok: true, value: wall });
    const at = Date.UTC(2026, 10, 17, 1, 43);
    for (const text of ['2026-11-17T02:43:00+01:00', '2026-11-17T01:43Z', '2026-11-17 02:43:00.0009+0100'])
      expect(parseTime(text, 'ymd')).toEqual({ ok: true, value: { kind: 'instant', at } });
  });

  it('says whether its day or its hour cannot be', () => {
    expect(parseTime('11/31/26, 02:05', 'mdy')).toEqual({ ok: false, reason: 'badDate' });
    expect(parseTime('11/30/26, 25:05', 'mdy')).toEqual({ ok: false, reason: 'badTime' });
    expect(parseTime('11/30/26', 'mdy')).toEqual({ ok: false, reason: 'badDate' });
    expect(parseInstant('2026-11-17T25:43:00Z')).toEqual({ ok: false, reason: 'badTime' });
    expect(parseInstant('2026-11-17T01:43:00')).toEqual({ ok: false, reason: 'badDate' });
  });

  it('may be counted since the epoch, and its fraction is cut', () => {
    expect(instantOfEpoch(1_795_027_500_000.7)).toEqual({
      ok: true,
      value: { kind: 'instant', at: 1_795_027_500_000 },
    });
    expect(instantOfEpoch('1795027500000')).toEqual({ ok: true, value: { kind: 'instant', at: 1_795_027_500_000 } });
    for (const none of ['', 'soon', null, undefined, Number.NaN, 1e300]) expect(instantOfEpoch(none).ok).toBe(false);
  });
});

describe('a number', () => {
  it.each([
    ['2.5', 2.5],
    ['38,25', 38.25],
    ['1,290', 1290],
    ['12,345,678.5', 12_345_678.5],
    [' 7 ', 7],
  ])('%s', (text, value) => expect(parseNumber(text)).toBe(value));

  it.each(['', 'ill', '1.2.3', '--1', '1e3', '0x10'])('is none in “%s”', (text) => {
    expect(parseNumber(text)).toBeNull();
  });
});

it('a duration is in hours and minutes, with days before it or in words', () => {
  expect(parseDuration('07:10')).toBe(7 * HOUR_MS + 10 * MINUTE_MS);
  expect(parseDuration('05:30:00')).toBe(5.5 * HOUR_MS);
  expect(parseDuration('1 day, 0:00:00')).toBe(24 * HOUR_MS);
  expect(parseDuration('2 days, 6:00:00')).toBe(54 * HOUR_MS);
  expect(parseDuration('')).toBeNull();
  for (const text of ['3 hr 20 min', '3 h 20 min', '3 Std 20 Min.', '3 godz. 20 min', '3 oră 20 min'])
    expect(parseWordedDuration(text)).toBe(3 * HOUR_MS + 20 * MINUTE_MS);
  for (const text of ['45 min', '45 Min.']) expect(parseWordedDuration(text)).toBe(45 * MINUTE_MS);
  for (const text of ['2 hr', '2 Std', '2 u', '2 t', '2 oră']) expect(parseWordedDuration(text)).toBe(2 * HOUR_MS);
  expect(parseWordedDuration('')).toBeNull();
});

it('a temperature is in °C, however the file has it, and that of a person', () => {
  expect(parseCelsius('38.4°C')).toBe(38.4);
  expect(parseCelsius('99.5°F')).toBe(37.5);
  expect(parseCelsius('101.3', '°F')).toBe(38.5);
  expect(parseCelsius('38,6')).toBe(38.6);
  expect(parseCelsius('100.4')).toBe(38);
  expect(toCelsius(45, null)).toBe(45);
  for (const none of ['24.9', '46°C', '38 F', 'ill', '']) expect(parseCelsius(none)).toBeNull();
});

it('a cell of a million blanks is read at once', () => {
  const blanks = ' '.repeat(1_000_000);
  expect(parseCelsius(`38${blanks}x`)).toBeNull();
  expect(parseCelsius(`38${blanks}° C`)).toBe(38);
});
