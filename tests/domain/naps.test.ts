import { describe, expect, it } from 'vitest';
import { napInterval } from '@/domain/naps';
import { MINUTE_MS } from '@/lib/time';
import { at, day, PARIS, toWallTime } from '../support/factories';

const told = (on: string, from: string, to: string) => napInterval(day(on), toWallTime(from), toWallTime(to), PARIS);
const minutes = ({ from, to }: { from: number; to: number }) => (to - from) / MINUTE_MS;

describe('a nap that is told', () => {
  it('is from falling asleep to waking, on one day', () => {
    expect(told('2026-11-17', '14:00', '14:45')).toEqual({
      from: at('2026-11-17 14:00'),
      to: at('2026-11-17 14:45'),
    });
  });

  it('goes over midnight where that is nearer', () => {
    expect(told('2026-11-17', '23:30', '00:15')).toEqual({
      from: at('2026-11-17 23:30'),
      to: at('2026-11-18 00:15'),
    });
  });

  it('that woke before it fell asleep is left as it was told, for the log to refuse', () => {
    expect(minutes(told('2026-11-17', '14:00', '13:30'))).toBe(-30);
  });

  it('is an hour shorter over the hour that the clocks skip, an hour longer over the one that comes twice', () => {
    // 1:30 to 3:30 in Paris: one hour on 29 March, three on 25 October 2026.
    expect(minutes(told('2026-03-29', '01:30', '03:30'))).toBe(60);
    expect(minutes(told('2026-10-25', '01:30', '03:30'))).toBe(180);
  });

  it('ends at the change where it is said to have ended in the hour that never was', () => {
    // 2:30 was not; clocks went from 2:00 to 3:00, half an hour after 1:30.
    expect(minutes(told('2026-03-29', '01:30', '02:30'))).toBe(30);
  });

  it('ends at the first of two, unless one had not fallen asleep by then', () => {
    expect(minutes(told('2026-10-25', '01:45', '02:15'))).toBe(30);
    // Both are read as the first 2:30 and the first 2:15, which is earlier: so the second 2:15 it was.
    expect(minutes(told('2026-10-25', '02:30', '02:15'))).toBe(45);
  });
});
