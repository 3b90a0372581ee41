import { describe, expect, it } from 'vitest';
import type { Incident } from '@/domain/rows/incident';
import type { Episode } from '@/domain/rows/others';
import { LEO, leo, nightRow, ZOE, zoe } from '../support/factories';
import { illnessEpisode } from '../support/health';
import { DELETED, metricsOf, quietNight, wakeUpBetween } from '../support/metrics';

/** Returns `count` wake-ups of five minutes on an evening, ten minutes apart, from 21:00 on. */
const wakeUps = (night: string, count: number, more: Partial<Incident> = {}): Incident[] =>
  Array.from({ length: count }, (_, index) =>
    wakeUpBetween(`${night} 21:${index}0`, `${night} 21:${index}5`, {
      id: `${night} ${index} ${more.childId ?? LEO}`,
      ...more,
    }),
  );

const THREE_NIGHTS = { from: '2026-11-16', to: '2026-11-18' };

/** 1, 2 and 4 wake-ups of Léo. */
const threeNights = [...wakeUps('2026-11-16', 1), ...wakeUps('2026-11-17', 2), ...wakeUps('2026-11-18', 4)];
const illnessOfLeo = (...episodes: Episode[]) =>
  metricsOf({ children: [leo], incidents: threeNights, episodes }, THREE_NIGHTS).illness;

describe('illness', () => {
  it('returns the wake-ups per ill night and per other night', () => {
    // 4 ÷ 1, and (1 + 2) ÷ 2.
    expect(illnessOfLeo(illnessEpisode('2026-11-18', '2026-11-20'))).toEqual({ during: 4, outside: 1.5 });
  });

  it('counts the nights from the first day of an illness to the last, both included, as ill', () => {
    // (1 + 2) ÷ 2, and 4 ÷ 1.
    expect(illnessOfLeo(illnessEpisode('2026-11-16', '2026-11-17'))).toEqual({ during: 1.5, outside: 4 });
  });

  it('counts an illness without a last day to the end of the range', () => {
    // (2 + 4) ÷ 2, and 1 ÷ 1.
    expect(illnessOfLeo(illnessEpisode('2026-11-17', null))).toEqual({ during: 3, outside: 1 });
  });

  it('counts a night once, however many illnesses there are', () => {
    expect(illnessOfLeo(illnessEpisode('2026-11-17', null), illnessEpisode('2026-11-15', '2026-11-17'))).toEqual({
      during: 7 / 3,
      outside: null,
    });
  });

  it('returns null for the ill nights when there are none', () => {
    // 7 wake-ups in 3 nights.
    expect(illnessOfLeo()).toEqual({ during: null, outside: 7 / 3 });
    expect(illnessOfLeo(illnessEpisode('2026-11-10', '2026-11-15'), illnessEpisode('2026-11-19', null))).toEqual({
      during: null,
      outside: 7 / 3,
    });
    expect(illnessOfLeo(illnessEpisode('2026-11-01', null, DELETED))).toEqual({ during: null, outside: 7 / 3 });
  });

  it('counts quiet nights of an ill child, but no unlogged nights', () => {
    const nights = [quietNight('2026-11-17')];
    const incidents = wakeUps('2026-11-16', 2);
    const episodes = [illnessEpisode('2026-11-16', null)];
    // Two wake-ups in two nights. Nobody logged the 18th.
    expect(metricsOf({ children: [leo], incidents, nights, episodes }, THREE_NIGHTS).illness).toEqual({
      during: 1,
      outside: null,
    });
  });

  it('counts each child’s nights separately when only one child is ill', () => {
    const incidents = [...wakeUps('2026-11-16', 4), ...wakeUps('2026-11-16', 1, { childId: ZOE })];
    const episodes = [illnessEpisode('2026-11-16', null)];
    // One night of Léo’s with 4 wake-ups, and one of Zoé’s with 1.
    expect(metricsOf({ incidents, episodes }).illness).toEqual({ during: 4, outside: 1 });
  });

  it('includes archived children, but not deleted ones', () => {
    const nights = [nightRow({ quiet: true })];
    const incidents = [...wakeUps('2026-11-16', 3), ...wakeUps('2026-11-16', 1, { childId: ZOE })];
    const outsideOf = (...children: (typeof leo)[]) => metricsOf({ children, incidents, nights }).illness.outside;
    // (3 + 1) ÷ 2, and 3 ÷ 1 without the deleted child.
    expect(outsideOf(leo, { ...zoe, archived: true })).toBe(2);
    expect(outsideOf(leo, { ...zoe, ...DELETED })).toBe(3);
  });
});
