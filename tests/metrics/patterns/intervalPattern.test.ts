import { describe, expect, it } from 'vitest';
import type { IntervalPattern } from '@/domain/pattern';
import { entry, incident } from '../../support/factories';
import { nightsFrom, patternsOf, repeated } from '../../support/patterns';

/**
 * Cries 2 h, 2 h 10, 2 h 10 and 2 h apart: 125 minutes on average, in every night with these cries.
 */
const RHYTHM = ['21:30', '23:30', '01:40', '03:50', '05:50'];
/** The same cries half an hour later. */
const LATER = ['22:00', '00:00', '02:10', '04:20', '06:20'];
/** Irregular cries: 20, 310 and 25 minutes apart. */
const IRREGULAR = ['20:40', '21:00', '02:10', '02:35'];

const rhythm = (nights: readonly (readonly string[] | null)[], to: string): IntervalPattern | undefined =>
  patternsOf(nightsFrom('2026-11-02', nights), to).find((pattern) => pattern.kind === 'interval');

describe('intervalPattern', () => {
  it('returns the mean distance from cry to cry', () => {
    expect(rhythm([...repeated(6, RHYTHM), ...repeated(5, LATER)], '2026-11-12')).toEqual({
      kind: 'interval',
      childId: 'leo',
      from: '2026-11-02',
      to: '2026-11-12',
      nights: 11,
      matchingNights: 11,
      nightsSince: 0,
      isOver: false,
      // 120, 130, 130 and 120 minutes in each of eleven nights, each 5 minutes from the mean.
      everyMinutes: 125,
      stdDevMinutes: 5,
      distanceCount: 44,
    });
  });

  it('returns null for fewer than five nights', () => {
    expect(rhythm(repeated(4, RHYTHM), '2026-11-05')).toBeUndefined();
    expect(rhythm(repeated(5, RHYTHM), '2026-11-06')).toMatchObject({ nights: 5, distanceCount: 20 });
  });

  it('returns a pattern that begins with the first regular night, not with the nights before', () => {
    expect(rhythm([...repeated(6, IRREGULAR), ...repeated(6, RHYTHM)], '2026-11-13')).toMatchObject({
      from: '2026-11-08',
      nights: 6,
    });
  });

  it('accepts one irregular night in five', () => {
    const nights = [...repeated(3, RHYTHM), [], ...repeated(4, LATER)];
    expect(rhythm(nights, '2026-11-09')).toMatchObject({
      from: '2026-11-02',
      nights: 8,
      matchingNights: 7,
      everyMinutes: 125,
    });
    expect(rhythm([RHYTHM, [], RHYTHM, IRREGULAR, ...repeated(3, LATER)], '2026-11-08')).toBeUndefined();
  });

  it('returns null with two cries per night', () => {
    expect(rhythm(repeated(8, ['22:00', '00:05']), '2026-11-09')).toBeUndefined();
  });

  it('returns null when half the night was quiet', () => {
    // After the cry at 0:40, 380 minutes of quiet come before 7:00: three times the distance.
    expect(rhythm(repeated(8, ['20:30', '22:35', '00:40']), '2026-11-09')).toBeUndefined();
    // 2:45 to 7:00 is 255 minutes, more than twice 125. 2:55 to 7:00 is 245 minutes.
    expect(rhythm(repeated(8, ['20:30', '22:35', '00:40', '02:45']), '2026-11-09')).toBeUndefined();
    expect(rhythm(repeated(8, ['20:40', '22:45', '00:50', '02:55']), '2026-11-09')).toMatchObject({
      everyMinutes: 125,
    });
  });

  it('does not count the time before the first cry as a distance', () => {
    expect(rhythm(repeated(8, ['01:00', '03:05', '05:10']), '2026-11-09')).toMatchObject({ everyMinutes: 125 });
  });

  it('does not count the time after "up for the day" as quiet', () => {
    const nights = nightsFrom('2026-11-02', repeated(6, ['20:30', '22:00', '23:30']));
    const incidents = nights.incidents.map((one) =>
      one.timeline[0] && new Date(one.timeline[0].at).getUTCHours() === 22
        ? incident(
            [entry('detected', one.timeline[0].at), entry('resolved', one.timeline[0].at, { outcome: 'upForDay' })],
            { id: one.id },
          )
        : one,
    );
    expect(patternsOf({ incidents }, '2026-11-07').map(({ kind }) => kind)).toContain('interval');
  });

  it('leaves out a night with another mean distance', () => {
    // 45 minutes differ from 125 by more than a third.
    const frequentCries = ['00:00', '00:45', '01:30', '02:15', '03:00', '03:45', '04:30', '05:15', '06:00'];
    expect(rhythm([...repeated(6, RHYTHM), frequentCries], '2026-11-08')).toMatchObject({
      to: '2026-11-07',
      nightsSince: 1,
    });
  });

  it('returns null when the distances vary too much', () => {
    // Alternately 60 and 190 minutes: the mean is 125, and the standard deviation 65, half of it.
    expect(rhythm(repeated(8, ['20:30', '21:30', '00:40', '01:40', '04:50', '05:50']), '2026-11-09')).toBeUndefined();
  });

  it('returns a pattern as over after three nights without it, and null after the tenth', () => {
    const nights = [...repeated(6, RHYTHM), ...repeated(14, IRREGULAR)];
    expect(rhythm(nights, '2026-11-09')).toMatchObject({ to: '2026-11-07', nightsSince: 2, isOver: false });
    expect(rhythm(nights, '2026-11-10')).toMatchObject({ to: '2026-11-07', nightsSince: 3, isOver: true });
    expect(rhythm(nights, '2026-11-17')).toMatchObject({ to: '2026-11-07', nightsSince: 10, isOver: true });
    expect(rhythm(nights, '2026-11-18')).toBeUndefined();
  });
});
