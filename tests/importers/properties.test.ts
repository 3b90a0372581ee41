import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRow } from '@/domain/rows/parseRow';
import { checkTimeline } from '@/domain/timeline/checkTimeline';
import { planImport } from '@/importers/plan/planImport';
import type { Told } from '@/importers/told';
import { DAY_MS } from '@/lib/time';
import { draws } from '../support/draws';
import { choiceOf, EMPTY, NOW, names, planOf } from '../support/importers/importChoice';
import { fileOf, HEADING, lineOf, scene } from '../support/importers/randomTable';
import { tellChoice } from '../support/importers/tellChoice';

/* What must hold of any file. */

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((total, count) => total + count, 0);
const withoutPlaces = ({ notUnderstood, ...told }: Told) => ({
  ...told,
  incidents: told.incidents.map(({ source, ...incident }) => incident),
  notUnderstood: notUnderstood.map(({ reason }) => reason).sort(),
});

describe('any file', () => {
  it('is told row by row: each one went in, was left out and counted, or is named', () => {
    fc.assert(
      fc.property(scene, ({ zone: [timeZone, firstDay], rows }) => {
        const { told } = tellChoice([fileOf(rows.map((each) => lineOf(each, firstDay)))], choiceOf(timeZone));
        const all = sum(told.used) + sum(told.notImported) + told.notUnderstood.length + told.duplicates;
        expect(all).toBe(rows.length);
      }),
      draws(400),
    );
  });

  it('gives the same in any order of its rows, and cut into two files', () => {
    fc.assert(
      fc.property(scene, fc.infiniteStream(fc.nat()), ({ zone: [timeZone, firstDay], rows }, random) => {
        const lines = rows.map((each) => lineOf(each, firstDay));
        const whole = tellChoice([fileOf(lines)], choiceOf(timeZone)).told;
        const shuffled = lines
          .map((line) => ({ line, key: random.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ line }) => line);
        const half = Math.ceil(lines.length / 2);
        const files = [fileOf(shuffled.slice(half), 'b.csv'), fileOf(shuffled.slice(0, half), 'a.csv')].filter(
          ({ bytes }) => bytes.length > HEADING.length,
        );
        expect(withoutPlaces(tellChoice(files, choiceOf(timeZone)).told)).toEqual(withoutPlaces(whole));
      }),
      draws(200),
    );
  });

  it('makes rows that can be stored, with timelines that are valid and do not overlap', () => {
    fc.assert(
      fc.property(scene, ({ zone: [timeZone, firstDay], rows }) => {
        const { told } = tellChoice([fileOf(rows.map((each) => lineOf(each, firstDay)))], choiceOf(timeZone));
        const plan = planOf(told, timeZone);
        for (const incident of plan.incidents.added) {
          expect(parseRow('incidents', incident)).toEqual({ ok: true, row: incident });
          expect(checkTimeline(incident.timeline, NOW)).toBeNull();
        }
        for (const observation of plan.observations.added)
          expect(parseRow('observations', observation)).toEqual({ ok: true, row: observation });
        const ids = [...plan.incidents.added, ...plan.observations.added].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const night of plan.nightsSet) expect(parseRow('nights', night)).toEqual({ ok: true, row: night });
        const ends = plan.incidents.added.map(({ timeline, updatedAt }) => [timeline[0]?.at ?? 0, updatedAt] as const);
        for (const [index, [, end]] of ends.entries()) expect(ends[index + 1]?.[0] ?? end).toBeGreaterThanOrEqual(end);
        for (const { from, to } of told.unlikelyGaps) expect(to - from).toBeLessThan(DAY_MS);
      }),
      draws(400),
    );
  });

  it('whose two names are one child here adds no wake-up over another', () => {
    const night = (child: string, woke: string) => [
      `2026-11-10 20:00,2026-11-10 ${woke},sleep,${child}`,
      `2026-11-10 23:30,2026-11-11 06:30,sleep,${child}`,
    ];
    const lines = ['Start,End,Kind,Child', ...night('Léo', '23:00'), ...night('Leo', '23:10')];
    const file = { name: 'own.csv', bytes: new TextEncoder().encode(lines.join('\n')) };
    const { told } = tellChoice([file], choiceOf('UTC'));
    expect(told.incidents).toHaveLength(2);
    const hours = choiceOf('UTC').household;
    const plan = planImport(told, { log: EMPTY, hours, now: NOW, names: { ...names, childId: () => 'léo' } });
    expect([plan.incidents.added.length, plan.incidents.overlapping.length]).toEqual([1, 1]);
  });

  it('that is imported again adds nothing', () => {
    fc.assert(
      fc.property(scene, ({ zone: [timeZone, firstDay], rows }) => {
        const { told } = tellChoice([fileOf(rows.map((each) => lineOf(each, firstDay)))], choiceOf(timeZone));
        const first = planOf(told, timeZone);
        const log = {
          incidents: first.incidents.added,
          observations: first.observations.added,
          nights: first.nightsSet,
        };
        const again = planOf(told, timeZone, log);
        expect(again.incidents.added).toEqual([]);
        expect(again.observations.added).toEqual([]);
        expect(again.nightsSet).toEqual([]);
        expect(again.incidents.alreadyHere).toHaveLength(first.incidents.added.length);
      }),
      draws(200),
    );
  });
});
