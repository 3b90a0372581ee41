import { describe, expect, it } from 'vitest';
import type { HourPattern } from '@/domain/pattern';
import { at, day, household, leo, nightRow } from '../../support/factories';
import { nightsFrom, patternsOf, repeated } from '../../support/patterns';

const hour = (nights: readonly (readonly string[] | null)[], to: string, timeZone?: string): HourPattern | undefined =>
  patternsOf(
    {
      ...nightsFrom('2026-11-02', nights, timeZone ? { timeZone } : {}),
      household: household(timeZone ? { timeZone } : {}),
    },
    to,
  ).find((pattern) => pattern.kind === 'hour');

describe('hourPattern', () => {
  it('returns the hour that has a wake-up in most nights', () => {
    const nights = [...repeated(5, ['02:10']), [], ...repeated(3, ['02:50']), ['22:00'], ['02:00']];
    expect(hour(nights, '2026-11-12')).toEqual({
      kind: 'hour',
      childId: 'leo',
      from: '2026-11-02',
      to: '2026-11-12',
      nights: 11,
      matchingNights: 9,
      nightsSince: 0,
      isOver: false,
      begins: '02:00',
      ends: '03:00',
    });
  });

  it('returns an hour from half past when the wake-ups lie around the full hour', () => {
    expect(hour([...repeated(4, ['02:40']), ...repeated(4, ['03:20'])], '2026-11-09')).toMatchObject({
      begins: '02:30',
      ends: '03:30',
      matchingNights: 8,
    });
  });

  it('returns null for fewer than five nights with a wake-up in the hour', () => {
    expect(hour(repeated(4, ['02:30']), '2026-11-05')).toBeUndefined();
    // With one wake-up a night, the chance is 1/11 to the power of five, times 21 hours: 0.00013.
    // With two a night, eight nights are needed.
    expect(hour(repeated(5, ['02:30']), '2026-11-06')).toMatchObject({ matchingNights: 5 });
  });

  it('returns null for six matching nights when each night has two wake-ups, and an hour for seven', () => {
    const otherTimes = ['21:00', '00:20', '04:50', '06:10', '22:30', '23:40', '05:30'];
    const nights = otherTimes.map((otherTime) => ['02:30', otherTime]);
    expect(hour(nights.slice(0, 6), '2026-11-07')).toBeUndefined();
    // 2/11 to the power of seven, times 21 hours: 0.00014.
    expect(hour(nights, '2026-11-08')).toMatchObject({ begins: '02:00', matchingNights: 7 });
  });

  it('returns null when every hour has wake-ups', () => {
    const allNight = Array.from({ length: 22 }, (_, half) => {
      const minutes = 20 * 60 + 5 + half * 30;
      return `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    });
    expect(hour(repeated(14, allNight), '2026-11-15')).toBeUndefined();
  });

  it('returns null when the neighbouring hours have as many wake-ups', () => {
    // All wake-ups are between three and six, but no hour of the three is special.
    const nights = [
      ['03:10', '04:20'],
      ['03:40', '05:20'],
      ['04:40', '05:50'],
      ['03:20', '04:50'],
      ['04:10', '05:30'],
    ];
    expect(hour([...nights, ...nights, ...nights], '2026-11-16')).toBeUndefined();
  });

  it('returns null with a wake-up in fewer than seven of ten nights', () => {
    expect(
      hour(
        [...repeated(7, ['02:30']), ...repeated(4, [])].flatMap((night) => [night, []]),
        '2026-11-23',
      ),
    ).toBeUndefined();
  });

  it('returns the hour that still holds, from its first night on, rather than an earlier hour', () => {
    // Six nights in a row after a single one a week before. The pattern at ten o'clock is over.
    expect(hour([['02:30'], ...repeated(7, ['22:00']), ...repeated(6, ['02:30'])], '2026-11-15')).toMatchObject({
      from: '2026-11-10',
      nights: 6,
    });
  });

  it('returns a pattern as over after three nights without it, and null eleven nights after its last', () => {
    const nights = [...repeated(7, ['02:30']), ...repeated(14, [])];
    expect(hour(nights, '2026-11-10')).toMatchObject({ to: '2026-11-08', nightsSince: 2, isOver: false });
    expect(hour(nights, '2026-11-11')).toMatchObject({ to: '2026-11-08', nightsSince: 3, isOver: true });
    expect(hour(nights, '2026-11-18')).toMatchObject({ nightsSince: 10, isOver: true });
    expect(hour(nights, '2026-11-19')).toBeUndefined();
  });
});

describe('hourPattern on the household’s wall clock', () => {
  it.each(['Europe/Paris', 'America/New_York', 'Africa/Cairo', 'Australia/Lord_Howe', 'Asia/Kathmandu'])(
    'finds the same hour of the wall clock across a clock change in %s',
    (timeZone) => {
      const nights = repeated(26, ['04:15']);
      const found = patternsOf(
        { ...nightsFrom('2026-10-12', nights, { timeZone }), household: household({ timeZone }) },
        '2026-11-06',
      );
      expect(found).toMatchObject([{ kind: 'hour', begins: '04:00', ends: '05:00', nights: 26, matchingNights: 26 }]);
    },
  );

  it('takes an hour that occurs twice as twice as likely, and counts both occurrences', () => {
    // In Paris clocks go back from three to two on 25 October 2026. The second 2:30 is 01:30 UTC.
    const { incidents } = nightsFrom('2026-10-19', [...repeated(5, ['02:30']), null, ...repeated(2, ['02:30'])]);
    const secondOccurrence = nightsFrom('2026-10-24', [['01:30']], { timeZone: 'UTC' });
    const found = patternsOf({ incidents: [...incidents, ...secondOccurrence.incidents] }, '2026-10-26');
    expect(found).toMatchObject([{ begins: '02:00', nights: 8, matchingNights: 8 }]);
  });

  it('has no trial for an hour in a night in which clocks skip it', () => {
    // In Paris clocks go from two to three on 29 March 2026.
    const { incidents, nights } = nightsFrom('2026-03-23', [...repeated(5, ['02:30']), [], ...repeated(2, ['02:30'])]);
    expect(patternsOf({ incidents, nights }, '2026-03-30')).toMatchObject([
      { begins: '02:00', from: '2026-03-23', to: '2026-03-30', nights: 7, matchingNights: 7 },
    ]);
  });

  it('has no trial for an hour in a night that begins after it', () => {
    const { incidents, nights } = nightsFrom('2026-11-02', [...repeated(6, ['20:30']), [], ['20:30']]);
    const late = nightRow({ id: day('2026-11-08'), bedtimeAt: at('2026-11-08 20:40') });
    const found = patternsOf({ children: [leo], incidents, nights: [...nights.slice(1), late] }, '2026-11-09');
    expect(found).toMatchObject([{ begins: '20:00', nights: 7, matchingNights: 7 }]);
  });
});
