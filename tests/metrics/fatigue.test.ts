import { describe, expect, it } from 'vitest';
import type { Incident } from '@/domain/rows/incident';
import { at, DAD, dad, entry, household, incident, MUM, mum, tonightAt, wakeUp } from '../support/factories';
import {
  DELETED,
  grandma,
  incidentWithDadAsleep,
  incidentWithDadUp,
  metricsOf,
  metricsOfIncidents,
  quietNight,
} from '../support/metrics';

const NOTHING = { interventions: 0, noResponses: 0, worstNight: 0, nightsOverLimit: 0, capacity: null };

const fatigueOfDad = (incidents: readonly Incident[]) =>
  metricsOfIncidents(incidents, { to: '2026-11-19' }).fatigue.byCaregiver[DAD];

describe('fatigue', () => {
  it('counts how often a caregiver got up, and how often they did not wake', () => {
    const found = fatigueOfDad([
      incidentWithDadUp(tonightAt('23:10')),
      incidentWithDadUp(tonightAt('01:05')),
      incidentWithDadAsleep(tonightAt('02:43')),
    ]);
    // Two responses before the “didn’t wake” of 2:44.
    expect(found).toEqual({ interventions: 2, noResponses: 1, worstNight: 2, nightsOverLimit: 0, capacity: 2 });
  });

  it('counts an incident for every caregiver who responded', () => {
    const timeline = [
      entry('detected', '02:43'),
      entry('acknowledged', '02:44', { by: DAD }),
      entry('remedy', '02:48', { by: DAD }),
      entry('remedy', '02:55', { by: MUM }),
      entry('resolved', '03:03', { by: MUM }),
    ];
    const { byCaregiver } = metricsOfIncidents([incident(timeline)]).fatigue;
    expect(byCaregiver).toMatchObject({ [MUM]: { interventions: 1 }, [DAD]: { interventions: 1 } });
  });

  it('returns the most interventions in one night', () => {
    const incidents = [
      incidentWithDadUp(tonightAt('23:10')),
      incidentWithDadUp(at('2026-11-18 00:10')),
      incidentWithDadUp(at('2026-11-18 02:10')),
      incidentWithDadUp(at('2026-11-18 04:10')),
    ];
    expect(fatigueOfDad(incidents)).toMatchObject({ interventions: 4, worstNight: 3 });
  });

  it('does not count a false alarm, whoever slept through it', () => {
    const falseAlarm = [
      entry('detected', '23:00'),
      entry('noResponse', '23:00:10', { by: DAD }),
      entry('resolved', '23:00:25', { outcome: 'selfSettled' }),
    ];
    expect(fatigueOfDad([incident(falseAlarm)])).toEqual(NOTHING);
  });

  it('does not count deleted entries', () => {
    const timeline = [
      entry('detected', '02:43'),
      entry('noResponse', '02:44', { by: DAD, ...DELETED }),
      entry('acknowledged', '02:45', { by: DAD, ...DELETED }),
      entry('resolved', '03:03'),
    ];
    expect(fatigueOfDad([incident(timeline)])).toEqual(NOTHING);
  });

  it('lists archived caregivers and those who did nothing, but not deleted ones', () => {
    const { byCaregiver } = metricsOf({
      caregivers: [mum, { ...grandma, archived: true }, { ...dad, ...DELETED }],
      incidents: [incidentWithDadUp(tonightAt('02:43'))],
    }).fatigue;
    expect(byCaregiver).toEqual({ [MUM]: NOTHING, grandma: NOTHING });
  });
});

describe('fatigue: nights over the limit', () => {
  const incidents = [wakeUp('22:00', '22:10'), wakeUp('02:00', '02:10')];
  const householdWithLimit = (fatigueLimit: number) =>
    household({ objectives: { mttrMinutes: 20, availability: 0.9, fatigueLimit, weaning: null } });
  const nightsOver = (householdLimit: number, ownLimit: number | null) =>
    metricsOf({
      household: householdWithLimit(householdLimit),
      caregivers: [{ ...mum, fatigueLimit: ownLimit }],
      incidents,
    }).fatigue.byCaregiver[MUM]?.nightsOverLimit;

  it('counts a night with more interventions than the limit, but not a night with as many', () => {
    expect([nightsOver(1, null), nightsOver(2, null)]).toEqual([1, 0]);
  });

  it('uses the caregiver’s own limit when there is one, even 0', () => {
    expect([nightsOver(5, 1), nightsOver(1, 2), nightsOver(5, 0)]).toEqual([1, 0, 1]);
  });

  it('counts every night with an intervention when the limit is 0', () => {
    const found = metricsOf(
      { household: householdWithLimit(0), incidents, nights: [quietNight('2026-11-17')] },
      { to: '2026-11-17' },
    );
    expect(found.fatigue.byCaregiver[MUM]?.nightsOverLimit).toBe(1);
  });
});

describe('fatigue: capacity', () => {
  it('returns the median over the nights in which the caregiver stopped responding', () => {
    const incidents = [
      // Responses before the “didn’t wake”: 1 on the 16th and 3 on the 17th. The 18th has none.
      incidentWithDadUp(tonightAt('22:00')),
      incidentWithDadAsleep(tonightAt('23:00')),
      incidentWithDadUp(at('2026-11-17 22:00')),
      incidentWithDadUp(at('2026-11-18 00:00')),
      incidentWithDadUp(at('2026-11-18 02:00')),
      incidentWithDadAsleep(at('2026-11-18 04:00')),
      incidentWithDadUp(at('2026-11-18 22:00')),
      incidentWithDadUp(at('2026-11-18 23:00')),
    ];
    // The median of 1 and 3.
    expect(fatigueOfDad(incidents)).toMatchObject({ capacity: 2, interventions: 6, noResponses: 2 });
    // The median of 1, 3 and 0, which is the 19th.
    expect(fatigueOfDad([...incidents, incidentWithDadAsleep(at('2026-11-19 22:00'))])?.capacity).toBe(1);
  });

  it('counts up to the first “didn’t wake” of a night, whatever comes later', () => {
    const incidents = [
      incidentWithDadUp(tonightAt('22:00')),
      incidentWithDadAsleep(tonightAt('23:00')),
      incidentWithDadUp(tonightAt('01:00')),
      incidentWithDadAsleep(tonightAt('02:00')),
    ];
    expect(fatigueOfDad(incidents)).toMatchObject({ interventions: 2, noResponses: 2, capacity: 1 });
  });

  it('returns 0 when the caregiver did not wake for the first call, even if they came later', () => {
    const timeline = [
      entry('detected', '02:43'),
      entry('noResponse', '02:45', { by: DAD }),
      entry('acknowledged', '02:47', { by: DAD }),
      entry('resolved', '03:03', { by: DAD }),
    ];
    expect(fatigueOfDad([incident(timeline)])).toMatchObject({ interventions: 1, noResponses: 1, capacity: 0 });
  });

  it('compares with the instant at which the caregiver came, not with the instant at which the child woke', () => {
    const earlyTimeline = [
      entry('detected', '02:30'),
      entry('acknowledged', '02:50', { by: DAD }),
      entry('resolved', '03:00'),
    ];
    // Dad did not wake at 2:41. He came to the incident of 2:30 only at 2:50.
    expect(fatigueOfDad([incident(earlyTimeline), incidentWithDadAsleep(tonightAt('02:40'))])?.capacity).toBe(0);
  });

  it('counts up to the earliest “didn’t wake” of the night, in whichever incident it is', () => {
    const longTimeline = [
      entry('detected', '22:00'),
      entry('noResponse', '22:40', { by: DAD }),
      entry('resolved', '22:50', { by: MUM }),
    ];
    // He did not wake at 22:11, was up at 22:21, and did not wake at 22:40.
    const incidents = [
      incident(longTimeline),
      incidentWithDadAsleep(tonightAt('22:10')),
      incidentWithDadUp(tonightAt('22:20')),
    ];
    expect(fatigueOfDad(incidents)).toMatchObject({ interventions: 1, noResponses: 2, capacity: 0 });
  });

  it('does not count a response at the instant of the “didn’t wake”', () => {
    // He was up at 22:01, and did not wake at 22:01.
    expect(
      fatigueOfDad([incidentWithDadUp(tonightAt('22:00')), incidentWithDadAsleep(tonightAt('22:00'))])?.capacity,
    ).toBe(0);
  });

  it('returns null when the caregiver always woke', () => {
    expect(fatigueOfDad([incidentWithDadUp(tonightAt('23:10'))])?.capacity).toBeNull();
  });
});
