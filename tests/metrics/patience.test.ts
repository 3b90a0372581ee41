import { describe, expect, it } from 'vitest';
import type { Incident } from '@/domain/rows/incident';
import type { Nap } from '@/domain/rows/others';
import type { HouseholdLog } from '@/domain/rows/tables';
import type { Instant } from '@/lib/time';
import { patience } from '@/metrics/patience';
import { at, DAD, dad, entry, incident, MUM, mum, tonightAt, wakeUp } from '../support/factories';
import { DELETED, logWith, quietNight, TONIGHT_RANGE } from '../support/metrics';

const patienceAt = (more: Partial<HouseholdLog>, now: Instant) => patience(logWith(more), TONIGHT_RANGE, now);

/** An incident in which Mum was up from the first to the last minute. */
const incidentWithMumUp = (from: string, to: string): Incident =>
  incident([entry('detected', from, { by: MUM }), entry('resolved', to)], { id: from });

const nap = (from: string, to: string, more: Partial<Nap> = {}): Nap => ({
  id: from,
  updatedAt: tonightAt(to),
  deletedAt: null,
  caregiverId: MUM,
  startedAt: tonightAt(from),
  endedAt: tonightAt(to),
  ...more,
});

describe('patience', () => {
  it('stays at 100 without a wake-up, whether the night was logged or not', () => {
    expect(patienceAt({}, tonightAt('09:00'))).toEqual({ [MUM]: 100, [DAD]: 100 });
    expect(patienceAt({ nights: [quietNight('2026-11-16')] }, tonightAt('09:00'))).toEqual({ [MUM]: 100, [DAD]: 100 });
  });

  it('falls by 4 for an intervention and by half a point for each minute awake', () => {
    // The gauge is full at 2:43, because the sleep before adds nothing. At 3:03 it falls by
    // 4 + 0.5·20. Dad slept.
    expect(patienceAt({ incidents: [incidentWithMumUp('02:43', '03:03')] }, tonightAt('03:30'))).toEqual({
      [MUM]: 86,
      [DAD]: 100,
    });
  });

  it('rises by 8 at the end of each whole hour of sleep', () => {
    const incidents = [incidentWithMumUp('02:03', '03:03')];
    // It falls by 4 + 0.5·60 to 66, and rises to 74 at 4:03, 82 at 5:03 and 90 at 6:03. The 57
    // minutes left until the night ends at 7:00 are not a whole hour.
    expect(patienceAt({ incidents }, tonightAt('04:02'))[MUM]).toBe(66);
    expect(patienceAt({ incidents }, tonightAt('04:03'))[MUM]).toBe(74);
    expect(patienceAt({ incidents }, tonightAt('09:00'))[MUM]).toBe(90);
  });

  it('does not rise for an hour of sleep that was interrupted', () => {
    // The gauge is at 66 at 3:03 and falls by 4 + 0.5·10 to 57 at 4:03. The 50 minutes of sleep
    // from 3:03 and from 4:03 are not whole hours.
    const incidents = [incidentWithMumUp('02:03', '03:03'), incidentWithMumUp('03:53', '04:03')];
    expect(patienceAt({ incidents }, tonightAt('04:53'))[MUM]).toBe(57);
    expect(patienceAt({ incidents }, tonightAt('05:03'))[MUM]).toBe(65);
  });

  it('falls by at most 40 per incident, and never below 0', () => {
    // 4 + 0.5·90 = 49, of which 40 count: 60, 20, 0. The ten minutes between are not a whole hour.
    const three = [
      incidentWithMumUp('22:00', '23:30'),
      incidentWithMumUp('23:40', '01:10'),
      incidentWithMumUp('01:20', '02:50'),
    ];
    expect(patienceAt({ incidents: three.slice(0, 1) }, tonightAt('23:35'))[MUM]).toBe(60);
    expect(patienceAt({ incidents: three.slice(0, 2) }, tonightAt('01:15'))[MUM]).toBe(20);
    expect(patienceAt({ incidents: three }, tonightAt('03:00'))[MUM]).toBe(0);
    // From 0, not from −20: 8 at 3:50.
    expect(patienceAt({ incidents: three }, tonightAt('04:00'))[MUM]).toBe(8);
  });

  it('falls by the cost so far while an incident is open', () => {
    const open = incident([entry('detected', '02:43', { by: MUM }), entry('acknowledged', '02:44')]);
    // 4 + 0.5·10.
    expect(patienceAt({ incidents: [open] }, tonightAt('02:53'))[MUM]).toBe(91);
  });

  it('falls by 4 for a caregiver who only ended the incident', () => {
    // Mum's hour of sleep until 3:00 is added first. The gauge is full, so that changes nothing.
    expect(patienceAt({ incidents: [wakeUp('02:43', '03:00')] }, tonightAt('03:30'))[MUM]).toBe(96);
  });

  it('does not change after a false alarm or an incident that settled alone', () => {
    const alone = (from: string, to: string) =>
      incident([entry('detected', from, { by: MUM }), entry('resolved', to, { outcome: 'selfSettled' })], { id: from });
    const incidents = [alone('23:00', '23:00:25'), alone('02:43', '02:55')];
    expect(patienceAt({ incidents }, tonightAt('03:00'))[MUM]).toBe(100);
  });
});

describe('patience: naps', () => {
  /** Mum's gauge is at 60 from 7:00: the incident would take 4 + 0.5·80, but at most 40. */
  const incidents = [incidentWithMumUp('05:40', '07:00')];
  const now = tonightAt('11:30');
  const withNaps = (...naps: Nap[]) => patienceAt({ incidents, naps }, now)[MUM];

  it('rises by 15 for each hour of a nap, in proportion to its length', () => {
    expect(withNaps()).toBe(60);
    // 40/60 of 15 is 10.
    expect(withNaps(nap('10:00', '10:40'))).toBe(70);
    expect(withNaps(nap('10:00', '10:40'), nap('11:00', '11:20'))).toBe(75);
  });

  it('counts a nap for its caregiver alone, and ignores a deleted nap', () => {
    expect(withNaps(nap('10:00', '10:40', { caregiverId: DAD }))).toBe(60);
    expect(withNaps(nap('10:00', '10:40', DELETED))).toBe(60);
  });

  it('counts a running nap until now', () => {
    // From 11:10 to 11:30: 20/60 of 15 is 5.
    expect(withNaps(nap('11:10', '11:50'))).toBe(65);
  });

  it('counts a nap until the end of the range, which is noon', () => {
    // From 11:40 to 12:00: 20/60 of 15 is 5.
    const afterNoon = nap('11:40', '11:59', { endedAt: at('2026-11-17 12:40') });
    expect(patienceAt({ incidents, naps: [afterNoon] }, at('2026-11-17 15:00'))[MUM]).toBe(65);
  });

  it('does not rise above 100 for a nap before the night', () => {
    // The nap finds the gauge full; the incident then takes 40.
    expect(withNaps(nap('15:00', '17:00'))).toBe(60);
  });
});

describe('patience: caregivers', () => {
  it('returns a value for every caregiver who is not deleted', () => {
    const caregivers = [
      { ...mum, archived: true },
      { ...dad, ...DELETED },
    ];
    expect(patienceAt({ caregivers }, tonightAt('09:00'))).toEqual({ [MUM]: 100 });
  });
});
