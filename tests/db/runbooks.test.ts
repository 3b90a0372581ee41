import { describe, expect, it } from 'vitest';
import { eraseLog } from '@/db/backup';
import { readRunbooks } from '@/db/queries';
import { addRunbook, changeRunbook, removeRunbook, resetRunbook } from '@/db/runbooks';
import { undo } from '@/db/undo';
import { mergeLogs } from '@/domain/mergeLogs';
import type { RunbookStep } from '@/domain/rows/others';
import type { Undo } from '@/domain/undo';
import { writeOriginalRunbooks } from '@/hooks/originalRunbooks';
import { loadTranslation } from '@/i18n/useTranslation';
import { emptyLog } from '../support/backup';
import { freshDatabaseName, householdDatabase, logWakeUp, openWindow } from '../support/database';
import { PARIS, tonightAt, wakeUp } from '../support/factories';

const now = tonightAt('10:00');
const later = tonightAt('11:00');

const step = (more: Partial<RunbookStep> = {}): RunbookStep => ({
  id: 'a step',
  title: 'Hum',
  kind: 'remedy',
  seconds: 120,
  level: null,
  remedy: 'song',
  ...more,
});
const customRunbook = { name: 'Granny’s', trigger: 'custom' as const, steps: [step()] };

async function withOriginals(name = freshDatabaseName()) {
  const db = await householdDatabase([], name);
  await writeOriginalRunbooks(db, await loadTranslation('en', []));
  return db;
}
const find = async (db: Awaited<ReturnType<typeof withOriginals>>, id: string) =>
  (await readRunbooks(db)).find((runbook) => runbook.id === id);
const undoOf = (result: { ok: boolean; value?: { undo: Undo<'runbooks'> } }): Undo => {
  if (!result.value) throw new Error('nothing to undo');
  return result.value.undo;
};

describe('the original runbooks', () => {
  it('are written once, in the language of the app', async () => {
    const db = await householdDatabase();
    await writeOriginalRunbooks(db, await loadTranslation('fr', []));
    await writeOriginalRunbooks(db, await loadTranslation('en', []));
    expect((await readRunbooks(db)).map(({ name }) => name)).toEqual([
      'Incident standard',
      'Mode dégradé\u00a0: sans tétée',
      'Double incident\u00a0: compter une heure',
    ]);
  });

  it('are followed by an incident opened before they were written, and by no other', async () => {
    const over = wakeUp('01:00', '01:10');
    const db = await householdDatabase([over]);
    await logWakeUp(db, '02:43');
    await writeOriginalRunbooks(db, await loadTranslation('en', []));
    expect((await db.incidents.orderBy('detectedAt').toArray()).map(({ runbookId }) => runbookId)).toEqual([
      null,
      'standard',
    ]);
  });

  it('are written once in two windows that start at once', async () => {
    const name = freshDatabaseName();
    const [here, there] = [openWindow(name), openWindow(name)];
    const words = await loadTranslation('en', []);
    await Promise.all([writeOriginalRunbooks(here, words), writeOriginalRunbooks(there, words)]);
    expect(await here.runbooks.count()).toBe(3);
  });

  it('are not written again once they were deleted', async () => {
    const db = await withOriginals();
    for (const { id } of await readRunbooks(db)) await removeRunbook(db, { id, now });
    await writeOriginalRunbooks(db, await loadTranslation('en', []));
    expect(await readRunbooks(db)).toEqual([]);
    expect(await db.runbooks.count()).toBe(3);
  });

  it('are written again after everything was erased', async () => {
    const db = await withOriginals();
    await changeRunbook(db, { id: 'standard', change: { name: 'Ours' }, now });
    const names = { child: 'Baby', caregivers: ['Mum', 'Dad'] as const };
    await eraseLog(db, { timeZone: PARIS, names, now });
    await writeOriginalRunbooks(db, await loadTranslation('en', []));
    expect(await find(db, 'standard')).toMatchObject({ name: 'Standard incident' });
  });

  it('are replaced in a merge by those that the household has changed, on a phone that was set up later', async () => {
    const [ours, newPhone] = [await withOriginals(), await withOriginals()];
    await changeRunbook(ours, { id: 'standard', change: { name: 'Ours' }, now });
    const logOf = async (db: typeof ours) => ({ ...emptyLog(), runbooks: await readRunbooks(db) });
    const { log } = mergeLogs(await logOf(newPhone), await logOf(ours));
    expect(log.runbooks.map(({ name }) => name).sort()).toEqual([
      'Degraded mode: no feed',
      'Double incident: allow an hour',
      'Ours',
    ]);
  });
});

describe('a custom runbook', () => {
  it('is added, changed and deleted, and each is undone in one write', async () => {
    const db = await withOriginals();
    const added = await addRunbook(db, { id: 'mine', fields: { ...customRunbook, name: '  Granny’s ' }, now });
    expect(await find(db, 'mine')).toEqual({ id: 'mine', updatedAt: now, deletedAt: null, ...customRunbook });

    const changed = await changeRunbook(db, { id: 'mine', change: { steps: [] }, now });
    expect(await find(db, 'mine')).toMatchObject({ name: 'Granny’s', steps: [] });
    await undo(db, { undo: undoOf(changed), now });
    expect(await find(db, 'mine')).toMatchObject({ steps: customRunbook.steps });

    const removed = await removeRunbook(db, { id: 'mine', now: later });
    expect(await find(db, 'mine')).toBeUndefined();
    await undo(db, { undo: undoOf(removed), now: later });
    expect(await find(db, 'mine')).toMatchObject(customRunbook);

    await undo(db, { undo: undoOf(added), now: later });
    expect(await find(db, 'mine')).toBeUndefined();
    expect(await db.runbooks.get('mine')).toMatchObject({ deletedAt: later });
  });

  it('comes after the original runbooks', async () => {
    const db = await withOriginals();
    await addRunbook(db, { id: 'a', fields: customRunbook, now });
    await addRunbook(db, { id: 'b', fields: { ...customRunbook, trigger: 'degraded' }, now });
    expect((await readRunbooks(db)).map(({ id }) => id)).toEqual(['standard', 'b', 'degraded', 'double', 'a']);
  });

  it('never replaces another runbook with the same id', async () => {
    const db = await withOriginals();
    expect(await addRunbook(db, { id: 'standard', fields: customRunbook, now })).toMatchObject({
      refusal: { path: 'id' },
    });
    expect(await find(db, 'standard')).toMatchObject({ name: 'Standard incident' });
  });
});

describe('a written runbook', () => {
  it('has a later stamp than the version before, even after the clock was set back', async () => {
    const db = await withOriginals();
    await changeRunbook(db, { id: 'standard', change: { name: 'One' }, now: later });
    await changeRunbook(db, { id: 'standard', change: { name: 'Two' }, now });
    expect((await find(db, 'standard'))?.updatedAt).toBe(later + 1);
  });

  it.each([
    [{ name: ' ' }, { code: 'nameEmpty' }],
    [{ name: 'x'.repeat(61) }, { code: 'nameTooLong', max: 60 }],
    [{ steps: [step(), step({ title: 'x'.repeat(201) })] }, { code: 'badValue', path: 'steps[1].title' }],
    [{ steps: [step({ seconds: -1 })] }, { code: 'badValue', path: 'steps[0].seconds' }],
    [{ steps: [step({ seconds: 1.5 })] }, { code: 'badValue', path: 'steps[0].seconds' }],
    [{ steps: Array.from({ length: 101 }, () => step()) }, { code: 'badValue', path: 'steps' }],
  ])('is refused if it does not fit the schema, and nothing is written (%#)', async (change, refusal) => {
    const db = await withOriginals();
    const before = await db.runbooks.toArray();
    expect(await changeRunbook(db, { id: 'standard', change, now })).toEqual({ ok: false, refusal });
    expect(await db.runbooks.toArray()).toEqual(before);
  });

  it('does not overwrite a runbook that another window deleted, but a reset restores an original', async () => {
    const db = await withOriginals();
    const original = await find(db, 'degraded');
    if (!original) throw new Error('no original');
    await changeRunbook(db, { id: 'degraded', change: { name: 'Ours', steps: [] }, now });
    await removeRunbook(db, { id: 'degraded', now });
    const gone = { ok: false, refusal: { code: 'unknownRow' } };
    expect(await changeRunbook(db, { id: 'degraded', change: { name: 'Mine' }, now })).toEqual(gone);
    expect(await removeRunbook(db, { id: 'degraded', now })).toEqual(gone);

    const reset = await resetRunbook(db, { original, now });
    expect(await find(db, 'degraded')).toMatchObject({ name: original.name, steps: original.steps });
    await undo(db, { undo: undoOf(reset), now });
    expect(await find(db, 'degraded')).toBeUndefined();
  });
});
