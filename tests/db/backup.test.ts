import { afterEach, describe, expect, it, vi } from 'vitest';
import { eraseLog, previewRestore, type RestoreMode, readWholeLog, restoreLog } from '@/db/backup';
import type { InfernalDatabase } from '@/db/database';
import { findBrokenRows } from '@/db/findBrokenRows';
import { pendingWrites } from '@/db/pending';
import { agePreviousLog, readPreviousLog, readReplacedAt, restorePreviousLog } from '@/db/previousLog';
import { readIncident, readOpenIncidents } from '@/db/queries';
import { rawBackup } from '@/db/rawTables';
import { SCHEMA_GENERATION } from '@/db/schema';
import { OPEN_RESOLVED_AT } from '@/db/storedIncident';
import { type Backup, parseBackup, serializeBackup } from '@/domain/backup';
import { mergeLogs, rowsOf } from '@/domain/mergeLogs';
import { type HouseholdLog, TABLE_NAMES } from '@/domain/rows/tables';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import type { Instant } from '@/lib/time';
import {
  dumpDatabase,
  dumpRows,
  emptyLog,
  exampleBackup,
  exampleLog,
  exampleText,
  fillDatabase,
  otherPhoneLog,
  SAVED_AT,
  wronglyIndexed,
} from '../support/backup';
import { freshDatabaseName, householdDatabase, logWakeUp, openWindow } from '../support/database';
import { at, day, entry, household, incident, LEO, leo, nightRow, PARIS, wakeUp, ZOE } from '../support/factories';

const now = at('2026-11-17 10:05');
const defaults = { timeZone: PARIS, names: { child: 'Baby', caregivers: ['Mum', 'Dad'] as const }, now };

/** A phone that has this log. */
const phoneWith = (log: HouseholdLog) => fillDatabase(openWindow(freshDatabaseName()), log);
const restore = (db: InfernalDatabase, log: HouseholdLog, mode: RestoreMode) => restoreLog(db, { log, mode, now });
const RESTORED = { ok: true, value: { ok: true } };

/** The log as the text of a backup. The time of the export is always the same. */
const textOf = async (db: InfernalDatabase) =>
  serializeBackup({ exportedAt: SAVED_AT, log: (await readWholeLog(db)).log });
const parsed = (text: string): Backup => {
  const result = parseBackup(text);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.backup;
};

/** Writes two rows that cannot be read. */
const putUnreadable = async (db: InfernalDatabase) => {
  await db.table('incidents').put({ id: 'half', detectedAt: 1, resolvedAt: 1, at: Number.NaN, when: new Date(0) });
  await db.table('children').put({ ...leo, id: 'torn', name: 7 });
};

afterEach(() => vi.restoreAllMocks());

describe('when the kept log was replaced', () => {
  it('is known until the log is no longer kept', async () => {
    const db = await phoneWith(exampleLog());
    expect(await readReplacedAt(db)).toBeNull();
    await restore(db, emptyLog(), 'replace');
    expect(await readReplacedAt(db)).toBe(now);
    await agePreviousLog(db, null);
    expect(await readReplacedAt(db)).toBe(now);
    await agePreviousLog(db, null);
    expect(await readReplacedAt(db)).toBeNull();
  });

  it('is read from the log itself if an older version of the app has kept it', async () => {
    const db = await phoneWith(exampleLog());
    await restore(db, emptyLog(), 'replace');
    await db.meta.put({ id: 'previousAge', startsLeft: 2 });
    expect(await readReplacedAt(db)).toBe(now);
  });
});

describe('restoring a backup', () => {
  it('makes the same log on an empty phone, to the last byte of its next backup', async () => {
    const old = await phoneWith(exampleLog());
    const saved = await textOf(old);
    const db = await householdDatabase();
    expect(await restore(db, parsed(saved).log, 'replace')).toEqual(RESTORED);
    expect(await textOf(db)).toBe(saved);
    expect(await dumpRows(db)).toBe(await dumpRows(old));
  });

  it('makes the same log after everything was erased', async () => {
    const db = await phoneWith(exampleLog());
    const saved = await textOf(db);
    expect(saved).toBe(exampleText());
    expect(await eraseLog(db, defaults)).toEqual({ ok: true, value: null });
    expect(await textOf(db)).not.toBe(saved);
    await restore(db, parsed(saved).log, 'replace');
    expect(await textOf(db)).toBe(saved);
  });

  it('makes the same log by a merge on an empty phone, except for settings and people', async () => {
    const db = await householdDatabase();
    await restore(db, parsed(exampleText()).log, 'merge');
    const { log } = await readWholeLog(db);
    for (const table of ['incidents', 'nights', 'episodes', 'observations', 'chores', 'naps', 'runbooks'] as const)
      expect(log[table], table).toEqual(exampleLog()[table]);
  });

  it.each(['merge', 'replace'] as const)('fills the indexes of incidents by %s', async (mode) => {
    const db = await phoneWith({ ...emptyLog(), incidents: [wakeUp('01:00', '01:10')] });
    await restore(db, exampleLog(), mode);
    expect(await wronglyIndexed(db)).toEqual([]);
    const open = await db.incidents.where('resolvedAt').equals(OPEN_RESOLVED_AT).primaryKeys();
    // "d taken back" was open when it was deleted.
    expect(open).toEqual(['f open']);
    const ofZoe = await db.incidents
      .where('[childId+detectedAt]')
      .between([ZOE, 0], [ZOE, OPEN_RESOLVED_AT])
      .primaryKeys();
    expect(ofZoe).toEqual(['b alone', 'e emptied', 'c up for the day']);
    const early = await db.incidents.where('detectedAt').below(at('2026-11-17 02:43')).primaryKeys();
    expect(early).toEqual(mode === 'merge' ? ['b alone', '01:00 to 01:10'] : ['b alone']);
    for (const { detectedAt } of await db.incidents.toArray()) expect(Number.isSafeInteger(detectedAt)).toBe(true);
  });

  it('reads but does not write a database of a newer app', async () => {
    const name = freshDatabaseName();
    const newer = await fillDatabase(openWindow(name), exampleLog());
    await newer.meta.put({ id: 'schema', generation: SCHEMA_GENERATION + 1 });
    newer.close();
    const older = openWindow(name);
    const before = await dumpDatabase(older);
    expect(await textOf(older)).toBe(exampleText());
    for (const mode of ['merge', 'replace'] as const)
      expect(await restore(older, emptyLog(), mode)).toEqual({ ok: false, failure: 'newerSchema', dropped: true });
    expect(await eraseLog(older, defaults)).toEqual({ ok: false, failure: 'newerSchema', dropped: true });
    expect(await dumpDatabase(older)).toBe(before);
    expect(await pendingWrites()).toEqual([]);
  });
});

describe('replacing', () => {
  it('leaves no row of the previous log in any table', async () => {
    const db = await phoneWith(exampleLog());
    await restore(db, emptyLog(), 'replace');
    expect(await textOf(db)).toBe(serializeBackup({ exportedAt: SAVED_AT, log: emptyLog() }));
  });

  it('removes rows that cannot be read, too', async () => {
    const db = await phoneWith(exampleLog());
    await putUnreadable(db);
    await restore(db, exampleLog(), 'replace');
    expect(await findBrokenRows(db)).toEqual([]);
  });
});

describe('the log that was replaced', () => {
  it('can be restored byte for byte, including rows that cannot be read, and so can the log that it then replaces', async () => {
    const db = await phoneWith(exampleLog());
    await putUnreadable(db);
    const before = await dumpRows(db);
    await restore(db, emptyLog(), 'replace');
    const between = await dumpRows(db);
    expect(between).not.toBe(before);
    expect(await restorePreviousLog(db, { now })).toEqual({ ok: true, value: null });
    expect(await dumpRows(db)).toBe(before);
    await restorePreviousLog(db, { now });
    expect(await dumpRows(db)).toBe(between);
    await restorePreviousLog(db, { now });
    expect(await dumpRows(db)).toBe(before);
  });

  it('can be restored after everything was erased', async () => {
    const db = await phoneWith(exampleLog());
    const before = await dumpRows(db);
    await eraseLog(db, defaults);
    const { log } = await readWholeLog(db);
    expect(log).toMatchObject({ incidents: [], children: [{ name: 'Baby' }], household: { updatedAt: now } });
    expect(log.caregivers.map(({ name }) => name).sort()).toEqual(['Dad', 'Mum']);
    await restorePreviousLog(db, { now });
    expect(await dumpRows(db)).toBe(before);
  });

  it('has the time at which it was replaced', async () => {
    const db = await phoneWith(exampleLog());
    await restore(db, emptyLog(), 'replace');
    expect(await readPreviousLog(db)).toMatchObject({ replacedAt: now });
  });

  it('is kept until the second start', async () => {
    const db = await phoneWith(exampleLog());
    await restore(db, emptyLog(), 'replace');
    const replacedLog = await dumpRows(db);
    await agePreviousLog(db, null);
    expect(await readPreviousLog(db)).not.toBeNull();
    await agePreviousLog(db, null);
    expect(await readPreviousLog(db)).toBeNull();
    await agePreviousLog(db, null);
    const meta = await dumpDatabase(db);
    expect(await restorePreviousLog(db, { now })).toEqual({ ok: false, refusal: { code: 'unknownRow' } });
    expect(await dumpDatabase(db)).toBe(meta);
    expect(await dumpRows(db)).toBe(replacedLog);
    expect((await db.meta.toArray()).map(({ id }) => id)).toEqual(['log', 'schema']);
  });

  it('is kept for two more starts once it was restored', async () => {
    const db = await phoneWith(exampleLog());
    const before = await dumpRows(db);
    await restore(db, emptyLog(), 'replace');
    await agePreviousLog(db, null);
    await restorePreviousLog(db, { now });
    await agePreviousLog(db, null);
    expect(await readPreviousLog(db)).not.toBeNull();
    expect(await dumpRows(db)).toBe(before);
    await agePreviousLog(db, null);
    expect(await readPreviousLog(db)).toBeNull();
  });

  it('is dropped when the next log is replaced', async () => {
    const db = await phoneWith(exampleLog());
    await restore(db, otherPhoneLog(), 'replace');
    const others = await dumpRows(db);
    await restore(db, emptyLog(), 'replace');
    await restorePreviousLog(db, { now });
    expect(await dumpRows(db)).toBe(others);
  });

  it('is not dropped when an empty log is replaced, however often', async () => {
    const db = await phoneWith(exampleLog());
    const before = await dumpRows(db);
    await eraseLog(db, defaults);
    await eraseLog(db, defaults);
    await restore(db, emptyLog(), 'replace');
    await restore(db, otherPhoneLog(), 'replace');
    await restorePreviousLog(db, { now });
    expect(await dumpRows(db)).toBe(before);
  });

  it('is kept even if it has only one night, one chore, or one row that cannot be read', async () => {
    const nights = await phoneWith({ ...emptyLog(), nights: [nightRow()] });
    const [chore] = exampleLog().chores;
    const chores = await phoneWith({ ...emptyLog(), chores: chore ? [chore] : [] });
    const unreadable = await phoneWith(emptyLog());
    await putUnreadable(unreadable);
    for (const db of [nights, chores, unreadable]) {
      const before = await dumpRows(db);
      await restore(db, otherPhoneLog(), 'replace');
      await restorePreviousLog(db, { now });
      expect(await dumpRows(db)).toBe(before);
    }
  });

  it('can be saved as a valid backup file', async () => {
    const db = await phoneWith(exampleLog());
    await restore(db, emptyLog(), 'replace');
    const previous = await readPreviousLog(db);
    if (!previous) throw new Error('nothing kept');
    const file = JSON.stringify(rawBackup(previous.tables, SAVED_AT));
    expect(parsed(file).log).toEqual(exampleLog());
  });

  it('is not changed by a merge', async () => {
    const db = await phoneWith(exampleLog());
    await restore(db, emptyLog(), 'replace');
    const kept = await readPreviousLog(db);
    await restore(db, otherPhoneLog(), 'merge');
    expect(await readPreviousLog(db)).toEqual(kept);
  });
});

describe('merging', () => {
  it('adds new rows, takes the newer version of a row, and removes nothing', async () => {
    const db = await phoneWith(exampleLog());
    await restore(db, otherPhoneLog(), 'merge');
    const { log } = await readWholeLog(db);
    expect(log.incidents.map(({ id }) => id)).toEqual([
      'a busy night',
      'b alone',
      'c up for the day',
      'd taken back',
      'e emptied',
      'f open',
      'g ties',
      'h only here',
    ]);
    expect(log.children.find(({ id }) => id === LEO)?.name).toBe('Léon');
    expect(log.chores).toEqual(exampleLog().chores);
    expect(log).toEqual(mergeLogs(exampleLog(), otherPhoneLog()).log);
  });

  it('keeps corrections that are newer than the file', async () => {
    const db = await phoneWith(otherPhoneLog());
    await restore(db, exampleLog(), 'merge');
    expect((await db.children.get(LEO))?.name).toBe('Léon');
  });

  it('gives an incident the entries of both versions', async () => {
    const before = wakeUp('02:43', '03:03', { id: 'both' });
    const withLine = (kind: 'remedy' | 'note', time: string) => ({
      ...before,
      timeline: before.timeline.toSpliced(1, 0, entry(kind, time)),
    });
    const db = await phoneWith({ ...emptyLog(), incidents: [withLine('remedy', '02:50')] });
    await restore(db, { ...emptyLog(), incidents: [withLine('note', '02:55')] }, 'merge');
    const stored = await db.incidents.get('both');
    expect(stored?.timeline.map(({ id }) => id)).toEqual([
      'detected 02:43',
      'remedy 02:50',
      'note 02:55',
      'resolved 03:03',
    ]);
    expect(stored).toMatchObject({ detectedAt: at('2026-11-17 02:43'), resolvedAt: at('2026-11-17 03:03') });
  });

  it('resolves an incident that the other phone resolved, in the index too', async () => {
    const begun = incident([entry('detected', '09:50')], { id: 'one' });
    const ended = { ...begun, timeline: [...begun.timeline, entry('resolved', '09:58')] };
    const db = await phoneWith({ ...emptyLog(), incidents: [begun] });
    await restore(db, { ...emptyLog(), incidents: [ended] }, 'merge');
    expect(await db.incidents.where('resolvedAt').equals(OPEN_RESOLVED_AT).count()).toBe(0);
    expect(await wronglyIndexed(db)).toEqual([]);
  });

  it('changes nothing the second time', async () => {
    const db = await phoneWith(exampleLog());
    await restore(db, otherPhoneLog(), 'merge');
    const once = await dumpDatabase(db);
    await restore(db, otherPhoneLog(), 'merge');
    await restore(db, exampleLog(), 'merge');
    expect(await dumpDatabase(db)).toBe(once);
  });

  it('makes the same log on both phones', async () => {
    const [here, there] = [await phoneWith(exampleLog()), await phoneWith(otherPhoneLog())];
    const [mine, theirs] = [await textOf(here), await textOf(there)];
    await restore(here, parsed(theirs).log, 'merge');
    await restore(there, parsed(mine).log, 'merge');
    expect(await textOf(there)).toBe(await textOf(here));
  });

  it('keeps a row that cannot be read', async () => {
    const db = await phoneWith(exampleLog());
    await putUnreadable(db);
    const rowsBefore = await Promise.all([db.table('incidents').get('half'), db.table('children').get('torn')]);
    await restore(db, otherPhoneLog(), 'merge');
    expect(await Promise.all([db.table('incidents').get('half'), db.table('children').get('torn')])).toEqual(
      rowsBefore,
    );
  });

  it('replaces settings that cannot be read by those of the file', async () => {
    const db = await phoneWith(exampleLog());
    await db.table('household').put({ id: 'household', timeZone: 'Europe/Atlantis' });
    await restore(db, { ...emptyLog(), household: household({ updatedAt: 1 as Instant, graceSeconds: 45 }) }, 'merge');
    expect((await readWholeLog(db)).log.household.graceSeconds).toBe(45);
  });

  it('replaces them even if those of the file are older', async () => {
    const db = await phoneWith(exampleLog());
    await db.table('household').put({ id: 'household', timeZone: 'Europe/Atlantis' });
    const oldest = household({ updatedAt: 0 as Instant, timeZone: 'America/New_York' });
    await restore(db, { ...emptyLog(), household: oldest }, 'merge');
    expect((await readWholeLog(db)).log.household).toEqual(oldest);
  });
});

describe('a merge', () => {
  const openIncidentAt = (id: string, time: string) => incident([entry('detected', time)], { id });

  /** Tries to merge the second log's incidents into the first. */
  const tryMerge = async (here: HouseholdLog['incidents'], file: HouseholdLog['incidents']) => {
    const db = await phoneWith({ ...exampleLog(), incidents: here });
    await restore(db, otherPhoneLog(), 'replace');
    await fillDatabase(db, { ...exampleLog(), incidents: here });
    const theirs = { ...otherPhoneLog(), incidents: file };
    const before = await dumpDatabase(db);
    const result = await restore(db, theirs, 'merge');
    const preview = await previewRestore(db, { exportedAt: SAVED_AT, log: theirs });
    return { db, result, preview: preview.mergeRefusal, unchanged: (await dumpDatabase(db)) === before };
  };

  it('puts an incident in order that both phones ended, one after the other', async () => {
    const begun = incident([entry('detected', '02:43')], { id: 'both' });
    const ended = (time: string) => ({ ...begun, timeline: [...begun.timeline, entry('resolved', time)] });
    const { result, db } = await tryMerge(
      [wakeUp('01:00', '01:10'), ended('03:03')],
      [wakeUp('02:00', '02:10'), ended('03:05'), wakeUp('04:00', '04:10')],
    );
    expect(result).toEqual(RESTORED);
    const both = await readIncident(db, 'both');
    expect(both?.timeline.map(({ kind }) => kind)).toEqual(['detected', 'resolved', 'resolved']);
    expect(foldTimeline(both?.timeline ?? [])?.resolution?.at).toBe(at('2026-11-17 03:03'));
  });

  it('puts an incident in order of which each phone corrected the beginning', async () => {
    const begun = incident([entry('detected', '02:43'), entry('resolved', '03:03')], { id: 'both' });
    const corrected = (time: string) => ({
      ...begun,
      timeline: [entry('detected', time, { id: `detected again ${time}` }), ...begun.timeline.slice(1)],
    });
    const { result, db } = await tryMerge([corrected('02:40')], [wakeUp('05:00', '05:10'), corrected('02:41')]);
    expect(result).toEqual(RESTORED);
    const both = await readIncident(db, 'both');
    expect(foldTimeline(both?.timeline ?? [])?.detectedAt).toBe(at('2026-11-17 02:40'));
  });

  it('makes one incident of a child who is awake on both phones', async () => {
    const takenBack = incident([entry('detected', '09:00')], { id: 'one', deletedAt: at('2026-11-17 09:01') });
    const backAgain = { ...takenBack, deletedAt: null, updatedAt: at('2026-11-17 09:02') };
    const { result, db } = await tryMerge([takenBack, openIncidentAt('two', '09:30')], [backAgain]);
    expect(result).toEqual(RESTORED);
    expect((await readOpenIncidents(db)).rows.map(({ id, timeline }) => [id, timeline.length])).toEqual([['one', 2]]);
    expect(await db.incidents.get('two')).toMatchObject({ mergedInto: 'one' });
  });

  describe('of an incident that would have more entries than allowed', () => {
    const lines = (from: string) =>
      Array.from({ length: 600 }, (_, n) => entry('note', '02:50', { id: `${from} ${n}`, text: from }));
    const withLines = (from: string) =>
      incident([entry('detected', '02:43'), ...lines(from), entry('resolved', '03:03')], { id: 'both' });

    it('is refused', async () => {
      const { result, preview, unchanged } = await tryMerge([withLines('here')], [withLines('there')]);
      // If it were written, its row could not be read: it would be missing from the nights and from
      // the next backup.
      expect(result).toEqual({ ok: true, value: { ok: false, refusal: preview } });
      expect(preview).toEqual({ code: 'wrongValue', path: 'incidents[0].timeline' });
      expect(unchanged).toBe(true);
    });

    it('is refused although the file can still replace the log', async () => {
      const db = await phoneWith({ ...emptyLog(), incidents: [withLines('here')] });
      const theirs = { ...emptyLog(), incidents: [withLines('there')] };
      expect(await restore(db, theirs, 'merge')).toMatchObject({ value: { ok: false } });
      expect(await restore(db, theirs, 'replace')).toEqual(RESTORED);
      expect((await readIncident(db, 'both'))?.timeline[1]).toMatchObject({ text: 'there' });
    });
  });

  it('is not refused because of an incident that is not in the file', async () => {
    // This phone's clock was an hour ahead when the incident was logged, and was set right since.
    const ahead = incident([entry('detected', '11:00'), entry('resolved', '11:10')], { id: 'ahead' });
    const { result, preview } = await tryMerge([ahead], [wakeUp('05:00', '05:10')]);
    expect(preview).toBeNull();
    expect(result).toEqual(RESTORED);
  });
});

describe('a tap while a log is being restored', () => {
  const theirs = { ...emptyLog(), incidents: [wakeUp('05:00', '05:10')] };

  it('is in the merged log', async () => {
    const db = await phoneWith({ ...emptyLog(), incidents: [wakeUp('01:00', '01:10')] });
    const [merged, tapped] = await Promise.all([restore(db, theirs, 'merge'), logWakeUp(db, '09:59')]);
    expect([merged, tapped]).toMatchObject([RESTORED, { ok: true }]);
    expect(await db.incidents.toCollection().primaryKeys()).toEqual(['01:00 to 01:10', '05:00 to 05:10', 'woke 09:59']);
  });

  it('is in the new log or in the replaced one', async () => {
    const db = await phoneWith({ ...emptyLog(), incidents: [wakeUp('01:00', '01:10')] });
    await Promise.all([logWakeUp(db, '09:57'), restore(db, theirs, 'replace'), logWakeUp(db, '09:59')]);
    const here = await db.incidents.toCollection().primaryKeys();
    await restorePreviousLog(db, { now });
    const before = await db.incidents.toCollection().primaryKeys();
    expect({ here, before }).toEqual({
      here: ['05:00 to 05:10', 'woke 09:59'],
      before: ['01:00 to 01:10', 'woke 09:57'],
    });
  });
});

describe('the preview of a restore', () => {
  const preview = (db: InfernalDatabase, log: HouseholdLog) => previewRestore(db, { ...exampleBackup(), log });

  it('counts what a merge then changes', async () => {
    const db = await phoneWith(exampleLog());
    const { counts, incidentsOnlyHere, isLogEmpty, mergeRefusal } = await preview(db, otherPhoneLog());
    expect(counts.incidents).toEqual({ added: 1, changed: 1, same: 5 });
    expect(counts.children).toEqual({ added: 0, changed: 1, same: 2 });
    expect(counts.chores).toEqual({ added: 0, changed: 0, same: 0 });
    // Only "b alone" counts: rows that were deleted are no loss.
    expect({ onlyHere: incidentsOnlyHere, hereIsEmpty: isLogEmpty, mergeRefusal }).toEqual({
      onlyHere: 1,
      hereIsEmpty: false,
      mergeRefusal: null,
    });
    const before = await readWholeLog(db);
    await restore(db, otherPhoneLog(), 'merge');
    const after = await readWholeLog(db);
    for (const table of TABLE_NAMES) {
      const grown = rowsOf(after.log, table).length - rowsOf(before.log, table).length;
      expect(grown, table).toBe(counts[table].added);
    }
  });

  it('writes nothing', async () => {
    const db = await phoneWith(exampleLog());
    const before = await dumpDatabase(db);
    await preview(db, otherPhoneLog());
    expect(await dumpDatabase(db)).toBe(before);
  });

  it('counts the incidents that a replace would remove, without deleted ones', async () => {
    const db = await phoneWith(exampleLog());
    expect((await preview(db, emptyLog())).incidentsOnlyHere).toBe(5);
    expect((await preview(db, exampleLog())).incidentsOnlyHere).toBe(0);
  });

  it('reports an empty log when only people are set up', async () => {
    const db = await householdDatabase();
    expect((await preview(db, exampleLog())).isLogEmpty).toBe(true);
    await db.nights.put(nightRow({ id: day('2026-11-10') }));
    expect((await preview(db, exampleLog())).isLogEmpty).toBe(false);
  });

  it('reports a log that is not empty when its rows cannot be read', async () => {
    const db = await householdDatabase();
    await putUnreadable(db);
    expect((await preview(db, exampleLog())).isLogEmpty).toBe(false);
  });
});

describe('a failure of the storage', () => {
  /** From this row on, every write fails. */
  const failAfter = (rows: number) => {
    const { put } = IDBObjectStore.prototype;
    let left = rows;
    return vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (left-- <= 0) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      return put.apply(this, args);
    });
  };
  /**
   * At this row the browser aborts the transaction. This happens if the disk turns out to be full
   * only when the data is written.
   */
  const abortAfter = (rows: number) => {
    const { put } = IDBObjectStore.prototype;
    let left = rows;
    return vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      const request = put.apply(this, args);
      if (left-- <= 0) this.transaction.abort();
      return request;
    });
  };

  /** A phone that has a log and also keeps a replaced one. */
  const phoneWithPreviousLog = async () => {
    const db = await phoneWith(exampleLog());
    await restore(db, otherPhoneLog(), 'replace');
    return db;
  };

  const commands: [string, (db: InfernalDatabase) => Promise<{ ok: boolean }>][] = [
    ['a replace', (db) => restore(db, exampleLog(), 'replace')],
    ['a merge', (db) => restore(db, exampleLog(), 'merge')],
    ['erasing', (db) => eraseLog(db, defaults)],
    ['restoring the replaced log', (db) => restorePreviousLog(db, { now })],
    ['the count of starts', (db) => agePreviousLog(db, null)],
  ];

  it.each(commands)('during %s changes nothing and leaves no pending write', async (_what, run) => {
    const counting = await phoneWithPreviousLog();
    const puts = vi.spyOn(IDBObjectStore.prototype, 'put');
    await run(counting);
    const rows = puts.mock.calls.length;
    puts.mockRestore();

    const db = await phoneWithPreviousLog();
    const before = await dumpDatabase(db);
    for (const after of new Set([0, 1, Math.floor(rows / 2), rows - 1])) {
      if (after >= rows) continue;
      const full = failAfter(after);
      expect(await run(db), `row ${after} of ${rows}`).toEqual({ ok: false, failure: 'full', dropped: true });
      full.mockRestore();
      expect(await dumpDatabase(db), `row ${after} of ${rows}`).toBe(before);
      const aborted = abortAfter(after);
      expect(await run(db), `row ${after} of ${rows}`).toMatchObject({ ok: false });
      aborted.mockRestore();
      expect(await dumpDatabase(db), `row ${after} of ${rows}`).toBe(before);
    }
    expect(await pendingWrites()).toEqual([]);
    expect(localStorage.getItem('infernalops.pending.2')).toBeNull();

    // Once there is space, the command succeeds.
    expect(await run(db)).toMatchObject({ ok: true });
    expect(await dumpDatabase(db)).not.toBe(before);
  });
});

describe('reading the whole log', () => {
  it('returns the rows that cannot be read, and all others', async () => {
    const db = await phoneWith(exampleLog());
    await putUnreadable(db);
    const { log, broken } = await readWholeLog(db);
    expect(log).toEqual(exampleLog());
    expect(broken.map(({ table, id, path }) => `${table} ${id} ${path}`)).toEqual([
      'children torn name',
      'incidents half updatedAt',
    ]);
  });

  it('returns default settings with the oldest timestamp when there are none', async () => {
    const db = await phoneWith(exampleLog());
    await db.household.clear();
    const { log } = await readWholeLog(db);
    expect(log.household).toMatchObject({ id: 'household', updatedAt: 0 });
    expect(parseBackup(serializeBackup({ exportedAt: SAVED_AT, log })).ok).toBe(true);
  });
});
