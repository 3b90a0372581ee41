import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { applyPending } from '@/db/applyPending';
import { readWholeLog, restoreLog } from '@/db/backup';
import { DATABASE_NAME, InfernalDatabase } from '@/db/database';
import { pendingToVersion2 } from '@/db/keptCommands';
import { pendingWrites } from '@/db/pending';
import { readIncident } from '@/db/queries';
import { readReviewLog } from '@/db/reviewQueries';
import { declareVersions } from '@/db/schema';
import { resolveFromNotification } from '@/pwa/worker/resolveFromNotification';
import '@/db/undo';
import { toStoredIncident } from '@/db/storedIncident';
import { parseBackup, serializeBackup } from '@/domain/backup';
import type { Incident } from '@/domain/rows/incident';
import { type HouseholdLog, ROWS_VERSION } from '@/domain/rows/tables';
import { currentStep } from '@/domain/runbook/currentStep';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import type { Day } from '@/lib/time';
import { computeMetrics } from '@/metrics/computeMetrics';
import { freshDatabaseName, openWindow } from '../support/database';
import { differences } from '../support/differences';
import { at } from '../support/factories';
import { HAS_VECTORS, readVector, vectorTests } from '../support/vectors';
import {
  backupOfVersion1,
  expectedOfVersion1,
  putDatabaseOfVersion1,
  rawDatabase,
  saidOf,
  tablesOfVersion1,
} from '../support/version1/log';

const CASES_FOLDER = resolve('..', 'shared', 'fixtures', 'cases');
const CASES = existsSync(CASES_FOLDER) ? readdirSync(CASES_FOLDER).filter((name) => name.endsWith('.json')) : [];

const { now: NOW, duty: DUTY, engine: STEPS, ...SAID } = expectedOfVersion1();

/** Opens the app's database over tables that version 1 wrote. */
async function migrated(tables = tablesOfVersion1()): Promise<InfernalDatabase> {
  const name = freshDatabaseName();
  await putDatabaseOfVersion1(name, tables);
  const db = openWindow(name);
  await db.open();
  return db;
}

/** The phone's clock was never set. */
const NOTHING_NOTICED = { slips: [], now: at('2026-11-18 09:00') };

const contentOf = async (db: InfernalDatabase) => {
  const { log } = await readWholeLog(db);
  return saidOf(log, await readReviewLog(db, '2026-11-17' as Day, log.household.timeZone, NOTHING_NOTICED));
};

const expectedContent = () => {
  const { range: _range, ...said } = SAID;
  return said;
};

it('has a frozen fixture for every version of the tables and of the file', () => {
  const db = new Dexie('declared only');
  declareVersions(db, () => async () => {});
  expect(db.verno).toBe(ROWS_VERSION);
  for (let version = 1; version < ROWS_VERSION; version++)
    for (const file of ['database.json', 'backup.json', 'expected.json'])
      expect(existsSync(`tests/fixtures/version-${version}/${file}`), `version ${version}: ${file}`).toBe(true);
});

describe('a database of version 1', () => {
  it('gives the same figures, charts, reports, review, post-mortems, CSV and lines once it is migrated', async () => {
    expect(differences(await contentOf(await migrated()), expectedContent())).toEqual([]);
  }, 60_000);

  it('stays unchanged except for the entries of runbooks', async () => {
    const name = freshDatabaseName();
    await putDatabaseOfVersion1(name);
    const db = openWindow(name);
    await db.open();
    db.close();
    const { version, tables } = await rawDatabase(name);
    expect(version).toBe(50);
    const before = tablesOfVersion1();
    // The standard runbook is brought up to date by version 3 (version2.test.ts).
    const { incidents: _incidents, meta: _meta, runbooks: _runbooks, ...others } = before;
    for (const [table, rows] of Object.entries(others)) expect(tables[table]).toEqual(rows);
    expect((tables.meta as { id: string }[]).find(({ id }) => id === 'schema')).toEqual({
      id: 'schema',
      generation: 5,
    });
    expect(tables.incidents?.map(asVersion1)).toEqual(before.incidents?.map(asVersion1));
    expect(JSON.stringify(tables.incidents)).toContain('"kind":"step"');
    expect(JSON.stringify(tables.incidents)).toContain('"kind":"runbookChosen"');
  });

  it('keeps rows that cannot be read, to the byte', async () => {
    const db = await migrated();
    const { incidents, runbooks } = tablesOfVersion1();
    const isBroken = ({ id }: Record<string, unknown>) => id === 'broken';
    expect(await db.table('incidents').get('broken')).toEqual(incidents?.find(isBroken));
    expect(await db.table('runbooks').get('broken')).toEqual(runbooks?.find(isBroken));
    expect((await readWholeLog(db)).broken.map(({ table, id }) => `${table} ${id}`)).toEqual([
      'incidents broken',
      'runbooks broken',
    ]);
  });

  it('has the same current step at every moment of every wake-up', async () => {
    const db = await migrated();
    const { log } = await readWholeLog(db);
    // Version 3 brings the standard runbook up to date; its steps are compared as they were.
    const runbooks = tablesOfVersion1().runbooks as unknown as HouseholdLog['runbooks'];
    // The fixture also asks for the step before a runbook was chosen, and "ours" contains an arrow
    // that somebody typed.
    const asked = STEPS.filter(({ incidentId, now }) => {
      const incident = log.incidents.find(({ id }) => id === incidentId);
      const choice = incident?.timeline.findLast(({ kind }) => kind === 'runbookChosen');
      return incidentId !== 'ours' && now >= (choice?.at ?? 0);
    });
    const seen = asked.map(({ incidentId, now }) => {
      const incident = log.incidents.find(({ id }) => id === incidentId);
      const runbook = runbooks.find(({ id }) => id === incident?.runbookId);
      const step = incident && runbook && stepOf(incident, now, runbook);
      return {
        incidentId,
        now,
        step: step && {
          id: step.step.id,
          index: step.index,
          from: step.startsAt,
          whom: step.targetId,
          until: step.timerEndsAt,
          answers: step.answers,
        },
      };
    });
    expect(seen).toEqual(asked);
    expect(asked.length).toBeGreaterThan(40);
  });

  it('is migrated together with the log that a restore replaced', async () => {
    const db = await migrated();
    const previous = await db.meta.get('previous');
    const text = JSON.stringify(previous);
    expect(text).toContain('"kind":"step"');
    expect(text).toContain('"kind":"runbookChosen"');
    expect(text).not.toContain('"text":"→ ');
  });

  it('stays unchanged after an interrupted migration, and in a window that cannot migrate', async () => {
    const name = freshDatabaseName();
    await putDatabaseOfVersion1(name);
    const cutOff = new InfernalDatabase(name, undefined, async () => ({
      toVersion2: async (tx) => {
        const { toVersion2 } = await import('@/db/migrations/migrations');
        await toVersion2(tx);
        tx.abort();
      },
      toVersion3: async () => {},
      toVersion4: async () => {},
      toVersion5: async () => {},
    }));
    await expect(cutOff.open()).rejects.toThrow();
    cutOff.close();
    await expect(new InfernalDatabase(name).open()).rejects.toThrow();
    expect(await rawDatabase(name)).toEqual({ version: 10, tables: sorted(tablesOfVersion1()) });
    const db = openWindow(name);
    await db.open();
    expect(await db.meta.get('schema')).toEqual({ id: 'schema', generation: 5 });
  });

  it('stays unchanged in the service worker, which has no migration', async () => {
    await putDatabaseOfVersion1(DATABASE_NAME);
    expect(await resolveFromNotification({ incidentId: 'open', holderId: null, now: NOW })).toBe('notWritten');
    expect(await rawDatabase(DATABASE_NAME)).toEqual({ version: 10, tables: sorted(tablesOfVersion1()) });
  });

  it('gives the same figures after a round trip through a present backup', async () => {
    const { log } = await readWholeLog(await migrated());
    const again = parseBackup(serializeBackup({ exportedAt: NOW, log }));
    if (!again.ok) throw new Error(JSON.stringify(again.refusal));
    const db = openWindow(freshDatabaseName());
    await restoreLog(db, { log: again.backup.log, mode: 'replace', now: NOW });
    expect((await readWholeLog(db)).log).toEqual(log);
  });
});

describe('a backup file of version 1', () => {
  const parsed = () => {
    const read = parseBackup(backupOfVersion1());
    if (!read.ok) throw new Error(JSON.stringify(read.refusal));
    return read.backup;
  };

  it('becomes the same log as the database, and gives the same figures', async () => {
    expect(parsed().log).toEqual((await readWholeLog(await migrated())).log);
    const db = openWindow(freshDatabaseName());
    await restoreLog(db, { log: parsed().log, mode: 'replace', now: NOW });
    expect(differences(await contentOf(db), expectedContent())).toEqual([]);
  }, 60_000);

  it('adds nothing when it is merged into the migrated log', async () => {
    const db = await migrated();
    const before = (await readWholeLog(db)).log;
    expect(await restoreLog(db, { log: parsed().log, mode: 'merge', now: NOW })).toEqual({
      ok: true,
      value: { ok: true },
    });
    expect((await readWholeLog(db)).log).toEqual(before);
  });

  it('differs as a file of the present version only in what the versions since add', () => {
    const after = JSON.parse(serializeBackup(parsed()));
    const before = JSON.parse(backupOfVersion1());
    expect(after.version).toBe(ROWS_VERSION);
    expect(after.household).toEqual({ ...before.household, since: null, formerZones: [] });
    expect(after.incidents.map(asVersion1)).toEqual(before.incidents.map(asVersion1));
    for (const incident of after.incidents) expect(incident.mergedInto).toBeNull();
    for (const child of after.children) expect(child.dueDate).toBeNull();
    const { version: _v, household: _h, incidents: _i, runbooks: _r, ...others } = before;
    expect(after).toMatchObject(others);
    expect(Object.keys(after)).toEqual(Object.keys(before));
  });

  it.each([
    [(file: File1) => Object.assign(file.household, { since: null }), 'unknownField', 'household.since'],
    [(file: File1) => Object.assign(file.children[0] ?? {}, { dueDate: null }), 'unknownField', 'children[0].dueDate'],
    [(file: File1) => Object.assign(file.household, { formerZones: [] }), 'unknownField', 'household.formerZones'],
    [
      (file: File1) => Object.assign(file.incidents[1] ?? {}, { mergedInto: null }),
      'unknownField',
      'incidents[1].mergedInto',
    ],
    [
      (file: File1) => replaceFirstEntry(file, { kind: 'step', stepId: 'x', outcome: 'done' }),
      'wrongValue',
      'incidents[1].timeline[0].kind',
    ],
    [
      (file: File1) => replaceFirstEntry(file, { kind: 'runbookChosen', runbookId: null }),
      'wrongValue',
      'incidents[1].timeline[0].kind',
    ],
    [
      (file: File1) => replaceFirstEntry(file, { kind: 'escalated', to: 'x', level: 1, via: 'voice' }),
      'unknownField',
      'incidents[1].timeline[0].via',
    ],
  ])('is refused if it contains something that only a later version has: %s', (change, code, path) => {
    const file = JSON.parse(backupOfVersion1()) as File1;
    change(file);
    expect(parseBackup(JSON.stringify(file))).toEqual({ ok: false, refusal: { code, path } });
  });
});

interface File1 {
  household: object;
  children: object[];
  incidents: { timeline: Record<string, unknown>[] }[];
}

/** Replaces the first entry of the second incident. */
function replaceFirstEntry(file: File1, entry: object): void {
  const { id, at, updatedAt } = file.incidents[1]?.timeline[0] ?? {};
  file.incidents[1]?.timeline.splice(0, 1, { id, at, updatedAt, ...entry });
}

const sorted = (tables: Record<string, unknown[]>) =>
  Object.fromEntries(
    Object.entries(tables).map(([table, rows]) => [
      table,
      [...rows].sort((a, b) => ((a as { id: string }).id < (b as { id: string }).id ? -1 : 1)),
    ]),
  );

/** A row without what version 2 adds or changes: the entries of runbooks lose their content. */
function asVersion1(row: unknown): unknown {
  const { mergedInto: _mergedInto, timeline, ...fields } = row as Record<string, unknown>;
  if (!Array.isArray(timeline)) return row;
  return {
    ...fields,
    timeline: timeline.map((entry: Record<string, unknown>) => {
      const { id, at, estimated, updatedAt, deletedAt, kind, text } = entry;
      const isOfRunbook = kind === 'step' || kind === 'runbookChosen' || /^[✓↷→] /.test(String(text));
      if (isOfRunbook) return { id, at, estimated, updatedAt, deletedAt };
      const { via, ...rest } = entry;
      return kind === 'escalated' ? rest : { ...rest, ...(via === undefined ? {} : { via }) };
    }),
  };
}

/**
 * Returns the current step as the generator of the fixture asked for it: with the entries known by
 * then, before the incident ended.
 */
function stepOf(incident: Incident, now: typeof NOW, runbook: Parameters<typeof currentStep>[0]['runbook']) {
  const state = foldTimeline(incident.timeline);
  const last = state?.entries.findLastIndex(({ kind }) => kind === 'detected' || kind === 'reopened') ?? 0;
  const known = state?.entries.filter((entry, n) => (n < last || entry.kind !== 'resolved') && entry.at <= now);
  const awake = known && foldTimeline(known);
  if (!awake) throw new Error(`${incident.id} is not awake`);
  return currentStep(
    { runbook, state: awake, dutyAt: () => DUTY, caregivers: Object.values(DUTY), graceSeconds: 30 },
    now,
  );
}

/** A log as version 1 stored it in its database. */
const tablesOf = (log: object): Record<string, Record<string, unknown>[]> => ({
  meta: [{ id: 'schema', generation: 1 }],
  ...Object.fromEntries(
    Object.entries(log).flatMap(([table, rows]) => {
      if (table === 'household') return [[table, [rows]]];
      if (!Array.isArray(rows)) return [];
      return [[table, table === 'incidents' ? rows.map((row) => toStoredIncident(row)) : rows]];
    }),
  ),
});

describe.skipIf(!HAS_VECTORS)('the reference vectors', () => {
  it.each(vectorTests)('%s gives its expected values through a database of version 1', async (name) => {
    const { log, from, to, now, expected } = readVector(name);
    const read = await readWholeLog(await migrated(tablesOf(log)));
    expect(read.broken).toEqual([]);
    expect(differences(computeMetrics(read.log, { from, to }, now), expected)).toEqual([]);
  });
});

describe.skipIf(CASES.length === 0)(CASES.length > 0 ? 'reference logs' : 'reference logs: none, skipped', () => {
  it.each(CASES)('%s is the same log as a file and as a database', async (name) => {
    const text = readFileSync(resolve(CASES_FOLDER, name), 'utf8');
    // One of them has a future time, from a clock that was ahead.
    const read = parseBackup(text);
    if (!read.ok) throw new Error(JSON.stringify(read.refusal));
    const { log } = await readWholeLog(await migrated(tablesOf(JSON.parse(text))));
    expect(log).toEqual(read.backup.log);
  });
});

describe('a pending write of version 1', () => {
  const at = NOW;
  const fields = (id: string) => ({ id, at, estimated: false, updatedAt: at, deletedAt: null });
  const keepInVersion1 = (writes: { id: string; command: string; input: unknown }[]) =>
    localStorage.setItem('infernalops.pending', JSON.stringify(writes));

  it('is written in the form of version 2: a choice, a step, and an undo', async () => {
    const db = await migrated();
    const before = tablesOfVersion1().incidents?.find(({ id }) => id === 'ours') as unknown as Incident;
    const { detectedAt: _d, resolvedAt: _r, ...row } = before as Incident & { detectedAt: number; resolvedAt: number };
    const emptied = { ...row, causeId: 'noise' as const, updatedAt: at };
    keepInVersion1([
      {
        id: '1',
        command: 'goBy',
        input: {
          incidentId: 'open',
          runbookId: 'ours',
          chosen: { ...fields('c'), kind: 'note', text: '→ Ours' },
          now: at,
        },
      },
      {
        id: '2',
        command: 'addEntries',
        input: {
          incidentId: 'open',
          entries: [{ ...fields('open-cry/song/done'), kind: 'note', text: '✓ Sing' }],
          now: at,
        },
      },
      {
        id: '3',
        command: 'addEntry',
        input: { incidentId: 'open', entry: { ...fields('t'), kind: 'note', text: '→ asleep' }, now: at },
      },
      { id: '4', command: 'goBy', input: { incidentId: 'open', runbookId: null, chosen: null, now: at } },
      { id: '5', command: 'changeIncident', input: { incidentId: 'ours', change: { causeId: 'noise' }, now: at } },
      { id: '6', command: 'undo', input: { undo: { table: 'incidents', before: row, after: emptied }, now: at } },
      { id: '7', command: 'addEntry', input: 'nonsense' },
    ]);
    expect(await applyPending(db, NOW, pendingToVersion2)).toMatchObject({ applied: 6 });
    const open = await readIncident(db, 'open');
    expect(open?.runbookId).toBeNull();
    expect(open?.timeline.slice(-4)).toEqual([
      { ...fields('c'), kind: 'runbookChosen', runbookId: 'ours' },
      { ...fields('open-cry/song/done'), kind: 'step', stepId: 'song', outcome: 'done' },
      { ...fields('t'), kind: 'note', text: '→ asleep' },
      { ...fields('4'), kind: 'runbookChosen', runbookId: null },
    ]);
    expect((await readIncident(db, 'ours'))?.causeId).toBe(row.causeId);
    // What is no command's input goes on waiting, as it does in the app's own writes.
    expect((await pendingWrites()).map(({ id }) => id)).toEqual(['7']);
  });
});
