import { describe, expect, it } from 'vitest';
import { getFormat } from '@/i18n/format';
import { formatWallTime } from '@/i18n/formatWallTime';
import type { WallTime } from '@/lib/time';
import { at, day, PARIS } from '../support/factories';

const british = getFormat('en-GB', PARIS);
const moment = at('2026-11-17 02:43:10');

/** Intl uses a narrow or an ordinary no-break space, depending on its version. */
const replaceNoBreakSpaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('time', () => {
  it.each([
    ['en-GB', '02:43'],
    ['fr-FR', '02:43'],
    ['en-US', '2:43 AM'],
    ['en-AU', '2:43 am'],
  ])('formats 2:43 in %s as %s', (locale, time) => {
    expect(replaceNoBreakSpaces(getFormat(locale, PARIS).time(moment))).toBe(time);
  });

  it('uses the household’s zone, wherever the phone is', () => {
    expect(getFormat('en-GB', 'America/New_York').time(moment)).toBe('20:43');
    expect(getFormat('en-GB', 'Asia/Kathmandu').time(moment)).toBe('07:28');
  });

  it('formats a wall time like an instant', () => {
    expect(formatWallTime('02:43' as WallTime, 'en-GB')).toBe('02:43');
    expect(replaceNoBreakSpaces(formatWallTime('14:30' as WallTime, 'en-US'))).toBe('2:30 PM');
  });

  it('timeWithSeconds adds the seconds', () => {
    expect(british.timeWithSeconds(moment)).toBe('02:43:10');
  });
});

it('formats a calendar day the same in any zone, on one line', () => {
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Niue', PARIS]) {
    expect(getFormat('en-GB', zone).day(day('2026-11-16'))).toBe('Mon\u00a016\u00a0Nov');
    expect(replaceNoBreakSpaces(getFormat('fr-FR', zone).day(day('2026-11-16')))).toBe('lun. 16 nov.');
  }
});

it.each([
  [0, '0 s', '00:00'],
  [59_999, '59 s', '00:59'],
  [60_000, '1 min', '01:00'],
  [14 * 60_000 + 59_000, '14 min', '14:59'],
  [107 * 60_000, '1 h 47', '1:47:00'],
  [26 * 3_600_000, '26 h 00', '26:00:00'],
  [3607 * 24 * 3_600_000, '3,607d', '3,607d'],
  [-5000, '0 s', '00:00'],
])('formats %i ms as the duration %s, and as the running clock %s', (durationMs, duration, running) => {
  expect(replaceNoBreakSpaces(british.duration(durationMs))).toBe(duration);
  expect(british.clock(durationMs)).toBe(running);
});

it('formats a duration of two days or more in days', () => {
  expect(british.duration(3.5 * 86_400_000)).toBe('3d');
  expect(replaceNoBreakSpaces(getFormat('fr-FR', PARIS).duration(3.5 * 86_400_000))).toBe('3j');
});
