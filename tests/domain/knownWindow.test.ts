import { describe, expect, it } from 'vitest';
import { detectionIn, knownWindow } from '@/domain/knownWindow';
import { nightWindow } from '@/domain/night';
import type { Instant } from '@/lib/time';
import { at, day, household, nightRow, tonightAt, toWallTime } from '../support/factories';

const NIGHT = day('2026-11-16');
const usual = nightWindow(NIGHT, household());

const known = (
  since: Instant | null,
  { row = null as ReturnType<typeof nightRow> | null, detectedAt = [] as Instant[] } = {},
) => knownWindow(NIGHT, household({ since }), row, detectionIn(detectedAt));

describe('knownWindow', () => {
  it('begins with the household in the night in which that was made', () => {
    expect(known(tonightAt('01:00'))).toEqual({ start: tonightAt('01:00'), end: usual.end });
  });

  it('is the whole window if nobody knows when the household was made', () => {
    expect(known(null)).toEqual(usual);
  });

  it('is the whole window if the household was made before it, or on a later day', () => {
    expect(known(tonightAt('14:00'))).toEqual(usual);
    expect(known(tonightAt('20:00'))).toEqual(usual);
    expect(known(at('2026-11-17 13:00'))).toEqual(usual);
  });

  it('is the whole window if a bedtime was logged', () => {
    expect(known(tonightAt('01:00'), { row: nightRow({ bedtimeAt: tonightAt('20:15') }) })).toEqual({
      ...usual,
      start: tonightAt('20:15'),
    });
    expect(known(tonightAt('01:00'), { row: nightRow({ quiet: true }) }).start).toBe(tonightAt('01:00'));
  });

  it('is the whole window if a wake-up within it was logged for the time before', () => {
    expect(known(tonightAt('01:00'), { detectedAt: [tonightAt('22:00')] })).toEqual(usual);
    expect(known(tonightAt('01:00'), { detectedAt: [tonightAt('20:00')] })).toEqual(usual);
    const others = [tonightAt('19:59'), tonightAt('01:00'), tonightAt('02:43')];
    expect(known(tonightAt('01:00'), { detectedAt: others }).start).toBe(tonightAt('01:00'));
  });

  it('ends before it begins if the household was made in the morning, when the window was over', () => {
    expect(known(tonightAt('09:00'))).toEqual({ start: tonightAt('09:00'), end: tonightAt('07:00') });
  });

  it('knows hours by day: made at 10:00 of hours from 09:00 on, they begin at 10:00', () => {
    const hours = { nightStart: toWallTime('09:00'), nightEnd: toWallTime('15:00') };
    const sleeper = household({ ...hours, since: at('2026-11-16 10:00') });
    expect(knownWindow(NIGHT, sleeper, null, detectionIn([])).start).toBe(at('2026-11-16 10:00'));
  });
});
