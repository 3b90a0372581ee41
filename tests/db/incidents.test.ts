import { describe, expect, it, vi } from 'vitest';
import { removeEntry, removeIncident } from '@/db/correctIncident';
import { addEntry } from '@/db/editIncident';
import { addEntries, changeIncident, replaceEntry } from '@/db/incidents';
import { toStoredIncident, withoutIndexFields } from '@/db/storedIncident';
import { undo } from '@/db/undo';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import { freshDatabaseName, householdDatabase, logPastWakeUp, logWakeUp, openWindow } from '../support/database';
import { at, entry, incident, LEO, tonightAt, wakeUp, ZOE } from '../support/factories';
import { double, standard } from '../support/runbooks';

const now = tonightAt('09:00');

describe('“Baby woke”', () => {
  it('stores one incident with its index fields', async () => {
    const db = await householdDatabase();
    const result = await logWakeUp(db);
    expect(result).toMatchObject({ ok: true, value: { opened: true } });
    const [stored] = await db.incidents.toArray();
    expect(stored).toMatchObject({
      id: 'woke 02:43',
      childId: LEO,
      detectedAt: tonightAt('02:43'),
      resolvedAt: Number.POSITIVE_INFINITY,
      timeline: [{ kind: 'detected', via: 'tap' }],
    });
  });

  it('returns the open incident instead of opening another', async () => {
    const db = await householdDatabase();
    await logWakeUp(db, '02:43');
    const again = await logWakeUp(db, '02:50');
    expect(again).toMatchObject({ ok: true, value: { opened: false, incident: { id: 'woke 02:43' } } });
    expect(await db.incidents.count()).toBe(1);
  });

  it('opens one incident when two windows tap at once', async () => {
    const name = freshDatabaseName();
    const here = await householdDatabase([], name);
    const there = openWindow(name);
    const results = await Promise.all([logWakeUp(here, '02:43'), logWakeUp(there, '02:44')]);
    expect(results.map((result) => result.ok && result.value.opened).sort()).toEqual([false, true]);
    expect(await here.incidents.count()).toBe(1);
  });

  it('opens a separate incident for another child', async () => {
    const db = await householdDatabase();
    await logWakeUp(db, '02:43');
    await logWakeUp(db, '02:50', { childId: ZOE });
    expect(await db.incidents.count()).toBe(2);
  });

  it('begins with the standard runbook, or with the double one while another child is awake', async () => {
    const db = await householdDatabase();
    await db.runbooks.bulkPut([standard, double]);
    await logWakeUp(db, '02:43');
    const other = await logWakeUp(db, '03:10', { childId: ZOE });
    expect((await db.incidents.toArray()).map(({ runbookId }) => runbookId)).toEqual(['standard', 'double']);
    expect(other).toMatchObject({ ok: true, value: { undo: { after: { runbookId: 'double' } } } });
  });

  it('returns the same incident for a link followed again within a minute, even if that is already resolved', async () => {
    const db = await householdDatabase();
    const sameWithinMs = 60_000;
    await logWakeUp(db, at('2026-11-17 02:43:10'), { incidentId: 'one' });
    await addEntry(db, { incidentId: 'one', entry: entry('resolved', at('2026-11-17 02:43:20')), now });
    const again = await logWakeUp(db, at('2026-11-17 02:43:50'), { incidentId: 'two', sameWithinMs });
    expect(again).toMatchObject({ ok: true, value: { opened: false, incident: { id: 'one' } } });
    const later = await logWakeUp(db, at('2026-11-17 02:44:10'), { incidentId: 'three', sameWithinMs });
    expect(later).toMatchObject({ ok: true, value: { opened: true } });
  });

  it('is refused for an unknown child', async () => {
    const db = await householdDatabase();
    expect(await logWakeUp(db, '02:43', { childId: 'somebody' })).toEqual({
      ok: false,
      refusal: { code: 'unknownChild' },
    });
    expect(await db.incidents.count()).toBe(0);
  });

  it('confirms the incident only when it is on disk', async () => {
    // Dexie keeps a reference to the function when it opens, so the spy is installed before.
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const db = await householdDatabase();
    transaction.mockClear();
    await logWakeUp(db);
    const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
    transaction.mockRestore();
    expect(writes.map(([, , options]) => options?.durability)).toEqual(['strict']);
  });
});

describe('the entries of an incident', () => {
  it('are all stored when several are added at once', async () => {
    const db = await householdDatabase([incident([entry('detected', '02:43')])]);
    const minutes = Array.from({ length: 12 }, (_, index) => String(45 + index));
    await Promise.all(
      minutes.map((minute) => addEntry(db, { incidentId: 'incident', entry: entry('note', `02:${minute}`), now })),
    );
    const stored = await db.incidents.get('incident');
    expect(stored?.timeline.map(({ id }) => id)).toEqual([
      'detected 02:43',
      ...minutes.map((minute) => `note 02:${minute}`),
    ]);
  });

  it('keep the index fields up to date', async () => {
    const db = await householdDatabase([incident([entry('detected', '02:43')])]);
    const expectInStep = async (resolvedAt: number) => {
      const stored = await db.incidents.get('incident');
      expect(stored).toEqual(toStoredIncident(withoutIndexFields(stored) as ReturnType<typeof incident>));
      expect(stored?.resolvedAt).toBe(resolvedAt);
    };
    await addEntry(db, { incidentId: 'incident', entry: entry('resolved', '03:03'), now });
    await expectInStep(tonightAt('03:03'));
    await replaceEntry(db, {
      incidentId: 'incident',
      entry: entry('resolved', '03:10', { id: 'resolved 03:03' }),
      now,
    });
    await expectInStep(tonightAt('03:10'));
    await removeEntry(db, { incidentId: 'incident', entryId: 'resolved 03:03', now });
    await expectInStep(Number.POSITIVE_INFINITY);
    // A deleted incident is not open.
    await removeIncident(db, { incidentId: 'incident', now });
    await expectInStep(tonightAt('02:43'));
  });

  it('are refused if they are invalid or contradict the log, and nothing is written', async () => {
    const db = await householdDatabase([wakeUp('02:43', '03:03'), wakeUp('04:00', '04:20')]);
    const before = await db.incidents.toArray();
    const incidentId = '04:00 to 04:20';
    const refusals = [
      await addEntry(db, { incidentId, entry: entry('resolved', '04:30'), now }),
      await addEntry(db, { incidentId, entry: entry('note', '10:00'), now }),
      await addEntry(db, { incidentId: 'nobody’s', entry: entry('note', '04:10'), now }),
      await addEntry(db, { incidentId, entry: entry('note', '04:10', { text: 'x'.repeat(100_001) }), now }),
      await replaceEntry(db, { incidentId, entry: entry('detected', '03:00', { id: 'detected 04:00' }), now }),
      await removeEntry(db, { incidentId, entryId: 'detected 04:00', now }),
      await changeIncident(db, { incidentId, change: { note: 'x'.repeat(100_001) }, now }),
    ];
    expect(refusals.map((result) => !result.ok && 'refusal' in result && result.refusal.code)).toEqual([
      'resolvedWhileClosed',
      'inFuture',
      'unknownIncident',
      'textTooLong',
      'overlaps',
      'noDetected',
      'textTooLong',
    ]);
    expect(await db.incidents.toArray()).toEqual(before);
  });

  it('keep their resolution if the child woke again later, because it would be awake twice', async () => {
    const db = await householdDatabase([wakeUp('02:43', '03:03'), wakeUp('04:00', '04:20')]);
    expect(await removeEntry(db, { incidentId: '02:43 to 03:03', entryId: 'resolved 03:03', now })).toMatchObject({
      refusal: { code: 'overlaps', detectedAt: tonightAt('04:00') },
    });
  });
});

describe('a past wake-up', () => {
  it('is added with the given timeline', async () => {
    const db = await householdDatabase();
    const pastWakeUp = incident([
      entry('detected', '02:43', { via: 'backfill', estimated: true }),
      entry('resolved', '03:03', { estimated: true }),
    ]);
    expect(await logPastWakeUp(db, pastWakeUp)).toMatchObject({ ok: true });
    const stored = await db.incidents.get('incident');
    expect(stored && foldTimeline(stored.timeline)).toMatchObject({ detected: { estimated: true }, isOpen: false });
  });

  it.each([
    ['in the future', wakeUp('09:30', '09:40'), 'inFuture'],
    [
      'that ends before it begins',
      incident([entry('resolved', '02:30'), entry('detected', '02:43')]),
      'endBeforeStart',
    ],
    ['while the child was awake', wakeUp('02:50', '03:10'), 'overlaps'],
    ['that is open although the child woke again later', incident([entry('detected', '01:00')]), 'overlaps'],
    ['of an unknown child', wakeUp('05:00', '05:10', { childId: 'somebody' }), 'unknownChild'],
  ])('is refused if it is one %s, and nothing is written', async (_what, pastWakeUp, code) => {
    const db = await householdDatabase([wakeUp('02:43', '03:03')]);
    expect(await logPastWakeUp(db, pastWakeUp)).toMatchObject({ ok: false, refusal: { code } });
    expect(await db.incidents.count()).toBe(1);
  });
});

describe('several entries of one tap', () => {
  const deaf = [entry('escalated', '02:44'), entry('noResponse', '02:45')];

  it('are added together and undone together', async () => {
    const db = await householdDatabase();
    await logWakeUp(db);
    const input = { incidentId: 'woke 02:43', entries: deaf, now };
    const written = await addEntries(db, input);
    // A pending write may be applied twice.
    await addEntries(db, input);
    expect((await db.incidents.get('woke 02:43'))?.timeline.map(({ kind }) => kind)).toEqual([
      'detected',
      'escalated',
      'noResponse',
    ]);
    if (!written.ok) throw new Error('refused');
    expect(await undo(db, { undo: written.value.undo, now })).toMatchObject({ ok: true });
    const live = (await db.incidents.get('woke 02:43'))?.timeline.filter(({ deletedAt }) => deletedAt === null);
    expect(live?.map(({ kind }) => kind)).toEqual(['detected']);
  });

  it('are all refused if one of them is', async () => {
    const db = await householdDatabase();
    await logWakeUp(db);
    const entries = [...deaf, entry('reopened', '02:46')];
    expect(await addEntries(db, { incidentId: 'woke 02:43', entries, now })).toMatchObject({
      refusal: { code: 'reopenedWhileOpen' },
    });
    expect((await db.incidents.get('woke 02:43'))?.timeline).toHaveLength(1);
  });
});
