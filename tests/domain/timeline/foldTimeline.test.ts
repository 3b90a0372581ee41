import { describe, expect, it } from 'vitest';
import { foldTimeline, recoveryMs } from '@/domain/timeline/foldTimeline';
import { DAD, entry, MUM, tonightAt } from '../../support/factories';

const MINUTE = 60_000;

const folded = (...args: Parameters<typeof foldTimeline>) => {
  const state = foldTimeline(...args);
  if (!state) throw new Error('nothing was detected');
  return state;
};

describe('the state of an incident', () => {
  it('is open from the cry on', () => {
    const state = folded([entry('detected', '02:43')]);
    expect(state).toMatchObject({ isOpen: true, awakeSince: tonightAt('02:43'), resolution: null, caregiversUp: [] });
    expect(recoveryMs(state)).toBeNull();
  });

  it('is resolved by “asleep again”, and the recovery time counts from the cry', () => {
    const state = folded([entry('detected', '02:43'), entry('resolved', '03:03')]);
    expect(state.isOpen).toBe(false);
    expect(recoveryMs(state)).toBe(20 * MINUTE);
  });

  it('has the first of two joined cries if each phone has deleted another one', () => {
    const cries = [entry('detected', '02:43'), entry('detected', '02:45', { id: 'his' })];
    const deleted = cries.map((cry) => ({ ...cry, deletedAt: tonightAt('03:00') }));
    const state = folded([...deleted, entry('resolved', '03:03')]);
    expect(state.entries).toMatchObject([{ id: 'detected 02:43', deletedAt: null }, { kind: 'resolved' }]);
    expect(recoveryMs(state)).toBe(20 * MINUTE);
  });

  it('is open again after “awake again”: a second stretch begins, and the recovery time still counts from the first cry', () => {
    const timeline = [entry('detected', '02:43'), entry('resolved', '03:03'), entry('reopened', '03:07')];
    const open = folded(timeline);
    expect(open).toMatchObject({ isOpen: true, awakeSince: tonightAt('03:07'), timesReopened: 1 });
    expect(open.stretches).toEqual([
      { from: tonightAt('02:43'), to: tonightAt('03:03') },
      { from: tonightAt('03:07'), to: null },
    ]);
    // The recovery lasts from 2:43 to 3:30.
    expect(recoveryMs(folded([...timeline, entry('resolved', '03:30')]))).toBe(47 * MINUTE);
  });

  it('lists the caregivers who got up or tried a remedy, until they go back to bed or the incident is resolved', () => {
    const timeline = [
      entry('detected', '02:43'),
      entry('acknowledged', '02:44', { by: DAD }),
      entry('remedy', '02:50', { by: MUM }),
    ];
    expect(folded(timeline).caregiversUp).toEqual([DAD, MUM]);
    expect(folded([...timeline, entry('stoodDown', '02:55', { by: DAD })]).caregiversUp).toEqual([MUM]);
    expect(folded([...timeline, entry('resolved', '03:03')]).caregiversUp).toEqual([]);
  });

  it('ignores deleted entries', () => {
    const state = folded([
      entry('detected', '02:43'),
      entry('remedy', '02:50', { deletedAt: tonightAt('02:51') }),
      entry('resolved', '03:03', { deletedAt: tonightAt('03:04') }),
    ]);
    expect(state).toMatchObject({ isOpen: true, remedies: [] });
  });

  it('is null if there is no detection', () => {
    expect(foldTimeline([entry('resolved', '03:03')])).toBeNull();
    expect(foldTimeline([entry('detected', '02:43', { deletedAt: tonightAt('02:44') })])).toBeNull();
  });

  it('ignores entries of an invalid timeline that make no sense, as after a merge of two phones', () => {
    // Both parents tapped “asleep again”, and the first tap counts.
    const twice = folded([entry('detected', '02:43'), entry('resolved', '03:03'), entry('resolved', '03:05')]);
    expect(twice.resolution?.at).toBe(tonightAt('03:03'));
    // “Awake again” without a resolution before it changes nothing.
    const open = folded([entry('detected', '02:43'), entry('reopened', '02:50')]);
    expect(open).toMatchObject({ isOpen: true, timesReopened: 0, awakeSince: tonightAt('02:43') });
  });
});
