import { describe, expect, it } from 'vitest';
import { at } from '../support/factories';
import { metricsOf, quietNight, selfSettledIncident, wakeUpBetween } from '../support/metrics';

const bad = (night: string) => wakeUpBetween(`${night} 22:00`, `${night} 22:10`);

const streak = (nights: { bad?: readonly string[]; quiet?: readonly string[] }, from = '2026-11-10') =>
  metricsOf(
    { incidents: (nights.bad ?? []).map(bad), nights: (nights.quiet ?? []).map(quietNight) },
    { from, to: '2026-11-16' },
  ).streak;

describe('streak', () => {
  it('counts the nights in a row with an incident, back from the last night', () => {
    expect(streak({ bad: ['2026-11-15', '2026-11-16'], quiet: ['2026-11-14'] })).toBe(2);
  });

  it('skips nights that nobody logged, also at the end', () => {
    expect(streak({ bad: ['2026-11-12', '2026-11-14'], quiet: ['2026-11-11'] })).toBe(2);
  });

  it('ends at a quiet night', () => {
    expect(streak({ bad: ['2026-11-14', '2026-11-15'], quiet: ['2026-11-16'] })).toBe(0);
    expect(streak({ bad: ['2026-11-14', '2026-11-16'], quiet: ['2026-11-15'] })).toBe(1);
  });

  it('ends at a night with nothing but a false alarm', () => {
    const incidents = [bad('2026-11-15'), selfSettledIncident('23:00', 25)];
    expect(metricsOf({ incidents }, { from: '2026-11-15', to: '2026-11-16' }).streak).toBe(0);
  });

  it('does not go back beyond the range', () => {
    expect(streak({ bad: ['2026-11-14', '2026-11-15', '2026-11-16'] }, '2026-11-15')).toBe(2);
  });

  it('includes tonight once it has begun', () => {
    const incidents = [bad('2026-11-15')];
    const nights = [quietNight('2026-11-16')];
    const asOf = (now: string) =>
      metricsOf({ incidents, nights }, { from: '2026-11-15', to: '2026-11-16', now: at(now) }).streak;
    expect(asOf('2026-11-16 19:00')).toBe(1);
    expect(asOf('2026-11-16 21:00')).toBe(0);
  });

  it('returns 0 when nothing is logged', () => {
    expect(streak({})).toBe(0);
  });
});
