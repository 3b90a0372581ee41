import { describe, expect, it } from 'vitest';
import type { InfernalDatabase } from '@/db/database';
import { readReplacedAt } from '@/db/previousLog';
import type { HouseholdLog } from '@/domain/rows/tables';
import { formatOpenMetrics } from '@/exports/openMetrics/openMetrics';
import type { Progress } from '@/logWorker/outcome';
import { startSession } from '@/logWorker/session';
import type { TaskWorker } from '@/logWorker/WorkerRunner';
import { dumpDatabase, dumpRows, emptyLog, exampleLog, exampleText, fileOf, fillDatabase } from '../support/backup';
import { freshDatabaseName, openWindow } from '../support/database';
import { at, day, PARIS } from '../support/factories';
import { sessionWithWorker } from '../support/workerInProcess';

const now = at('2026-11-17 10:05');
const phoneWith = (log: HouseholdLog) => fillDatabase(openWindow(freshDatabaseName()), log);
const ignoreProgress = () => {};

/** More rows than are written at once, so that a restore can be cancelled between two batches. */
const longLog = (): HouseholdLog => ({
  ...emptyLog(),
  nights: Array.from({ length: 1200 }, (_, index) => ({
    id: day(new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10)),
    updatedAt: now,
    deletedAt: null,
    bedtimeAt: null,
    morningAt: null,
    onCall: null,
    quiet: true,
    postmortem: '',
  })),
});

describe.each([
  ['in a worker', (db: InfernalDatabase) => sessionWithWorker(db).session],
  ['on the page, where there are no workers', (db: InfernalDatabase) => startSession(db, () => null)],
  [
    'on the page, where workers are forbidden',
    (db: InfernalDatabase) =>
      startSession(db, () => {
        throw new DOMException('blocked by a policy', 'SecurityError');
      }),
  ],
])('a session %s', (_where, start) => {
  it('opens a backup and restores it, and tells how far it is', async () => {
    const db = await phoneWith(emptyLog());
    const session = start(db);
    const progress: Progress[] = [];
    const opened = await session.run('openBackup', { file: fileOf(exampleText()) }, (one) => progress.push(one));
    expect(opened).toMatchObject({ ok: true, value: { ok: true, content: { names: ['Léo', 'Zoé', 'Dad', 'Mum'] } } });
    const restored = await session.run('restoreBackup', { mode: 'replace', now }, (one) => progress.push(one));
    expect(restored).toEqual({ ok: true, value: { ok: true } });
    expect(await dumpRows(db)).toBe(await dumpRows(await phoneWith(exampleLog())));
    expect([...new Set(progress.map(({ stage }) => stage))]).toEqual(['read', 'check', 'compare', 'write', 'finish']);
    session.close();
  });

  it('computes the figures for other tools', async () => {
    const log = exampleLog();
    const packed = await start(await phoneWith(log)).run('packFigures', { now, namedBy: 'names' }, ignoreProgress);
    // Deleted rows are not even read.
    expect(packed).toEqual({ ok: true, value: formatOpenMetrics(log, now, 'names') });
  });

  it('refuses a wrong file with its path, and changes nothing', async () => {
    const db = await phoneWith(exampleLog());
    const before = await dumpDatabase(db);
    const file = fileOf(exampleText().replace('"kind":"resolved"', '"kind":"solved"'));
    expect(await start(db).run('openBackup', { file }, ignoreProgress)).toEqual({
      ok: true,
      value: { ok: false, refusal: { code: 'wrongValue', path: 'incidents[0].timeline[8].kind' } },
    });
    expect(await dumpDatabase(db)).toBe(before);
  });

  it('cancels a restore between two batches: nothing is written, and it can be tried again', async () => {
    const db = await phoneWith(exampleLog());
    const before = await dumpDatabase(db);
    const session = start(db);
    await session.run('openBackup', { file: fileOf(exampleText(longLog())) }, ignoreProgress);
    const cancelled = await session.run('restoreBackup', { mode: 'replace', now }, ({ fraction }) => {
      if (fraction !== null) session.cancel();
    });
    expect(cancelled).toEqual({ ok: false, cancelled: true });
    expect(await dumpDatabase(db)).toBe(before);
    expect(await session.run('restoreBackup', { mode: 'replace', now }, ignoreProgress)).toMatchObject({ ok: true });
    expect(await db.nights.count()).toBe(1200);
  });

  it('says what was written when it is cancelled too late', async () => {
    const db = await phoneWith(exampleLog());
    const session = start(db);
    await session.run('openBackup', { file: fileOf(exampleText(longLog())) }, ignoreProgress);
    const restored = await session.run('restoreBackup', { mode: 'replace', now }, ({ stage }) => {
      if (stage === 'finish') session.close();
    });
    expect(restored).toEqual({ ok: true, value: { ok: true } });
    expect(await db.nights.count()).toBe(1200);
    expect(await readReplacedAt(db)).toBe(now);
  });

  it('does not wait for a file that is read for ever, once that is cancelled', async () => {
    const session = start(await phoneWith(exampleLog()));
    const file = Object.assign(fileOf('{}'), { arrayBuffer: () => new Promise<ArrayBuffer>(() => {}) });
    const cancelled = await session.run('openBackup', { file }, () => session.cancel());
    expect(cancelled).toEqual({ ok: false, cancelled: true });
    expect(await session.run('openBackup', { file: fileOf(exampleText()) }, ignoreProgress)).toMatchObject({
      value: { ok: true },
    });
  });

  it('erases the log, brings it back, and cancels bringing it back', async () => {
    const db = await phoneWith(longLog());
    const before = await dumpRows(db);
    const session = start(db);
    const names = { child: 'Baby', caregivers: ['Mum', 'Dad'] as const };
    expect(await session.run('eraseLog', { timeZone: PARIS, names, now }, ignoreProgress)).toMatchObject({ ok: true });
    expect(await db.nights.count()).toBe(0);
    const cancelled = await session.run('restorePreviousLog', { now }, ({ fraction }) => {
      if (fraction !== null) session.cancel();
    });
    expect(cancelled).toEqual({ ok: false, cancelled: true });
    expect(await db.nights.count()).toBe(0);
    expect(await session.run('restorePreviousLog', { now }, ignoreProgress)).toMatchObject({ ok: true });
    expect(await dumpRows(db)).toBe(before);
  });

  it('reports a log that cannot be opened as a failure, and never throws', async () => {
    const db = openWindow(freshDatabaseName());
    const open = indexedDB.open;
    indexedDB.open = () => {
      throw new DOMException('no storage', 'SecurityError');
    };
    try {
      const packed = await start(db).run('packLog', { now }, ignoreProgress);
      expect(packed).toEqual({ ok: false, failure: 'unavailable' });
    } finally {
      indexedDB.open = open;
    }
  });
});

describe('a worker', () => {
  it('is ended at once when a task that only reads is cancelled, and another one is started for the next', async () => {
    const { session, workers } = sessionWithWorker(await phoneWith(exampleLog()));
    const packing = session.run('findBrokenRows', null, ignoreProgress);
    session.cancel();
    expect(await packing).toEqual({ ok: false, cancelled: true });
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true]);
    expect(await session.run('findBrokenRows', null, ignoreProgress)).toEqual({ ok: true, value: [] });
    expect(workers).toHaveLength(2);
  });

  it('is replaced by the page if its file cannot be loaded', async () => {
    const db = await phoneWith(exampleLog());
    const session = startSession(db, () => {
      const worker: TaskWorker = {
        onmessage: null,
        onerror: null,
        postMessage: () => setTimeout(() => worker.onerror?.(new Event('error') as ErrorEvent)),
        terminate: () => {},
      };
      return worker;
    });
    expect(await session.run('findBrokenRows', null, ignoreProgress)).toEqual({ ok: true, value: [] });
  });

  it('that breaks in the middle of a task fails, and the task is not repeated', async () => {
    const { session, workers } = sessionWithWorker(await phoneWith(exampleLog()));
    await session.run('openBackup', { file: fileOf(exampleText()) }, ignoreProgress);
    const restoring = session.run('restoreBackup', { mode: 'merge', now }, ignoreProgress);
    workers[0]?.onerror?.(new Event('error') as ErrorEvent);
    expect(await restoring).toEqual({ ok: false, failure: 'unknown', dropped: true });
    expect(workers[0]?.isTerminated).toBe(true);
  });

  it('that is closed while it commits is ended when it has said what it did', async () => {
    const { session, workers } = sessionWithWorker(await phoneWith(exampleLog()));
    await session.run('openBackup', { file: fileOf(exampleText(longLog())) }, ignoreProgress);
    let wasTerminated: boolean | undefined;
    await session.run('restoreBackup', { mode: 'replace', now }, ({ stage }) => {
      if (stage !== 'finish') return;
      session.close();
      wasTerminated = workers[0]?.isTerminated;
    });
    expect(wasTerminated).toBe(false);
    expect(workers[0]?.isTerminated).toBe(true);
  });
});
