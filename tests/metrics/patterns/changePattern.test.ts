import { describe, expect, it } from 'vitest';
import type { ChangePattern } from '@/domain/pattern';
import type { Episode } from '@/domain/rows/others';
import { LEO, ZOE } from '../../support/factories';
import { cryTimes, illnessEpisode, nightsFrom, patternsOf } from '../../support/patterns';

/** Nights from 2 November on, by their number of wake-ups. */
const step = (counts: readonly number[], to: string, episodes: readonly Episode[] = []): ChangePattern | undefined =>
  patternsOf({ ...nightsFrom('2026-11-02', counts.map(cryTimes)), episodes }, to).find(
    (pattern) => pattern.kind === 'change',
  );

const BEFORE = [1, 2, 1, 0, 1, 2, 1, 1, 0, 1];
const SINCE = [4, 5, 4, 6, 4, 5];

describe('changePattern', () => {
  it('returns the first night of an increase, with the mean before and after', () => {
    expect(step([...BEFORE, ...SINCE], '2026-11-17')).toEqual({
      kind: 'change',
      childId: LEO,
      from: '2026-11-12',
      to: '2026-11-17',
      nights: 6,
      matchingNights: 6,
      nightsSince: 0,
      isOver: false,
      direction: 'more',
      // 28 wake-ups in six nights, and 10 in the ten nights before.
      perNight: 28 / 6,
      perNightBefore: 1,
      nightsBefore: 10,
      illness: null,
    });
  });

  it('returns the first night of a decrease', () => {
    const counts = [6, 5, 4, 6, 5, 6, 4, 5, 1, 0, 1, 2, 1, 0];
    expect(step(counts, '2026-11-15')).toMatchObject({ direction: 'fewer', from: '2026-11-10', perNightBefore: 5.125 });
  });

  it('returns null for fewer than five nights on either side', () => {
    expect(step([...BEFORE, ...SINCE.slice(0, 4)], '2026-11-15')).toBeUndefined();
    expect(step([...BEFORE, ...SINCE.slice(0, 5)], '2026-11-16')).toMatchObject({ nights: 5 });
    expect(step([...BEFORE.slice(0, 4), ...SINCE], '2026-11-11')).toBeUndefined();
  });

  it('returns null for one terrible night', () => {
    expect(step([...BEFORE, 2, 10, 2, 1, 2, 1], '2026-11-17')).toBeUndefined();
  });

  it('returns null for a gradual change', () => {
    expect(step([0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5], '2026-11-17')).toBeUndefined();
  });

  it('returns null when the nights vary by as much as they change', () => {
    expect(step([0, 5, 0, 1, 6, 0, 0, 4, 0, 1, 7, 2, 6, 1, 8, 3], '2026-11-17')).toBeUndefined();
  });

  it('returns null for an increase of less than a half', () => {
    expect(step([8, 8, 7, 8, 8, 8, 7, 8, 8, 8, 10, 10, 10, 10, 10, 10], '2026-11-17')).toBeUndefined();
  });

  it('returns null two weeks after the change', () => {
    const changeAfter = (nights: number) =>
      step([...BEFORE, ...Array.from({ length: nights }, () => 5)], `2026-11-${11 + nights}`);
    expect(changeAfter(14)).toMatchObject({ from: '2026-11-12', nights: 14 });
    expect(changeAfter(15)).toBeUndefined();
  });

  it('returns a change as over after three nights like those before, and null after the tenth', () => {
    const counts = [...BEFORE, ...SINCE, 1, 2, 1, 0, 1, 1, 2, 1, 0, 1, 1, 1];
    expect(step(counts, '2026-11-19')).toMatchObject({ to: '2026-11-19', isOver: false });
    expect(step(counts, '2026-11-20')).toMatchObject({
      from: '2026-11-12',
      to: '2026-11-17',
      nightsSince: 3,
      isOver: true,
    });
    expect(step(counts, '2026-11-27')).toMatchObject({
      to: '2026-11-17',
      perNight: 28 / 6,
      nightsSince: 10,
      isOver: true,
    });
    expect(step(counts, '2026-11-28')).toBeUndefined();
  });
});

describe('changePattern: the illness before a change', () => {
  const counts = [...BEFORE, ...SINCE];
  const illnessOf = (...episodes: Episode[]) => step(counts, '2026-11-17', episodes)?.illness;

  it.each([
    ['2026-11-12', 0],
    ['2026-11-10', 2],
    ['2026-11-09', 3],
  ])('names an illness that began on %s', (startDay, daysBefore) => {
    expect(illnessOf(illnessEpisode(startDay, null))).toEqual({
      what: 'began',
      kind: 'cold',
      label: 'Cold',
      daysBefore,
    });
  });

  it('ignores illnesses that began too early or too late, are another child’s, or are deleted', () => {
    expect(illnessOf(illnessEpisode('2026-11-08', null))).toBeNull();
    expect(illnessOf(illnessEpisode('2026-11-13', null))).toBeNull();
    expect(illnessOf(illnessEpisode('2026-11-10', null, { childId: ZOE }))).toBeNull();
    expect(
      illnessOf(illnessEpisode('2026-11-10', null, { deletedAt: illnessEpisode('2026-11-10', null).updatedAt })),
    ).toBeNull();
  });

  it('names the latest of several illnesses', () => {
    const episodes = [illnessEpisode('2026-11-09', null), illnessEpisode('2026-11-11', null, { kind: 'ear' })];
    expect(illnessOf(...episodes)).toMatchObject({ kind: 'ear', daysBefore: 1 });
  });

  it('names the end of an illness when the child wakes less often since', () => {
    const counts = [6, 5, 4, 6, 5, 6, 4, 5, 1, 0, 1, 2, 1, 0];
    const found = step(counts, '2026-11-15', [illnessEpisode('2026-11-02', '2026-11-09')]);
    expect(found?.illness).toEqual({ what: 'ended', kind: 'cold', label: 'Cold', daysBefore: 1 });
  });

  it('accepts a smaller change after an illness, because a change was expected', () => {
    const counts = [...BEFORE, 3, 4, 3, 4, 4];
    expect(step(counts, '2026-11-16')).toBeUndefined();
    expect(step(counts, '2026-11-16', [illnessEpisode('2026-11-11', null)])).toMatchObject({
      from: '2026-11-12',
      perNight: 3.6,
    });
  });
});
