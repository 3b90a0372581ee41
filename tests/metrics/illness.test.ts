import { describe, expect, it } from 'vitest';
import type { Incident } from '@/domain/rows/incident';
import type { Episode } from '@/domain/rows/others';
import { at, day, LEO, leo, nightRow, ZOE, zoe } from '../support/factories';
import { DELETED, metricsOf, quietNight, wakeUpBetween } from '../support/metrics';

const illnessFrom = (startDay: string, endDay: string | null, more: Partial<Episode> = {}): Episode => ({
  id: startDay,
  updatedAt: at('2026-11-18 10:00'),
  deletedAt: null,
  childId: LEO,
  label: '',
  kind: 'cold',
  startDay: day(startDay),
  endDay: endDay === null ? null : day(endDay),
  note: '',
  ...more,
});

/** So many wake-ups of ten minutes on an evening, from 21:00 on. */
const wakings = (night: string, count: number, more: Partial<Incident> = {}): Incident[] =>
  Array.from({ length: count }, (_, n) =>
    wakeUpBetween(`${night} 21:${n}0`, `${night} 21:${n}5`, { id: `${night} ${n} ${more.childId ?? LEO}`, ...more }),
  );

const THREE = { from: '2026-11-16', to: '2026-11-18' };

/** 1, 2 and 4 wake-ups of Léo. */
const threeNights = [...wakings('2026-11-16', 1), ...wakings('2026-11-17', 2), ...wakings('2026-11-18', 4)];
const ofLeo = (...episodes: Episode[]) =>
  metricsOf({ children: [leo], incidents: threeNights, episodes }, THREE).illness;

describe('illness', () => {
  it('returns the wake-ups per ill night and per other night', () => {
    // 4 ÷ 1, and (1 + 2) ÷ 2.
    expect(ofLeo(illnessFrom('2026-11-18', '2026-11-20'))).toEqual({ during: 4, outside: 1.5 });
  });

  it('counts the nights from the first day of an illness to the last, both included, as ill', () => {
    // (1 + 2) ÷ 2, and 4 ÷ 1.
    expect(ofLeo(illnessFrom('2026-11-16', '2026-11-17'))).toEqual({ during: 1.5, outside: 4 });
  });

  it('counts an illness without a last day to the end of the range', () => {
    // (2 + 4) ÷ 2, and 1 ÷ 1.
    expect(ofLeo(illnessFrom('2026-11-17', null))).toEqual({ during: 3, outside: 1 });
  });

  it('counts a night once, however many illnesses there are', () => {
    expect(ofLeo(illnessFrom('2026-11-17', null), illnessFrom('2026-11-15', '2026-11-17'))).toEqual({
      during: 7 / 3,
      outside: null,
    });
  });

  it('returns null for the ill nights when there are none', () => {
    // 7 wake-ups in 3 nights.
    expect(ofLeo()).toEqual({ during: null, outside: 7 / 3 });
    expect(ofLeo(illnessFrom('2026-11-10', '2026-11-15'), illnessFrom('2026-11-19', null))).toEqual({
      during: null,
      outside: 7 / 3,
    });
    expect(ofLeo(illnessFrom('2026-11-01', null, DELETED))).toEqual({ during: null, outside: 7 / 3 });
  });

  it('counts quiet nights of an ill child, but no unlogged nights', () => {
    const nights = [quietNight('2026-11-17')];
    const incidents = wakings('2026-11-16', 2);
    const episodes = [illnessFrom('2026-11-16', null)];
    // 2 in two nights; the 18th says nothing.
    expect(metricsOf({ children: [leo], incidents, nights, episodes }, THREE).illness).toEqual({
      during: 1,
      outside: null,
    });
  });

  it('counts each child’s nights separately when only one child is ill', () => {
    const incidents = [...wakings('2026-11-16', 4), ...wakings('2026-11-16', 1, { childId: ZOE })];
    const episodes = [illnessFrom('2026-11-16', null)];
    // Léo’s night, and Zoé’s.
    expect(metricsOf({ incidents, episodes }).illness).toEqual({ during: 4, outside: 1 });
  });

  it('includes archived children, but not deleted ones', () => {
    const nights = [nightRow({ quiet: true })];
    const incidents = [...wakings('2026-11-16', 3), ...wakings('2026-11-16', 1, { childId: ZOE })];
    const of = (...children: (typeof leo)[]) => metricsOf({ children, incidents, nights }).illness.outside;
    // (3 + 1) ÷ 2; without the deleted one 3 ÷ 1.
    expect(of(leo, { ...zoe, archived: true })).toBe(2);
    expect(of(leo, { ...zoe, ...DELETED })).toBe(3);
  });
});
