import { describe, expect, it } from 'vitest';
import type { Incident } from '@/domain/rows/incident';
import { addEntryTo, removeEntryFrom, replaceEntryIn } from '@/domain/timeline/editTimeline';
import { revert, type Undo } from '@/domain/undo';
import { entry, incident, leo, nightRow, tonightAt } from '../support/factories';

const now = tonightAt('08:00');
const before = incident([entry('detected', '02:43'), entry('remedy', '02:50')]);
const undoOf = (after: Incident): Undo<'incidents'> => ({ table: 'incidents', before, after });

/** Returns the visible part of a row: without stamps and without deleted entries. */
const comparable = ({ updatedAt: _stamp, timeline, ...row }: Incident) => ({
  ...row,
  timeline: timeline.filter(({ deletedAt }) => deletedAt === null).map(({ updatedAt: _updatedAt, ...line }) => line),
});

function changed(result: ReturnType<typeof addEntryTo>): Incident {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

const CHANGES: Record<string, (row: Incident) => Incident> = {
  'an entry that was added': (row) => changed(addEntryTo(row, entry('resolved', '03:03'), now)),
  'an entry that was moved': (row) =>
    changed(replaceEntryIn(row, { ...entry('detected', '02:30'), id: 'detected 02:43' }, now)),
  'an entry that was deleted': (row) => changed(removeEntryFrom(row, 'remedy 02:50', now)),
  'a cause': (row) => ({ ...row, causeId: 'hunger', updatedAt: now }),
  'a whole wake-up that was deleted': (row) => ({ ...row, deletedAt: now, updatedAt: now }),
};

describe('revert', () => {
  it.each(Object.keys(CHANGES))('takes back %s', (name) => {
    const after = CHANGES[name]?.(before) ?? before;
    const reverted = revert(after, undoOf(after), now);
    expect(reverted.ok && comparable(reverted.value)).toEqual(comparable(before));
    // In a merge the later stamp wins, so an undo must be later than the change.
    expect(reverted.ok && reverted.value.updatedAt).toBeGreaterThan(after.updatedAt);
  });

  it('marks a row deleted that was created', () => {
    const reverted = revert(before, { table: 'incidents', before: null, after: before }, now);
    expect(reverted.ok && reverted.value.deletedAt).toBe(now);
  });

  it('restores a name', () => {
    const after = { ...leo, name: 'Léon' };
    expect(revert(after, { table: 'children', before: leo, after }, now)).toMatchObject({
      ok: true,
      value: { name: 'Léo' },
    });
  });
});

describe('revert, after later changes', () => {
  it('keeps the later changes', () => {
    const after = changed(addEntryTo(before, entry('acknowledged', '02:51'), now));
    const since: Incident = { ...changed(addEntryTo(after, entry('resolved', '03:03'), now)), causeId: 'noise' };
    const reverted = revert(since, undoOf(after), now);
    expect(reverted.ok && comparable(reverted.value)).toEqual(
      comparable({ ...before, causeId: 'noise', timeline: [...before.timeline, entry('resolved', '03:03')] }),
    );
  });

  it('is refused if a later change concerns the same field or entry', () => {
    const after: Incident = { ...before, causeId: 'hunger' };
    expect(revert({ ...after, causeId: 'noise' }, undoOf(after), now)).toEqual({
      ok: false,
      refusal: { code: 'changedSince' },
    });
  });

  it('is refused for “asleep again” if a later “awake again” depends on it', () => {
    const after = changed(addEntryTo(before, entry('resolved', '03:03'), now));
    const since = changed(addEntryTo(after, entry('reopened', '03:07'), now));
    expect(revert(since, undoOf(after), now)).toEqual({ ok: false, refusal: { code: 'changedSince' } });
  });

  it('keeps a night’s later changes, although the change that is taken back created the row', () => {
    const swap = { primary: 'mum', secondary: 'dad', handoverAt: null };
    const after = nightRow({ onCall: swap });
    const undo: Undo<'nights'> = { table: 'nights', before: null, after };
    expect(revert({ ...after, bedtimeAt: tonightAt('21:00') }, undo, now)).toMatchObject({
      ok: true,
      value: { onCall: null, bedtimeAt: tonightAt('21:00'), deletedAt: null },
    });
    expect(revert(after, undo, now)).toMatchObject({ ok: true, value: { deletedAt: now } });
  });

  it('takes back two changes of the same entry one after the other, the last first', () => {
    const first = changed(replaceEntryIn(before, { ...entry('remedy', '02:51'), id: 'remedy 02:50' }, now));
    const second = changed(replaceEntryIn(first, { ...entry('remedy', '02:55'), id: 'remedy 02:50' }, now));
    const once = revert(second, { table: 'incidents', before: first, after: second }, now);
    if (!once.ok) throw new Error(once.refusal.code);
    const twice = revert(once.value, undoOf(first), now);
    expect(twice.ok && comparable(twice.value)).toEqual(comparable(before));
  });

  it('is refused for a wake-up in which something was logged since, until that is taken back', () => {
    const created: Undo<'incidents'> = { table: 'incidents', before: null, after: before };
    const since = changed(addEntryTo(before, entry('acknowledged', '02:51'), now));
    expect(revert(since, created, now)).toEqual({ ok: false, refusal: { code: 'changedSince' } });
    const without = revert(since, undoOf(since), now);
    if (!without.ok) throw new Error(without.refusal.code);
    expect(revert(without.value, created, now)).toMatchObject({ ok: true, value: { deletedAt: now } });
  });
});
