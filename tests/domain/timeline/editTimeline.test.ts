import { describe, expect, it } from 'vitest';
import type { Incident } from '@/domain/rows/incident';
import { canonicalOrder } from '@/domain/timeline/canonicalOrder';
import { addEntryTo, nextUpdatedAt, removeEntryFrom, replaceEntryIn } from '@/domain/timeline/editTimeline';
import { instantInMinute } from '@/domain/timeline/instantInMinute';
import { entry, incident, tonightAt } from '../../support/factories';

const now = tonightAt('08:00');
const night = () =>
  incident([entry('detected', '02:43'), entry('remedy', '02:50'), entry('resolved', '03:03')], {
    updatedAt: tonightAt('03:03'),
  });
const lines = (row: Incident) => row.timeline.filter(({ deletedAt }) => deletedAt === null).map(({ id }) => id);

describe('addEntryTo, replaceEntryIn and removeEntryFrom', () => {
  it('add an entry by its time', () => {
    const added = addEntryTo(night(), entry('acknowledged', '02:45'), now);
    expect(added.ok && lines(added.value)).toEqual([
      'detected 02:43',
      'acknowledged 02:45',
      'remedy 02:50',
      'resolved 03:03',
    ]);
    expect(added.ok && added.value.updatedAt).toBe(now);
  });

  it('add an entry of the instant of the end before that end, as a merge orders them', () => {
    const added = addEntryTo(night(), entry('acknowledged', '03:03'), now);
    if (!added.ok) throw new Error('refused');
    expect(lines(added.value).slice(-2)).toEqual(['acknowledged 03:03', 'resolved 03:03']);
    expect(canonicalOrder(added.value.timeline)).toEqual(added.value.timeline);
    const removed = removeEntryFrom(added.value, 'acknowledged 03:03', now);
    const told = removed.ok ? addEntryTo(removed.value, entry('note', '03:03'), now) : removed;
    expect(told.ok && lines(told.value).slice(-2)).toEqual(['note 03:03', 'resolved 03:03']);
    const again = addEntryTo(added.value, entry('reopened', '03:03'), now);
    expect(again.ok && lines(again.value).slice(-2)).toEqual(['resolved 03:03', 'reopened 03:03']);
  });

  it('add an entry once, however often the write is applied', () => {
    const once = addEntryTo(night(), entry('note', '07:00'), now);
    if (!once.ok) throw new Error('refused');
    expect(addEntryTo(once.value, entry('note', '07:00'), now)).toEqual(once);
  });

  it('move an entry whose time changes, with a new stamp', () => {
    const moved = replaceEntryIn(night(), { ...entry('remedy', '02:46'), id: 'remedy 02:50' }, now);
    expect(moved.ok && moved.value.timeline[1]).toMatchObject({ at: tonightAt('02:46'), updatedAt: now });
    expect(moved.ok && lines(moved.value)).toEqual(['detected 02:43', 'remedy 02:50', 'resolved 03:03']);
  });

  it('mark an entry as deleted instead of removing it', () => {
    const removed = removeEntryFrom(night(), 'remedy 02:50', now);
    expect(removed.ok && lines(removed.value)).toEqual(['detected 02:43', 'resolved 03:03']);
    expect(removed.ok && removed.value.timeline).toHaveLength(3);
  });

  it('refuse a change that makes the timeline invalid, and change nothing', () => {
    const row = night();
    const before = structuredClone(row);
    expect(replaceEntryIn(row, { ...entry('resolved', '02:30'), id: 'resolved 03:03' }, now)).toEqual({
      ok: false,
      refusal: { code: 'endBeforeStart' },
    });
    expect(removeEntryFrom(row, 'detected 02:43', now)).toEqual({ ok: false, refusal: { code: 'noDetected' } });
    // Where two phones have each deleted another of two cries, nobody is refused for that.
    const cries = ['02:43', '02:45'].map((time) => entry('detected', time, { deletedAt: now }));
    expect(addEntryTo(incident(cries), entry('resolved', '03:03'), now)).toMatchObject({ ok: true });
    expect(removeEntryFrom(row, 'nobody', now)).toEqual({ ok: false, refusal: { code: 'unknownEntry' } });
    expect(row).toEqual(before);
  });
});

it('gives a correction a later stamp than what it corrects, even if the clock was set back', () => {
  expect(nextUpdatedAt({ updatedAt: tonightAt('03:00') }, tonightAt('03:01'))).toBe(tonightAt('03:01'));
  expect(nextUpdatedAt({ updatedAt: tonightAt('03:00') }, tonightAt('02:00'))).toBe(tonightAt('03:00') + 1);
});

describe('instantInMinute', () => {
  const timeline = [entry('detected', (tonightAt('02:43') + 10_000) as typeof now, { id: 'cry' })];

  it('returns the instant of the cry if the cry was in that minute', () => {
    expect(instantInMinute(tonightAt('02:43'), { id: 'new', kind: 'remedy' }, timeline)).toBe(timeline[0]?.at);
  });

  it('returns the start of any other minute, and for the cry itself', () => {
    expect(instantInMinute(tonightAt('02:44'), { id: 'new', kind: 'remedy' }, timeline)).toBe(tonightAt('02:44'));
    expect(instantInMinute(tonightAt('02:43'), { id: 'cry', kind: 'detected' }, timeline)).toBe(tonightAt('02:43'));
  });
});
