import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRow } from '@/domain/rows/parseRow';
import { checkTimeline } from '@/domain/timeline/checkTimeline';
import { type ImportPlan, type PlanOptions, planImport } from '@/importers/plan/planImport';
import type { Told } from '@/importers/told';
import { idOfContent } from '@/lib/ids';
import { DAY_MS, type Instant, MINUTE_MS, type WallTime } from '@/lib/time';
import { draws } from '../support/draws';
import { type Choice, tellChoice } from '../support/importers/tellChoice';

/*
 * What must hold of any file, on random tables of Huckleberry, which has every kind of row, around
 * nights in which clocks change.
 */

const ZONES = [
  ['Europe/Paris', '2026-10-24'],
  ['Europe/Paris', '2026-03-27'],
  ['America/St_Johns', '2026-10-30'],
  ['Australia/Lord_Howe', '2026-04-03'],
  ['Africa/Cairo', '2026-10-28'],
  ['UTC', '2026-05-01'],
] as const;

interface RandomRow {
  type: string;
  minute: number;
  minutes: number | null;
  duration: boolean;
  by: string;
  note: string;
}

const row: fc.Arbitrary<RandomRow> = fc.record({
  type: fc.constantFrom(
    'Sleep',
    'Sleep',
    'Sleep',
    'Sleep',
    'Feed',
    'Diaper',
    'Meds',
    'Temp',
    'Pump',
    'Bath',
    'Potty',
    '',
  ),
  // Four days, most of the rows in their nights.
  minute: fc.oneof(fc.integer({ min: 0, max: 4 * 1440 }), fc.integer({ min: 1140, max: 1900 })),
  minutes: fc.oneof(fc.integer({ min: -5, max: 400 }), fc.constantFrom(0, 1, 2, 1000, null)),
  duration: fc.boolean(),
  by: fc.constantFrom('Mum', 'Dad', ''),
  note: fc.constantFrom('', '', 'calm', '2.5', 'a "quote", and\\nmore'),
});

const scene = fc.record({
  zone: fc.constantFrom(...ZONES),
  rows: fc.array(row, { minLength: 1, maxLength: 40, size: 'max' }),
});

const two = (value: number) => String(value).padStart(2, '0');

/** A time as a wall shows it, whether or not that wall has it. */
function wallText(firstDay: string, minute: number): string {
  const at = new Date(Date.parse(`${firstDay}T00:00:00Z`) + minute * MINUTE_MS).toISOString();
  return `${at.slice(0, 10)} ${at.slice(11, 16)}`;
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

function lineOf({ type, minute, minutes, duration, by, note }: RandomRow, firstDay: string): string {
  const end = type === 'Sleep' && minutes !== null ? wallText(firstDay, minute + minutes) : '';
  const length =
    duration && minutes !== null && minutes >= 0 ? `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` : '';
  const condition = type === 'Temp' ? `${36 + (minute % 70) / 10}°C` : type === 'Meds' ? '2.5ml' : '';
  const place = type === 'Meds' ? 'Paracetamol' : '';
  return [type, wallText(firstDay, minute), end, length, condition, place, '', note, by].map(quoted).join(',');
}

const HEADING = 'Type,Start,End,Duration,Start Condition,Start Location,End Condition,Notes,Logged By';
const fileOf = (lines: readonly string[], name = 'all.csv') => ({
  name,
  bytes: new TextEncoder().encode([HEADING, ...lines].join('\n')),
});
const choiceOf = (timeZone: string): Choice => ({
  household: { timeZone, nightStart: '20:00' as WallTime, nightEnd: '07:00' as WallTime },
  now: '2026-11-28T12:00:00.000Z',
  answers: { child: 'Léo' },
});
const NOW = Date.parse('2026-11-28T12:00:00.000Z') as Instant;
const EMPTY: PlanOptions['log'] = { incidents: [], observations: [], nights: [] };
const names = {
  childId: (name: string) => idOfContent('children', name),
  caregiverId: (name: string) => idOfContent('caregivers', name),
};
const planOf = (told: Told, zone: string, log: PlanOptions['log'] = EMPTY): ImportPlan =>
  planImport(told, { log, hours: choiceOf(zone).household, names, now: NOW });

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
