import { describe, expect, it } from 'vitest';
import type { HouseholdLog } from '@/domain/rows/tables';
import { computeCharts } from '@/metrics/computeCharts';
import { at, day, leo, ZOE, zoe } from '../support/factories';
import { illnessEpisode } from '../support/health';
import { DELETED, logWith, quietNight } from '../support/metrics';

const THREE_NIGHTS = ['2026-11-16', '2026-11-17', '2026-11-18'].map(quietNight);

const nightsOf = (more: Partial<HouseholdLog>) =>
  computeCharts(
    logWith({ nights: THREE_NIGHTS, ...more }),
    { from: day('2026-11-16'), to: day('2026-11-18') },
    at('2026-11-20 12:00'),
    1,
  ).illnessNights;

describe('illnessNights', () => {
  it('counts a night once for each child', () => {
    // Léo ill in one of three, Zoé in none: 1, and 2 + 3.
    expect(nightsOf({ episodes: [illnessEpisode('2026-11-18', '2026-11-20')] })).toEqual({ during: 1, outside: 5 });
  });

  it('counts two illnesses of one child in one night once, and of two children twice', () => {
    const twice = [illnessEpisode('2026-11-16', '2026-11-17'), illnessEpisode('2026-11-17', null)];
    expect(nightsOf({ episodes: twice })).toEqual({ during: 3, outside: 3 });
    const illnesses = [
      illnessEpisode('2026-11-17', '2026-11-17'),
      illnessEpisode('2026-11-17', '2026-11-17', { childId: ZOE }),
    ];
    expect(nightsOf({ episodes: illnesses })).toEqual({ during: 2, outside: 4 });
  });

  it('counts only logged nights, and ignores deleted children and illnesses', () => {
    const episodes = [illnessEpisode('2026-11-16', null)];
    expect(nightsOf({ nights: THREE_NIGHTS.slice(0, 1), episodes })).toEqual({ during: 1, outside: 1 });
    expect(nightsOf({ children: [leo, { ...zoe, ...DELETED }], episodes })).toEqual({ during: 3, outside: 0 });
    expect(nightsOf({ episodes: [{ ...illnessEpisode('2026-11-16', null), ...DELETED }] })).toEqual({
      during: 0,
      outside: 6,
    });
    expect(nightsOf({ nights: [], episodes })).toEqual({ during: 0, outside: 0 });
  });
});
