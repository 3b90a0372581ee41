import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ImportRecord, recordOf } from '@/domain/imports/importRecord';
import { takeBackRows } from '@/domain/imports/takeBack';
import { mergeLogs } from '@/domain/mergeLogs';
import type { HouseholdLog } from '@/domain/rows/tables';
import { namePeople } from '@/importers/plan/people';
import { planImport } from '@/importers/plan/planImport';
import { rowsToWrite, withRows } from '@/importers/plan/rowsToWrite';
import { wasUndone } from '@/importers/plan/wasUndone';
import type { Told } from '@/importers/told';
import { addMs, DAY_MS, type Instant } from '@/lib/time';
import { draws } from '../support/draws';
import { choiceOf, NOW } from '../support/importers/importChoice';
import { emptyLogIn, logOf } from '../support/importers/importedLog';
import { fileOf, lineOf, scene } from '../support/importers/randomTable';
import { tellChoice } from '../support/importers/tellChoice';

/* An import into a log of one's own, taken back, imported again, and met on another phone. */

type Scene = typeof scene extends fc.Arbitrary<infer Value> ? Value : never;

const toldOf = ({ zone: [timeZone, firstDay], rows }: Scene): Told =>
  tellChoice([fileOf(rows.map((each) => lineOf(each, firstDay)))], choiceOf(timeZone)).told;

/** Imports what is told into a log, as the app does. */
function importInto(log: HouseholdLog, told: Told, now: Instant, bringsBack = false) {
  const people = { children: ['Léo'], described: [], caregivers: ['Mum'] };
  const answers = { children: new Map([['Léo', { name: 'Léo' }]]), caregivers: new Map([['Mum', { name: 'Mum' }]]) };
  const named = namePeople(answers, people, log, now);
  const names = { childId: (name: string) => named.childOf(name) ?? '', caregiverId: named.caregiverOf };
  const plan = planImport(told, { log, hours: log.household, names, now, bringsBack });
  const rows = rowsToWrite(plan, named);
  const record: ImportRecord = recordOf(rows, log.nights);
  return { plan, rows, record, log: withRows(log, rows) };
}

/** What a person sees of a log: nothing that is deleted, and no stamps. */
const visible = (log: HouseholdLog): string =>
  JSON.stringify(
    Object.entries(log).map(([table, rows]) => [
      table,
      [rows]
        .flat()
        .filter(({ deletedAt }) => deletedAt === null)
        .map((row) => JSON.stringify(row, (key, value) => (key === 'updatedAt' ? undefined : value)))
        .sort(),
    ]),
  );

const sorted = (log: HouseholdLog): string =>
  JSON.stringify(
    Object.values(log).map((rows) =>
      [rows]
        .flat()
        .map((row) => JSON.stringify(row))
        .sort(),
    ),
  );

const LATER = addMs(NOW, DAY_MS);

describe('an import that is taken back', () => {
  it('leaves what was there before, to the byte but for the stamps of nights', () => {
    fc.assert(
      fc.property(scene, (drawn) => {
        const before = logOf(drawn);
        const imported = importInto(before, toldOf(drawn), NOW);
        const after = withRows(imported.log, takeBackRows(imported.log, imported.record, LATER));
        expect(visible(after)).toBe(visible(before));
        const rows = new Map(after.incidents.map((row) => [row.id, row]));
        for (const incident of before.incidents) expect(rows.get(incident.id)).toEqual(incident);
        const stamps = new Set(
          [...after.incidents, ...after.observations].flatMap(({ id, deletedAt }) =>
            imported.rows.incidents.some((row) => row.id === id) ? deletedAt : [],
          ),
        );
        expect([...stamps].filter((at) => at !== LATER)).toEqual([]);
      }),
      draws(200),
    );
  });

  it('comes back whole with the next import of the same files, and as a preset', () => {
    fc.assert(
      fc.property(scene, (drawn) => {
        const told = toldOf(drawn);
        const imported = importInto(logOf(drawn), told, NOW);
        const undone = withRows(imported.log, takeBackRows(imported.log, imported.record, LATER));
        const left = importInto(undone, told, addMs(LATER, DAY_MS));
        expect([left.rows.incidents, left.rows.observations]).toEqual([[], []]);
        // Of a night with somebody on call nothing else is said, then as before.
        const ownNights = new Set(undone.nights.filter(({ deletedAt }) => deletedAt === null).map(({ id }) => id));
        expect(left.rows.nights.filter(({ id }) => !ownNights.has(id))).toEqual([]);
        const hasRows = imported.rows.incidents.length + imported.rows.observations.length > 0;
        expect(wasUndone(left.plan, undone)).toBe(hasRows);
        const again = importInto(undone, told, addMs(LATER, DAY_MS), true);
        expect(visible(again.log)).toBe(visible(imported.log));
      }),
      draws(200),
    );
  });

  it('keeps what was changed since, and whoever that speaks of', () => {
    fc.assert(
      fc.property(scene, fc.nat(), (drawn, pick) => {
        const imported = importInto(emptyLogIn(drawn.zone), toldOf(drawn), NOW);
        fc.pre(imported.rows.incidents.length > 0);
        const changedId = imported.rows.incidents[pick % imported.rows.incidents.length]?.id;
        const incidents = imported.log.incidents.map((row) =>
          row.id === changedId ? { ...row, note: 'it was the moon', updatedAt: addMs(NOW, 1000) } : row,
        );
        const log = { ...imported.log, incidents };
        const after = withRows(log, takeBackRows(log, imported.record, LATER));
        const living = after.incidents.filter(({ deletedAt }) => deletedAt === null);
        expect(living).toEqual(incidents.filter(({ id }) => id === changedId));
        const [stays] = living;
        expect(after.children.filter(({ deletedAt }) => deletedAt === null).map(({ id }) => id)).toEqual([
          stays?.childId,
        ]);
        const isMumThere = JSON.stringify(living).includes(imported.log.caregivers[0]?.id ?? '?');
        expect(after.caregivers.some(({ deletedAt }) => deletedAt === null)).toBe(isMumThere);
      }),
      draws(200),
    );
  });
});

describe('the same files on two phones', () => {
  it('make the same bytes, whenever each of them imports, and merge to them', () => {
    fc.assert(
      fc.property(scene, (drawn) => {
        const told = toldOf(drawn);
        const [mine, theirs] = [importInto(logOf(drawn), told, NOW), importInto(logOf(drawn), told, LATER)];
        const { children: _c, caregivers: _g, ...rows } = mine.rows;
        const { children: _o, caregivers: _r, ...others } = theirs.rows;
        expect(rows).toEqual(others);
        const [here, there] = [mergeLogs(mine.log, theirs.log).log, mergeLogs(theirs.log, mine.log).log];
        expect(sorted(here)).toBe(sorted(there));
        expect(visible(here)).toBe(visible(mine.log));
        // A phone that has not imported takes it all over.
        expect(visible(mergeLogs(logOf(drawn), mine.log).log)).toBe(visible(mine.log));
      }),
      draws(200),
    );
  });

  it('end alike when one of them has taken it back', () => {
    fc.assert(
      fc.property(scene, (drawn) => {
        const told = toldOf(drawn);
        const [mine, theirs] = [importInto(logOf(drawn), told, NOW), importInto(logOf(drawn), told, NOW)];
        const undone = withRows(mine.log, takeBackRows(mine.log, mine.record, LATER));
        const [here, there] = [mergeLogs(undone, theirs.log).log, mergeLogs(theirs.log, undone).log];
        expect(sorted(here)).toBe(sorted(there));
        expect(visible(here)).toBe(visible(undone));
      }),
      draws(200),
    );
  });
});

describe('a log of one’s own', () => {
  it('is never overlaid, and keeps every row as it is', () => {
    fc.assert(
      fc.property(scene, (drawn) => {
        const before = logOf(drawn);
        const { log } = importInto(before, toldOf(drawn), NOW);
        const spans = log.incidents
          .map(({ childId, timeline, id }) => ({
            childId,
            id,
            from: timeline[0]?.at ?? 0,
            to: timeline.at(-1)?.at ?? 0,
          }))
          .sort((a, b) => a.from - b.from || a.to - b.to);
        for (const [index, { childId, to }] of spans.entries())
          for (const next of spans.slice(index + 1))
            if (next.childId === childId) expect(next.from).toBeGreaterThanOrEqual(to);
        expect(log.incidents.filter(({ id }) => before.incidents.some((row) => row.id === id))).toEqual(
          before.incidents,
        );
        const nights = new Map(log.nights.map((row) => [row.id, row]));
        for (const { id, bedtimeAt, onCall, postmortem } of before.nights)
          expect(nights.get(id)).toMatchObject({ ...(bedtimeAt !== null && { bedtimeAt }), onCall, postmortem });
      }),
      draws(200),
    );
  });
});
