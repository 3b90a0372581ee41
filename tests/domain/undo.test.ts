import { describe, expect, it } from 'vitest';
import type { Incident } from '@/domain/rows/incident';
import { addEntryTo, removeEntryFrom, replaceEntryIn } from '@/domain/timeline/editTimeline';
import { revert, type Undo } from '@/domain/undo';
import { entry, incident, leo, nightRow, tonightAt } from '../support/factories';

const now = tonightAt('08:00');
const before = incident([entry('detected', '02:43'), entry('remedy', '02:50')]);
const undoOf = (after: Incident): Undo<'incidents'> => ({ table: 'incidents', before, after });

/** What of a row a person can see: without stamps, and without lines that are deleted. */
const comparable = ({ updatedAt: _stamp, timeline, ...row }: Incident) => ({
  ...row,
  timeline: timeline.filter(({ deletedAt }) => deletedAt === null).map(({ updatedAt: _updatedAt, ...line }) => line),
});

function changed(result: ReturnType<typeof addEntryTo>): Incident {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

const CHANGES: Record<string, (row: Incident) => Incident> = {
  'a line that was added': (row) => changed(addEntryTo(row, entry('resolved', '03:03'), now)),
  'a line that was moved': (row) =>
    changed(replaceEntryIn(row, { ...entry('detected', '02:30'), id: 'detected 02:43' }, now)),
  'a line that was deleted': (row) => changed(removeEntryFrom(row, 'remedy 02:50', now)),
  'a cause': (row) => ({ ...row, causeId: 'hunger', updatedAt: now }),
  'a whole wake-up that was deleted': (row) => ({ ...row, deletedAt: now, updatedAt: now }),
};

describe('one change is taken back', () => {
  it.each(Object.keys(CHANGES))('%s', (name) => {
    const after = CHANGES[name]?.(before) ?? before;
    const reverted = revert(after, undoOf(after), now);
    expect(reverted.ok && comparable(reverted.value)).toEqual(comparable(before));
    // The merge lets the later stamp win: taking back is later than what it takes back.
    expect(reverted.ok && reverted.value.updatedAt).toBeGreaterThan(after.updatedAt);
  });

  it('a row that was made', () => {
    const reverted = revert(before, { table: 'incidents', before: null, after: before }, now);
    expect(reverted.ok && reverted.value.deletedAt).toBe(now);
  });

  it('a name', () => {
    const after = { ...leo, name: 'Léon' };
    expect(revert(after, { table: 'children', before: leo, after }, now)).toMatchObject({
      ok: true,
      value: { name: 'Léo' },
    });
  });
});

describe('what was said since', () => {
  it('stays', () => {
    const after = changed(addEntryTo(before, entry('acknowledged', '02:51'), now));
    const since: Incident = { ...changed(addEntryTo(after, entry('resolved', '03:03'), now)), causeId: 'noise' };
    const reverted = revert(since, undoOf(after), now);
    expect(reverted.ok && comparable(reverted.value)).toEqual(
      comparable({ ...before, causeId: 'noise', timeline: [...before.timeline, entry('resolved', '03:03')] }),
    );
  });

  it('is not overwritten where it changed the same thing', () => {
    const after: Incident = { ...before, causeId: 'hunger' };
    expect(revert({ ...after, causeId: 'noise' }, undoOf(after), now)).toEqual({
      ok: false,
      refusal: { code: 'changedSince' },
    });
  });

  it('is kept consistent: “asleep again” stays while a later “awake again” depends on it', () => {
    const after = changed(addEntryTo(before, entry('resolved', '03:03'), now));
    const since = changed(addEntryTo(after, entry('reopened', '03:07'), now));
    expect(revert(since, undoOf(after), now)).toEqual({ ok: false, refusal: { code: 'changedSince' } });
  });

  it('of a night stays, although the first thing said of it made its row', () => {
    const swap = { primary: 'mum', secondary: 'dad', handoverAt: null };
    const after = nightRow({ onCall: swap });
    const undo: Undo<'nights'> = { table: 'nights', before: null, after };
    expect(revert({ ...after, bedtimeAt: tonightAt('21:00') }, undo, now)).toMatchObject({
      ok: true,
      value: { onCall: null, bedtimeAt: tonightAt('21:00'), deletedAt: null },
    });
    expect(revert(after, undo, now)).toMatchObject({ ok: true, value: { deletedAt: now } });
  });
});
