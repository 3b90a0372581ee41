import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRow } from '@/domain/rows/parseRow';
import { planImport } from '@/importers/plan/planImport';
import { readFiles } from '@/importers/readFiles';
import { tellFiles } from '@/importers/tellFiles';
import { idOfContent } from '@/lib/idOfContent';
import type { Instant, WallTime } from '@/lib/time';
import { draws } from '../support/draws';
import { HAS_IMPORT_FIXTURES, importFixtures } from '../support/importers/importFixtures';

/*
 * Files that were damaged on the way. Whatever they say, they are read whole or refused in a
 * sentence, every row of them is told, and what comes of them can be stored.
 */

const FILES = importFixtures.flatMap(({ files }) => files);
const HOURS = { timeZone: 'Europe/Paris', nightStart: '20:00' as WallTime, nightEnd: '07:00' as WallTime };
const NOW = Date.parse('2026-11-28T12:00:00Z') as Instant;

/** What takes the place of a part of a file. */
const SPLINTERS = [
  '',
  '"',
  '""',
  ',',
  ';',
  '\n',
  '\r',
  '\0',
  '\ufeff',
  '\ud800',
  'é',
  'NaN',
  '-1',
  '0',
  '99999999999999999999',
  '1e309',
  '2026-02-30',
  '2026-10-25 02:30',
  '2026-03-29 02:30',
  '25:61',
  'null',
  '{}',
  '[]',
  '[{}]',
  'true',
  '__proto__',
  '=1+1',
  '\\ud800',
  'x'.repeat(300),
  '\n,,,,,,\n',
];

interface Damage {
  at: number;
  length: number;
  splinter: string;
}
const damage: fc.Arbitrary<Damage> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 400 })),
  splinter: fc.constantFrom(...SPLINTERS),
});

function damaged(bytes: Uint8Array, damages: readonly Damage[]): Uint8Array {
  let text = new TextDecoder().decode(bytes);
  for (const { at, length, splinter } of damages) {
    const begin = Math.floor(at * text.length);
    text = text.slice(0, begin) + splinter + text.slice(begin + length);
  }
  return new TextEncoder().encode(text);
}

describe.skipIf(!HAS_IMPORT_FIXTURES)('a damaged file', () => {
  it('is refused in a sentence, or each of its rows is told and can be stored', () => {
    fc.assert(
      fc.property(fc.nat(), fc.array(damage, { minLength: 1, maxLength: 8 }), (index, damages) => {
        const file = FILES[index % FILES.length];
        if (!file) return;
        const read = readFiles([{ name: file.name, bytes: damaged(file.bytes, damages) }], { order: 'dmy' });
        if (!read.ok) {
          expect(read.problem.file).toBe(file.name);
          return;
        }
        const told = tellFiles(read.value.files, {
          hours: HOURS,
          timeZone: HOURS.timeZone,
          now: NOW,
          childOf: (child) => child ?? 'Léo',
        });
        const places = read.value.files.flatMap(({ reading }) => [
          ...reading.facts.map(({ place }) => place.line),
          ...reading.notUnderstood.map(({ line }) => line),
        ]);
        const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);
        const counted = sum(told.used) + sum(told.notImported) + told.notUnderstood.length + told.duplicates;
        expect(counted).toBeGreaterThanOrEqual(new Set(places).size);
        const plan = planImport(told, {
          log: { incidents: [], observations: [], nights: [] },
          hours: HOURS,
          now: NOW,
          names: {
            childId: (name) => idOfContent('children', name),
            caregiverId: (name) => idOfContent('caregivers', name),
          },
        });
        for (const row of plan.incidents.added) expect(parseRow('incidents', row)).toEqual({ ok: true, row });
        for (const row of plan.observations.added) expect(parseRow('observations', row)).toEqual({ ok: true, row });
        for (const row of plan.nightsSet) expect(parseRow('nights', row)).toEqual({ ok: true, row });
      }),
      draws(300),
    );
  });
});
