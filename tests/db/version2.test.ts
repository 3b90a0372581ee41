import { describe, expect, it } from 'vitest';
import { applyPending } from '@/db/applyPending';
import { readWholeLog, restoreLog } from '@/db/backup';
import { DATABASE_NAME, InfernalDatabase } from '@/db/database';
import { pendingToVersion2 } from '@/db/keptCommands';
import { readReviewLog } from '@/db/reviewQueries';
import { parseBackup, serializeBackup } from '@/domain/backup';
import type { RunbookStep } from '@/domain/rows/others';
import { originalRunbooks } from '@/domain/runbook/originalRunbooks';
import { originalRunbookTitles } from '@/hooks/originalRunbooks';
import { loadTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';
import { resolveFromNotification } from '@/pwa/worker/resolveFromNotification';
import { freshDatabaseName, openWindow } from '../support/database';
import { differences } from '../support/differences';
import { at } from '../support/factories';
import { rawDatabase } from '../support/version1/log';
import {
  backupOfVersion2,
  computedOf,
  expectedOfVersion2,
  putDatabaseOfVersion2,
  type Tables,
  tablesOfVersion2,
} from '../support/version2';

const { now: NOW } = expectedOfVersion2();

/** Opens the app's database over tables that version 2 wrote. */
async function migrated(tables = tablesOfVersion2()): Promise<InfernalDatabase> {
  const name = freshDatabaseName();
  await putDatabaseOfVersion2(name, tables);
  const db = openWindow(name);
  await db.open();
  return db;
}

const computed = async (db: InfernalDatabase) => {
  const { log } = await readWholeLog(db);
  const noticed = { slips: [], now: at('2026-11-18 09:00') };
  return computedOf(log, await readReviewLog(db, '2026-11-17' as Day, log.household, noticed));
};

const standardSteps = async (language: 'en' | 'fr'): Promise<RunbookStep[]> => {
  const words = await loadTranslation(language, []);
  await words.loadDayMessages();
  return originalRunbooks(originalRunbookTitles(words)).find(({ id }) => id === 'standard')?.steps ?? [];
};

const byId = (rows: readonly unknown[] | undefined, id: string) =>
  (rows as readonly { id: string }[] | undefined)?.find((row) => row.id === id) as Record<string, unknown> | undefined;

const sortedRows = (tables: Tables) =>
  Object.fromEntries(
    Object.entries(tables).map(([table, rows]) => [
      table,
      rows.toSorted((a, b) => (String(a.id) < String(b.id) ? -1 : 1)),
    ]),
  );

describe('a database of version 2', () => {
  it('gives the same figures, charts, reports, questions and lines once it is migrated', async () => {
    expect(differences(await computed(await migrated()), expectedOfVersion2())).toEqual([]);
  });

  it('stays unchanged except for the standard runbook that nobody had changed', async () => {
    const name = freshDatabaseName();
    await putDatabaseOfVersion2(name);
    const db = openWindow(name);
    await db.open();
    db.close();
    const { version, tables } = await rawDatabase(name);
    expect(version).toBe(50);
    const { meta: _meta, runbooks, ...others } = sortedRows(tablesOfVersion2());
    expect(tables).toMatchObject(others);
    expect(byId(tables.meta, 'schema')).toEqual({ id: 'schema', generation: 5 });
    const standard = byId(runbooks, 'standard');
    expect(tables.runbooks?.filter((row) => row !== byId(tables.runbooks, 'standard'))).toEqual(
      runbooks?.filter((row) => row !== standard),
    );
    // The present original, with the stamps of the row: two phones migrate to the same bytes.
    expect(byId(tables.runbooks, 'standard')).toEqual({ ...standard, steps: await standardSteps('en') });
  });

  it('is migrated together with the log that a restore replaced, in its own language', async () => {
    const previous = await (await migrated()).meta.get('previous');
    const standard = previous?.id === 'previous' ? byId(previous.tables.runbooks, 'standard') : undefined;
    expect(standard).toMatchObject({ updatedAt: 0, name: 'Incident standard', steps: await standardSteps('fr') });
  });

  it('keeps a standard runbook of which anything was changed', async () => {
    const tables = tablesOfVersion2();
    const standard = byId(tables.runbooks, 'standard') as unknown as { steps: RunbookStep[] };
    const changes = [
      { name: 'Ours' },
      { trigger: 'custom' },
      { steps: standard.steps.slice(1) },
      { steps: standard.steps.toReversed() },
      { steps: standard.steps.map((step, index) => (index === 0 ? { ...step, seconds: 45 } : step)) },
      { steps: standard.steps.map((step, index) => (index === 3 ? { ...step, title: 'Our bed' } : step)) },
    ];
    for (const change of changes) {
      const changed = { ...standard, ...change, updatedAt: 1 };
      const db = await migrated({ ...tables, runbooks: [changed as unknown as Tables[string][number]] });
      expect(await db.runbooks.toArray()).toEqual([changed]);
    }
  });

  it('keeps rows that cannot be read, to the byte', async () => {
    const db = await migrated();
    const { children, runbooks } = tablesOfVersion2();
    expect(await db.table('children').get('broken')).toEqual(byId(children, 'broken'));
    expect(await db.table('runbooks').get('broken')).toEqual(byId(runbooks, 'broken'));
    expect((await readWholeLog(db)).broken.map(({ table, id }) => `${table} ${id}`)).toEqual([
      'children broken',
      'runbooks broken',
    ]);
  });

  it('stays unchanged after an interrupted migration, and in a window that cannot migrate', async () => {
    const name = freshDatabaseName();
    await putDatabaseOfVersion2(name);
    const cutOff = new InfernalDatabase(name, undefined, async () => {
      const { toVersion3, ...others } = await import('@/db/migrations/migrations');
      return {
        ...others,
        toVersion3: async (tx) => {
          await toVersion3(tx);
          tx.abort();
        },
      };
    });
    await expect(cutOff.open()).rejects.toThrow();
    cutOff.close();
    await expect(new InfernalDatabase(name).open()).rejects.toThrow();
    expect(await rawDatabase(name)).toEqual({ version: 20, tables: sortedRows(tablesOfVersion2()) });
  });

  it('stays unchanged in the service worker, which has no migration', async () => {
    await putDatabaseOfVersion2(DATABASE_NAME);
    expect(await resolveFromNotification({ incidentId: 'open', holderId: null, now: NOW })).toBe('notWritten');
    expect(await rawDatabase(DATABASE_NAME)).toEqual({ version: 20, tables: sortedRows(tablesOfVersion2()) });
  });
});

describe('a backup file of version 2', () => {
  const parsed = () => {
    const read = parseBackup(backupOfVersion2());
    if (!read.ok) throw new Error(JSON.stringify(read.refusal));
    return read.backup;
  };

  it('becomes the same log as the database, and gives the same figures', async () => {
    expect(parsed().log).toEqual((await readWholeLog(await migrated())).log);
    const db = openWindow(freshDatabaseName());
    await restoreLog(db, { log: parsed().log, mode: 'replace', now: NOW });
    expect(differences(await computed(db), expectedOfVersion2())).toEqual([]);
  });

  it('adds nothing when it is merged into the migrated log', async () => {
    const db = await migrated();
    const before = (await readWholeLog(db)).log;
    await restoreLog(db, { log: parsed().log, mode: 'merge', now: NOW });
    expect((await readWholeLog(db)).log).toEqual(before);
  });

  it('gives the same bytes in a second round trip', () => {
    const once = serializeBackup(parsed());
    const again = parseBackup(once);
    expect(again.ok && serializeBackup(again.backup)).toBe(once);
  });

  it('differs as a present file only in the due dates and the standard runbook', async () => {
    const after = JSON.parse(serializeBackup(parsed()));
    const before = JSON.parse(backupOfVersion2());
    expect(after).toEqual({
      ...before,
      version: 5,
      children: before.children.map((child: object) => ({ ...child, dueDate: null })),
      runbooks: await Promise.all(
        before.runbooks.map(async (runbook: { id: string }) =>
          runbook.id === 'standard' ? { ...runbook, steps: await standardSteps('en') } : runbook,
        ),
      ),
    });
  });

  it('is refused if it contains what only version 3 has', () => {
    const file = JSON.parse(backupOfVersion2());
    file.children[1].dueDate = '2026-03-01';
    const refusal = { code: 'unknownField', path: 'children[1].dueDate' };
    expect(parseBackup(JSON.stringify(file))).toEqual({ ok: false, refusal });
    file.version = 3;
    expect(parseBackup(JSON.stringify(file))).toMatchObject({ ok: true });
  });
});

it('applies a pending write of version 2, which knows no due date', async () => {
  const db = await migrated();
  const name = { id: 'cousin', change: { name: 'Nina' }, now: NOW };
  const { dueDate: _dueDate, ...before } = (await db.children.get('cousin')) ?? { dueDate: null };
  const after = { ...before, name: 'Nina', updatedAt: NOW };
  localStorage.setItem('infernalops.pending.2', JSON.stringify([{ id: '1', command: 'changeChild', input: name }]));
  expect(await applyPending(db, NOW, pendingToVersion2)).toMatchObject({ applied: 1 });
  expect((await readWholeLog(db)).log.children.find(({ id }) => id === 'cousin')).toEqual({ ...after, dueDate: null });
});
