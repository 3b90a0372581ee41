import { describe, expect, it } from 'vitest';
import { eraseLog } from '@/db/backup';
import type { InfernalDatabase } from '@/db/database';
import { readImports } from '@/db/keptImports';
import { readOpenIncidents } from '@/db/queries';
import { parseRow } from '@/domain/rows/parseRow';
import type { ChoiceOptions } from '@/importers/readFiles';
import { addMs } from '@/lib/time';
import type { ImportAnswers, OpenedImport } from '@/logWorker/importTasks';
import type { Progress } from '@/logWorker/outcome';
import { type LogSession, startSession } from '@/logWorker/session';
import { dumpDatabase, fileOf } from '../support/backup';
import { householdDatabase, logWakeUp } from '../support/database';
import { at, DAD, LEO, MUM, PARIS, ZOE } from '../support/factories';
import { sessionWithWorker } from '../support/workerInProcess';

const now = at('2026-11-17 10:05');
const ignoreProgress = () => {};

const HEADING = 'Type,Start,End,Duration,Start Condition,Start Location,End Condition,Notes,Logged By';
/** One night of Huckleberry: asleep at 20:00, awake from 23:00 to 23:20 with a feed, up at 6:30. */
const NIGHT = [
  HEADING,
  'Sleep,2026-11-10 20:00,2026-11-10 23:00,03:00,,,,,Mum',
  'Feed,2026-11-10 23:05,,,Formula,Bottle,90ml,,Dad',
  'Sleep,2026-11-10 23:20,2026-11-11 06:30,07:10,,,,,Dad',
  'Bath,2026-11-10 19:00,,,,,,,Dad',
  'Sleep,yesterday,,,,,,,Dad',
];
const named = (text: string, name = 'night.csv') => ({ name, file: fileOf(text) });

/** Many nights with one wake-up each, so that an import can be cancelled in its midst. */
const manyNights = (): string =>
  [
    HEADING,
    ...Array.from({ length: 1200 }, (_, index) => {
      const day = (offset: number) => new Date(Date.UTC(2022, 0, 1 + index + offset)).toISOString().slice(0, 10);
      return [
        `Sleep,${day(0)} 20:00,${day(0)} 23:00,03:00,,,,,Mum`,
        `Sleep,${day(0)} 23:20,${day(1)} 06:30,07:10,,,,,Dad`,
      ].join('\n');
    }),
  ].join('\n');

async function openFiles(session: LogSession, texts: readonly string[], options: ChoiceOptions = { order: null }) {
  const files = texts.map((text, index) => named(text, `${index}.csv`));
  const opened = await session.run('openImport', { files, options }, ignoreProgress);
  if (!opened.ok) throw new Error('not opened');
  return opened.value;
}
const answersFor = (opened: OpenedImport, more: Partial<ImportAnswers> = {}): ImportAnswers => {
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  const children = new Map([...opened.presets.children, [null, { id: LEO }] as const]);
  return { people: { ...opened.presets, children }, timeZone: PARIS, bringsBack: null, ...more };
};
async function importAll(session: LogSession, texts: readonly string[], more: Partial<ImportAnswers> = {}) {
  const answers = answersFor(await openFiles(session, texts), more);
  return session.run('importFiles', { answers, now }, ignoreProgress);
}
const live = (rows: readonly { deletedAt: number | null }[]) => rows.filter(({ deletedAt }) => deletedAt === null);

describe.each([
  ['in a worker', (db: InfernalDatabase) => sessionWithWorker(db).session],
  ['on the page', (db: InfernalDatabase) => startSession(db, () => null)],
])('an import %s', (_where, start) => {
  it('says who is in the files and what would come in, writes it, and takes it back', async () => {
    const db = await householdDatabase();
    const session = start(db);
    const before = await dumpDatabase(db);
    const opened = await openFiles(session, [NIGHT.join('\n')]);
    expect(opened).toMatchObject({
      ok: true,
      trackers: ['huckleberry'],
      people: { children: [null], caregivers: ['Dad', 'Mum'] },
      presets: { children: new Map(), caregivers: new Map(Object.entries({ Dad: { id: DAD }, Mum: { id: MUM } })) },
      openOrder: [],
      hasWallTimes: true,
    });
    const answers = answersFor(opened);
    const preview = await session.run('previewImport', { answers, now }, ignoreProgress);
    expect(preview).toMatchObject({
      ok: true,
      value: {
        nights: { first: '2026-11-10', last: '2026-11-10' },
        added: { wakeUps: 1, remedies: 1, temperatures: 0, medicines: 0, nights: 1 },
        leftOut: { activity: 1 },
        notUnderstood: { count: 1, first: [{ file: '0.csv', line: 6, reason: 'badDate' }] },
      },
    });
    expect(await dumpDatabase(db)).toBe(before);

    const done = await session.run('importFiles', { answers, now }, ignoreProgress);
    expect(done).toMatchObject({ ok: true, value: { wakeUps: 1, observations: 0, nights: 1 } });
    const [incident] = await db.incidents.toArray();
    expect(incident?.timeline.map(({ kind, at: instant }) => [kind, instant])).toEqual([
      ['detected', at('2026-11-10 23:00')],
      ['remedy', at('2026-11-10 23:05')],
      ['resolved', at('2026-11-10 23:20')],
    ]);
    expect(incident).toMatchObject({
      childId: LEO,
      detectedAt: at('2026-11-10 23:00'),
      updatedAt: at('2026-11-10 23:20'),
    });
    const [kept] = await readImports(db);
    expect(kept).toMatchObject({ importedAt: now, files: ['0.csv'] });

    const taken = await session.run('takeBackImport', { id: kept?.id ?? '', now: addMs(now, 1000) }, ignoreProgress);
    expect(taken).toEqual({ ok: true, value: null });
    expect(live(await db.incidents.toArray())).toEqual([]);
    expect(live(await db.nights.toArray())).toEqual([]);
    expect(await readImports(db)).toEqual([]);
    session.close();
  });

  it('that was taken back comes back whole with the next one', async () => {
    const db = await householdDatabase();
    const session = start(db);
    await importAll(session, [NIGHT.join('\n')]);
    const [kept] = await readImports(db);
    await session.run('takeBackImport', { id: kept?.id ?? '', now: addMs(now, 1000) }, ignoreProgress);
    const answers = answersFor(await openFiles(session, [NIGHT.join('\n')]));
    const preview = await session.run('previewImport', { answers, now: addMs(now, 2000) }, ignoreProgress);
    expect(preview).toMatchObject({
      value: { bringsBack: true, added: { wakeUps: 1, nights: 1 }, deletedHere: { wakeUps: 1, nights: 1 } },
    });
    await session.run('importFiles', { answers, now: addMs(now, 2000) }, ignoreProgress);
    expect(live(await db.incidents.toArray())).toHaveLength(1);
    expect(live(await db.nights.toArray())).toHaveLength(1);
    expect(await readImports(db)).toHaveLength(1);
  });

  it('of the same files adds nothing, and keeps no second record', async () => {
    const db = await householdDatabase();
    const session = start(db);
    await importAll(session, [NIGHT.join('\n')]);
    const before = await dumpDatabase(db);
    expect(await importAll(session, [NIGHT.join('\n')])).toEqual({ ok: true, value: null });
    expect(await dumpDatabase(db)).toBe(before);
  });

  it('that is cancelled between two batches writes nothing', async () => {
    const db = await householdDatabase();
    const before = await dumpDatabase(db);
    const session = start(db);
    const answers = answersFor(await openFiles(session, [manyNights()]));
    const stages: Progress[] = [];
    const cancelled = await session.run('importFiles', { answers, now }, (progress) => {
      stages.push(progress);
      if (progress.fraction !== null && progress.fraction > 0.2) session.cancel();
    });
    expect(cancelled).toEqual({ ok: false, cancelled: true });
    expect(stages.length).toBeGreaterThan(0);
    expect(await dumpDatabase(db)).toBe(before);
    expect(await readImports(db)).toEqual([]);
  });

  it('refuses a file in its own words, before it is read if it is too large', async () => {
    const session = start(await householdDatabase());
    const huge = Object.assign(fileOf(''), {});
    Object.defineProperty(huge, 'size', { value: 30_000_000 });
    const refuse = (name: string, file: Blob) =>
      session.run('openImport', { files: [{ name, file }], options: { order: null } }, ignoreProgress);
    expect(await refuse('huge.csv', huge)).toEqual({
      ok: true,
      value: { ok: false, problem: { code: 'tooBig', file: 'huge.csv' } },
    });
    expect(await refuse('page.csv', fileOf('<!doctype html><p>Log in'))).toMatchObject({
      value: { ok: false, problem: { code: 'html' } },
    });
    expect(await refuse('own.csv', fileOf('Von,Bis\n2026-11-10 20:00,2026-11-10 23:00'))).toMatchObject({
      value: {
        problem: { code: 'unknownColumns' },
        unknownTable: { headings: ['Von', 'Bis'], rows: [['2026-11-10 20:00', '2026-11-10 23:00']] },
      },
    });
  });

  it('reads a table whose columns were matched, and asks for the order of its dates', async () => {
    const session = start(await householdDatabase());
    const table = ['Von;Bis', '10.11.2026 20:00;10.11.2026 23:00', '10.11.2026 23:20;11.11.2026 06:30'].join('\n');
    const columns = new Map([['0.csv', { start: 0, end: 1 }]]);
    expect(await openFiles(session, [table], { order: null, columns })).toMatchObject({
      ok: true,
      openOrder: ['0.csv'],
    });
    const opened = await openFiles(session, [table], { order: 'dmy', columns });
    const preview = await session.run('previewImport', { answers: answersFor(opened), now }, ignoreProgress);
    expect(preview).toMatchObject({ value: { added: { wakeUps: 1 }, nights: { first: '2026-11-10' } } });
  });

  it('leaves a row alone that is here and cannot be read', async () => {
    const db = await householdDatabase();
    const session = start(db);
    await importAll(session, [NIGHT.join('\n')]);
    const [incident] = await db.incidents.toArray();
    await db.meta.clear();
    const damaged = { ...incident, note: 7 } as never;
    await db.incidents.put(damaged);
    expect(await importAll(session, [NIGHT.join('\n')])).toEqual({ ok: true, value: null });
    expect(await db.incidents.toArray()).toEqual([damaged]);
  });

  it('lays no wake-up over one that runs, and adds what is before it', async () => {
    const db = await householdDatabase();
    await logWakeUp(db, at('2026-11-17 09:55'));
    const session = start(db);
    const late = [
      HEADING,
      'Sleep,2026-11-16 20:00,2026-11-16 23:00,,,,,,Mum',
      'Sleep,2026-11-16 23:20,2026-11-17 06:30,,,,,,Mum',
    ];
    expect(await importAll(session, [late.join('\n')])).toMatchObject({ value: { wakeUps: 1 } });
    expect((await readOpenIncidents(db)).rows).toHaveLength(1);
  });

  it('makes a new child of whom the files tell, in valid rows', async () => {
    const db = await householdDatabase();
    const session = start(db);
    const people = { children: new Map([[null, { name: ' Noé ' }]]), caregivers: new Map([['Dad', { name: 'Dad' }]]) };
    await importAll(session, [NIGHT.join('\n')], { people });
    const noe = (await db.children.toArray()).find(({ name }) => name === 'Noé');
    expect(parseRow('children', noe)).toMatchObject({ ok: true });
    expect((await db.incidents.toArray()).map(({ childId }) => childId)).toEqual([noe?.id]);
    expect([LEO, ZOE]).not.toContain(noe?.id);
    const [kept] = await readImports(db);
    await session.run('takeBackImport', { id: kept?.id ?? '', now: addMs(now, 1000) }, ignoreProgress);
    expect(live(await db.children.toArray())).toHaveLength(2);
  });
});

it('an erased log forgets its imports', async () => {
  const db = await householdDatabase();
  await importAll(
    startSession(db, () => null),
    [NIGHT.join('\n')],
  );
  const names = { child: 'Baby', caregivers: ['Mum', 'Dad'] as const };
  await eraseLog(db, { timeZone: PARIS, names, now: addMs(now, 1000) });
  expect(await readImports(db)).toEqual([]);
});
