import { describe, expect, it } from 'vitest';
import { napInterval } from '@/domain/naps';
import { MINUTE_MS } from '@/lib/time';
import { at, day, PARIS, toWallTime } from '../support/factories';

const napBetween = (on: string, from: string, to: string) =>
  napInterval(day(on), toWallTime(from), toWallTime(to), PARIS);
const minutesIn = ({ from, to }: { from: number; to: number }) => (to - from) / MINUTE_MS;

describe('napInterval', () => {
  it('returns the time from falling asleep to waking on one day', () => {
    expect(napBetween('2026-11-17', '14:00', '14:45')).toEqual({
      from: at('2026-11-17 14:00'),
      to: at('2026-11-17 14:45'),
    });
  });

  it('goes over midnight if that is nearer', () => {
    expect(napBetween('2026-11-17', '23:30', '00:15')).toEqual({
      from: at('2026-11-17 23:30'),
      to: at('2026-11-18 00:15'),
    });
  });

  it('returns an end before the start as it was typed, for the command to refuse', () => {
    expect(minutesIn(napBetween('2026-11-17', '14:00', '13:30'))).toBe(-30);
  });

  it('is an hour shorter if the clocks go forward, and an hour longer if they go back', () => {
    // 1:30 to 3:30 in Paris: one hour on 29 March, three on 25 October 2026.
    expect(minutesIn(napBetween('2026-03-29', '01:30', '03:30'))).toBe(60);
    expect(minutesIn(napBetween('2026-10-25', '01:30', '03:30'))).toBe(180);
  });

  it('ends at the clock change if the typed end is in the skipped hour', () => {
    // There was no 2:30: the clocks went from 2:00 to 3:00, half an hour after 1:30.
    expect(minutesIn(napBetween('2026-03-29', '01:30', '02:30'))).toBe(30);
  });

  it('ends at the first of two instants, unless that is before the start', () => {
    expect(minutesIn(napBetween('2026-10-25', '01:45', '02:15'))).toBe(30);
    // The first 2:15 is before the first 2:30, so the second 2:15 is meant.
    expect(minutesIn(napBetween('2026-10-25', '02:30', '02:15'))).toBe(45);
  });
});
