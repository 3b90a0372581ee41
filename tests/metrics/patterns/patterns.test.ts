import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pattern } from '@/domain/pattern';
import type { HouseholdLog } from '@/domain/rows/tables';
import { createRandom } from '@/gameday/random';
import { DAY_MS, type Day, type Instant, addMs as instantAfter, MINUTE_MS } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { patterns } from '@/metrics/patterns/patterns';
import { patternRange } from '@/metrics/patterns/thresholds';
import { draws } from '../../support/draws';
import { at, day, entry, household, incident, LEO, leo, nightRow, ZOE, zoe } from '../../support/factories';
import { DELETED } from '../../support/metrics';
import { cryTimes, illnessEpisode, nightsFrom, patternsOf, repeated, wakeUpAt } from '../../support/patterns';
import { drawCryMinutes, LAST_NIGHT, noonAfter, randomHousehold } from '../../support/randomNights';

const kinds = (found: readonly Pattern[]) => found.map(({ kind }) => kind);

const RHYTHM = ['21:30', '23:30', '01:40', '03:50', '05:50'];

describe('patterns: the nights that are searched', () => {
  it('skips nights that nobody logged, without ending a pattern', () => {
    const nights = [...repeated(3, RHYTHM), null, null, null, ...repeated(3, RHYTHM), null];
    expect(patternsOf(nightsFrom('2026-11-02', nights), '2026-11-11')[0]).toMatchObject({
      kind: 'interval',
      from: '2026-11-02',
      to: '2026-11-10',
      nights: 6,
      matchingNights: 6,
      nightsSince: 0,
    });
  });

  it('does not search the nights before four unlogged nights in a row', () => {
    const nights = [...repeated(3, RHYTHM), ...repeated(4, null), ...repeated(3, RHYTHM)];
    expect(patternsOf(nightsFrom('2026-11-02', nights), '2026-11-11')).toEqual([]);
    const withFifthNight = [...repeated(3, RHYTHM), ...repeated(4, null), ...repeated(5, RHYTHM)];
    expect(patternsOf(nightsFrom('2026-11-02', withFifthNight), '2026-11-13')[0]).toMatchObject({ from: '2026-11-09' });
  });

  it('returns nothing when the last four nights are unlogged', () => {
    const nights = nightsFrom('2026-11-02', repeated(8, RHYTHM));
    expect(kinds(patternsOf(nights, '2026-11-12'))).toContain('interval');
    expect(patternsOf(nights, '2026-11-13')).toEqual([]);
  });

  it('searches tonight only once it is over', () => {
    const content = nightsFrom('2026-11-02', repeated(5, RHYTHM));
    expect(patternsOf(content, '2026-11-06', at('2026-11-07 06:59'))).toEqual([]);
    expect(kinds(patternsOf(content, '2026-11-06', at('2026-11-07 07:00')))).toContain('interval');
  });

  it('does not search nights before a child’s birth', () => {
    const counts = [...repeated(12, []), ...repeated(5, cryTimes(4))];
    const born = { ...leo, birthDate: day('2026-11-14') };
    const content = nightsFrom('2026-11-02', counts);
    expect(kinds(patternsOf(content, '2026-11-18'))).toContain('change');
    expect(kinds(patternsOf({ ...content, children: [born] }, '2026-11-18'))).not.toContain('change');
  });

  it('searches four weeks and no more', () => {
    const [hour] = patternsOf(nightsFrom('2026-10-01', repeated(47, ['02:30'])), '2026-11-16');
    expect(hour).toMatchObject({ from: '2026-10-20', nights: 28 });
  });
});

describe('patterns: the patterns that are returned', () => {
  it('returns nothing when nothing is logged or nothing happens', () => {
    expect(patternsOf({}, '2026-11-16')).toEqual([]);
    expect(patternsOf(nightsFrom('2026-10-20', repeated(28, [])), '2026-11-16')).toEqual([]);
  });

  it('searches each child separately, but no archived or deleted children', () => {
    const zoeAtTwo = nightsFrom('2026-11-02', repeated(8, ['02:30']), { childId: ZOE });
    const patternsOfChildren = (...children: (typeof leo)[]) => patternsOf({ ...zoeAtTwo, children }, '2026-11-09');
    expect(patternsOfChildren(leo, zoe)).toMatchObject([{ kind: 'hour', childId: ZOE }]);
    expect(patternsOfChildren(leo, { ...zoe, archived: true })).toEqual([]);
    expect(patternsOfChildren(leo, { ...zoe, ...DELETED })).toEqual([]);
  });

  it('sorts patterns that still hold first, then by the number of matching nights', () => {
    const leos = nightsFrom('2026-11-02', [...repeated(9, ['02:30']), ...repeated(5, [])]);
    const zoes = nightsFrom('2026-11-02', [...repeated(6, []), ...repeated(8, RHYTHM)], { childId: ZOE });
    const found = patternsOf(
      { children: [leo, zoe], incidents: [...leos.incidents, ...zoes.incidents], nights: leos.nights },
      '2026-11-15',
    );
    expect(found.map(({ kind, childId, isOver }) => [kind, childId, isOver])).toEqual([
      ['interval', ZOE, false],
      ['change', ZOE, false],
      ['hour', LEO, true],
    ]);
  });

  it('counts “up for the day” as a wake-up, but not a false alarm', () => {
    const nights = repeated(8, 0).map((_, index) => addDays(day('2026-11-02'), index));
    const ends = (outcome: 'selfSettled' | 'upForDay') =>
      nights.map((night) => {
        const from = at(`${addDays(night, 1)} 05:40`);
        return incident([entry('detected', from), entry('resolved', instantAfter(from, 20_000), { outcome })], {
          id: night,
        });
      });
    const rows = nights.map((id) => nightRow({ id, quiet: true }));
    expect(patternsOf({ incidents: ends('selfSettled'), nights: rows }, '2026-11-09')).toEqual([]);
    expect(patternsOf({ incidents: ends('upForDay'), nights: rows }, '2026-11-09')).toMatchObject([
      { kind: 'hour', begins: '05:00', ends: '06:00' },
    ]);
  });

  it('returns an interval of 16 minutes and no hour for nights of forty wake-ups', () => {
    const minutes = Array.from({ length: 40 }, (_, index) => index * 16);
    const incidents = Array.from({ length: 28 }, (_, ago) => addDays(day('2026-11-16'), -ago)).flatMap((night) =>
      minutes.map((minute) => {
        const from = instantAfter(at(`${night} 20:05`), minute * MINUTE_MS);
        return incident([entry('detected', from), entry('resolved', instantAfter(from, 5 * MINUTE_MS))], {
          id: `${night} ${minute}`,
        });
      }),
    );
    expect(patternsOf({ incidents }, '2026-11-16')).toMatchObject([
      { kind: 'interval', nights: 28, everyMinutes: 16, stdDevMinutes: 0 },
    ]);
  });
});

/** The planted cries of random households: none, a rhythm, a frequent hour, and a change. */
const PLANTED_CRIES = [
  null,
  (ago: number) => (ago < 8 ? [90, 215, 340, 465, 590] : null),
  (ago: number) => (ago > 2 && ago < 14 ? [375] : null),
  (ago: number) => (ago < 7 ? [30, 110, 200, 290, 350, 480, 600] : [200]),
];
const households = fc
  .tuple(fc.integer({ min: 1, max: 100_000 }), fc.constantFrom(...PLANTED_CRIES), fc.boolean(), fc.boolean())
  .map(([seed, plantedCries, hasGaps, hasCold]) => {
    const log = randomHousehold(seed, {
      mean: [1, 4],
      hasGaps,
      hasCold,
      ...(plantedCries && { plantedCries }),
    });
    return log;
  });
const findPatterns = (log: HouseholdLog, weeks = 0) =>
  patterns(log, patternRange(addDays(LAST_NIGHT, 7 * weeks)), noonAfter(-7 * weeks));

const shiftByDays = (log: HouseholdLog, days: number): HouseholdLog => {
  const laterInstant = (instant: Instant) => instantAfter(instant, days * DAY_MS);
  const laterDay = (value: Day | null) => (value === null ? null : addDays(value, days));
  return {
    ...log,
    incidents: log.incidents.map((row) => ({
      ...row,
      timeline: row.timeline.map((entry) => ({ ...entry, at: laterInstant(entry.at) })),
    })),
    nights: log.nights.map((row) => ({ ...row, id: addDays(row.id, days) })),
    episodes: log.episodes.map((row) => ({
      ...row,
      startDay: addDays(row.startDay, days),
      endDay: laterDay(row.endDay),
    })),
  };
};

describe('patterns of random nights', { timeout: 60_000 }, () => {
  it('ignores a night row in which nothing is logged', () => {
    fc.assert(
      fc.property(households, fc.integer({ min: 0, max: 27 }), (log, ago) => {
        const id = addDays(LAST_NIGHT, -ago);
        const isLogged = log.nights.some((row) => row.id === id);
        const emptyRows = isLogged ? [] : [nightRow({ id, postmortem: 'nobody logged it' })];
        expect(findPatterns({ ...log, nights: [...log.nights, ...emptyRows] })).toEqual(findPatterns(log));
      }),
      draws(25),
    );
  });

  it('moves the patterns by as many weeks as the nights are moved', () => {
    fc.assert(
      fc.property(households, fc.integer({ min: 1, max: 12 }), (log, weeks) => {
        const utcLog = { ...log, household: household({ timeZone: 'UTC' }) };
        const shiftedPatterns = findPatterns(shiftByDays(utcLog, 7 * weeks), weeks);
        const shiftBack = (value: Day) => addDays(value, -7 * weeks);
        expect(
          shiftedPatterns.map((pattern) => ({ ...pattern, from: shiftBack(pattern.from), to: shiftBack(pattern.to) })),
        ).toEqual(findPatterns(utcLog));
      }),
      draws(25),
    );
  });

  it('ignores deleted rows', () => {
    fc.assert(
      fc.property(households, fc.integer({ min: 1, max: 100_000 }), (log, seed) => {
        const random = createRandom(seed, 'night');
        const deletedIncidents = Array.from({ length: 28 }, (_, ago) => addDays(LAST_NIGHT, -ago)).flatMap((night) =>
          drawCryMinutes(4, {}, random).map((minute) => ({
            ...wakeUpAt(night, '20:00', { childId: 'one' }),
            id: `gone ${night} ${minute}`,
            timeline: [entry('detected', instantAfter(at(`${night} 20:00`), Math.floor(minute) * MINUTE_MS))],
            ...DELETED,
          })),
        );
        const episodes = [...log.episodes, illnessEpisode('2026-11-12', null, { childId: 'one', ...DELETED })];
        const nights = [...log.nights, nightRow({ id: LAST_NIGHT, quiet: true, ...DELETED })];
        const withDeleted = { ...log, incidents: [...log.incidents, ...deletedIncidents], episodes, nights };
        expect(findPatterns(withDeleted)).toEqual(findPatterns(log));
      }),
      draws(25),
    );
  });

  it('returns the same patterns for any order of the rows', () => {
    fc.assert(
      fc.property(households, (log) => {
        const reversed = { ...log, incidents: log.incidents.toReversed(), nights: log.nights.toReversed() };
        expect(findPatterns(reversed)).toEqual(findPatterns(log));
      }),
      draws(25),
    );
  });

  it('returns nothing for fewer than five logged nights', () => {
    fc.assert(
      fc.property(households, fc.integer({ min: 0, max: 4 }), (log, count) => {
        const firstNight = addDays(LAST_NIGHT, 1 - count);
        const shortLog = {
          ...log,
          nights: log.nights.filter(({ id }) => id >= firstNight),
          incidents: log.incidents.filter(({ timeline }) => (timeline[0]?.at ?? 0) >= at(`${firstNight} 12:00`)),
        };
        expect(findPatterns(shortLog)).toEqual([]);
      }),
      draws(25),
    );
  });

  it('returns patterns of at least five nights within the four weeks, each over after three nights without it', () => {
    fc.assert(
      fc.property(households, (log) => {
        for (const pattern of findPatterns(log)) {
          expect(pattern.matchingNights).toBeGreaterThanOrEqual(4);
          expect(pattern.nights).toBeGreaterThanOrEqual(5);
          expect(pattern.matchingNights).toBeLessThanOrEqual(pattern.nights);
          expect(
            pattern.from >= patternRange(LAST_NIGHT).from && pattern.from < pattern.to && pattern.to <= LAST_NIGHT,
          ).toBe(true);
          expect(pattern.isOver).toBe(pattern.nightsSince >= 3);
        }
      }),
      draws(50),
    );
  });
});
