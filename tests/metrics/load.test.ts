import { describe, expect, it } from 'vitest';
import type { Shift } from '@/domain/rows/household';
import type { Incident } from '@/domain/rows/incident';
import {
  at,
  DAD,
  dad,
  day,
  entry,
  household,
  incident,
  MUM,
  mum,
  nightRow,
  tonightAt,
  toWallTime,
  wakeUp,
} from '../support/factories';
import { DELETED, grandma, incidentWithDadUp, metricsOf, metricsOfIncidents } from '../support/metrics';

const settledBy = (caregiverId: string, from: string, to: string) =>
  incident([entry('detected', from), entry('resolved', to, { by: caregiverId })], { id: from });

describe('load: the share of each caregiver', () => {
  it('returns a caregiver’s interventions divided by all interventions', () => {
    const { load } = metricsOfIncidents([
      settledBy(MUM, '22:00', '22:10'),
      settledBy(MUM, '01:00', '01:10'),
      settledBy(DAD, '03:00', '03:10'),
    ]);
    expect(load.byCaregiver[MUM]?.share).toBe(2 / 3);
    expect(load.byCaregiver[DAD]?.share).toBe(1 / 3);
    // (2 + 1)² ÷ (2·(4 + 1)).
    expect(load.fairness).toBe(0.9);
  });

  it('counts an incident twice when two caregivers got up', () => {
    const timeline = [
      entry('detected', '02:43'),
      entry('acknowledged', '02:45', { by: DAD }),
      entry('resolved', '03:03'),
    ];
    // Mum 2, Dad 1.
    const { load } = metricsOfIncidents([incident(timeline), wakeUp('05:00', '05:10')]);
    expect(load.byCaregiver[MUM]?.share).toBe(2 / 3);
  });

  it('leaves out deleted caregivers and their interventions', () => {
    const incidents = [settledBy(MUM, '22:00', '22:10'), settledBy(DAD, '01:00', '01:10')];
    const { load } = metricsOf({ caregivers: [mum, { ...dad, ...DELETED }], incidents });
    expect(load.byCaregiver).toEqual({ [MUM]: { share: 1, awakeMinutes: 0 } });
    expect(load.fairness).toBe(1);
  });

  it('returns null when nobody responded', () => {
    const { load } = metricsOfIncidents([
      incident([entry('detected', '02:43'), entry('resolved', '03:03', { by: null })]),
    ]);
    expect(load).toEqual({
      byCaregiver: { [MUM]: { share: null, awakeMinutes: 0 }, [DAD]: { share: null, awakeMinutes: 0 } },
      fairness: null,
      rotaAdherence: null,
    });
  });
});

describe('load: fairness', () => {
  const loadOf = (counts: Record<string, number>, archivedIds: readonly string[] = []) => {
    const incidents = Object.entries(counts).flatMap(([caregiverId, count], caregiverIndex) =>
      Array.from({ length: count }, (_, hour) =>
        settledBy(caregiverId, `0${hour}:${caregiverIndex}0`, `0${hour}:${caregiverIndex}5`),
      ),
    );
    const caregivers = [mum, dad, grandma].map((caregiver) => ({
      ...caregiver,
      archived: archivedIds.includes(caregiver.id),
    }));
    return metricsOf({ caregivers, incidents }).load;
  };

  it('returns 1 when all caregivers do the same, and 1 ÷ n when one of them does everything', () => {
    // 6² ÷ (3·12), 3² ÷ (3·9).
    expect(loadOf({ [MUM]: 2, [DAD]: 2, grandma: 2 }).fairness).toBe(1);
    expect(loadOf({ [MUM]: 3 }).fairness).toBe(1 / 3);
  });

  it('leaves out archived caregivers, but still returns their shares', () => {
    const found = loadOf({ [MUM]: 2, [DAD]: 1, grandma: 1 }, ['grandma']);
    // (2 + 1)² ÷ (2·(4 + 1)). With Grandma it would be 4² ÷ (3·6).
    expect(found.fairness).toBe(0.9);
    expect(found.byCaregiver.grandma?.share).toBe(0.25);
  });

  it('returns null when only archived caregivers responded', () => {
    expect(loadOf({ grandma: 1 }, ['grandma']).fairness).toBeNull();
  });
});

describe('load: minutes awake', () => {
  const awakeMinutes = (incidents: readonly Incident[], caregiverId: string) =>
    metricsOfIncidents(incidents).load.byCaregiver[caregiverId]?.awakeMinutes;

  it('returns the minutes in the window in which the caregiver was up', () => {
    // 2:44 to 2:54.
    expect(awakeMinutes([incidentWithDadUp(tonightAt('02:43'))], DAD)).toBe(10);
    const lateTimeline = [entry('detected', '06:50'), entry('acknowledged', '06:52'), entry('resolved', '07:20')];
    // 6:52 to 7:00.
    expect(awakeMinutes([incident(lateTimeline)], MUM)).toBe(8);
  });

  it('counts a minute once when the caregiver was up for two children', () => {
    const up = (from: string, to: string) =>
      incident([entry('detected', from, { by: MUM }), entry('resolved', to)], { id: from });
    // 2:43 to 3:10.
    expect(awakeMinutes([up('02:43', '03:03'), up('02:50', '03:10')], MUM)).toBe(27);
  });

  it('counts the minutes of false alarms', () => {
    const alone = [entry('detected', '23:00', { by: MUM }), entry('resolved', '23:00:30', { outcome: 'selfSettled' })];
    expect(awakeMinutes([incident(alone)], MUM)).toBe(0.5);
  });
});

describe('load: adherence to the rota', () => {
  const mumShift: Shift = { primary: MUM, secondary: DAD, handoverAt: null };
  const adherence = (onCall: Shift | null, incidents: readonly Incident[]) =>
    metricsOf({ incidents, nights: [nightRow({ onCall })] }).load.rotaAdherence;
  const incidents = [settledBy(MUM, '02:43', '03:03'), settledBy(DAD, '03:50', '04:00')];

  it('takes the rota as followed when the primary was the first to respond', () => {
    // One of two.
    expect(adherence(mumShift, incidents)).toBe(0.5);
  });

  it('takes the rota as followed when the primary after the hand-over responded first', () => {
    expect(adherence({ ...mumShift, handoverAt: toWallTime('03:00') }, incidents)).toBe(1);
    expect(adherence({ ...mumShift, handoverAt: toWallTime('23:00') }, [settledBy(DAD, '00:10', '00:20')])).toBe(1);
  });

  it('compares the first responder with the primary at the time of the cry, not of the response', () => {
    const lateTimeline = [
      entry('detected', '02:55'),
      entry('acknowledged', '03:05', { by: DAD }),
      entry('resolved', '03:20'),
    ];
    expect(adherence({ ...mumShift, handoverAt: toWallTime('03:00') }, [incident(lateTimeline)])).toBe(0);
  });

  it('takes the caregiver of the first entry as the first of two who came at the same time', () => {
    const same = [
      entry('detected', '02:43'),
      entry('acknowledged', '02:44', { by: MUM }),
      entry('acknowledged', '02:44', { by: DAD }),
      entry('resolved', '03:03', { by: DAD }),
    ];
    expect(adherence(mumShift, [incident(same)])).toBe(1);
    expect(adherence({ ...mumShift, primary: DAD, secondary: MUM }, [incident(same)])).toBe(0);
  });

  it('leaves out incidents without a response, and hours without a primary', () => {
    const selfSettled = incident([entry('detected', '01:00'), entry('resolved', '01:10', { outcome: 'selfSettled' })]);
    // One of one: the other incident has no response.
    expect(adherence(mumShift, [selfSettled, settledBy(MUM, '02:43', '03:03')])).toBe(1);
    // From 3:00 on nobody is on call: one of one.
    expect(adherence({ primary: MUM, secondary: null, handoverAt: toWallTime('03:00') }, incidents)).toBe(1);
    expect(adherence(mumShift, [selfSettled])).toBeNull();
    expect(adherence(null, incidents)).toBeNull();
  });

  it('uses the rotation’s slots, night by night', () => {
    const rotation = {
      anchor: day('2026-11-16'),
      slots: [mumShift, { primary: DAD, secondary: MUM, handoverAt: null }],
    };
    const nextNightIncident = (from: string, to: string, caregiverId: string) =>
      incident(
        [entry('detected', at(`2026-11-17 ${from}`)), entry('resolved', at(`2026-11-17 ${to}`), { by: caregiverId })],
        {
          id: `17th ${from}`,
        },
      );
    const incidents = [
      settledBy(MUM, '02:43', '03:03'),
      nextNightIncident('22:00', '22:10', DAD),
      nextNightIncident('23:00', '23:10', MUM),
    ];
    const { load } = metricsOf({ household: household({ rotation }), incidents }, { to: '2026-11-17' });
    // Mum responded on the 16th, her night. On the 17th, Dad’s night, both responded once: 2 of 3.
    expect(load.rotaAdherence).toBe(2 / 3);
  });
});
