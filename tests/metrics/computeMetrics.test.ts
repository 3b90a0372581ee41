import { describe, expect, it } from 'vitest';
import type { Incident } from '@/domain/rows/incident';
import { computeMetrics } from '@/metrics/computeMetrics';
import { at, DAD, day, entry, incident, LEO, MUM, nightRow, tonightAt, toWallTime, ZOE } from '../support/factories';
import { logWith, metricsOf } from '../support/metrics';

const NO_TIMES = { mean: null, median: null, p90: null, n: 0 };

describe('computeMetrics of an empty log', () => {
  it('returns 0 for counts, and null for figures without data', () => {
    const untired = { interventions: 0, noResponses: 0, worstNight: 0, nightsOverLimit: 0, capacity: null };
    const uncalled = { attempts: 0, answered: 0, rate: null };
    const idle = { share: null, awakeMinutes: 0 };
    expect(metricsOf({})).toEqual({
      range: { from: '2026-11-16', to: '2026-11-16', timeZone: 'Europe/Paris' },
      incidents: { counted: 0, falseAlarms: 0, selfSettled: 0, reopened: 0, open: 0 },
      mttr: NO_TIMES,
      mtta: NO_TIMES,
      timeBetween: NO_TIMES,
      availability: {
        household: null,
        byChild: { [LEO]: null, [ZOE]: null },
        byCaregiver: { [MUM]: null, [DAD]: null },
        observedNights: 0,
        incidentFreeNights: 0,
        longestStretch: { best: null, mean: null },
      },
      errorBudget: { objective: 0.9, budget: null, spent: null, remaining: null },
      fatigue: { byCaregiver: { [MUM]: untired, [DAD]: untired } },
      escalations: { byCaregiver: { [MUM]: uncalled, [DAD]: uncalled } },
      load: { byCaregiver: { [MUM]: idle, [DAD]: idle }, fairness: null, rotaAdherence: null },
      causes: {},
      remedies: {},
      runbooks: { none: 0 },
      double: { count: 0, minutes: 0 },
      illness: { during: null, outside: null },
      streak: 0,
      debt: { outstanding: 0, accrued: 0, paid: 0 },
      nights: [
        {
          night: '2026-11-16',
          observed: false,
          windowStart: tonightAt('20:00'),
          windowEnd: tonightAt('07:00'),
          counted: 0,
          falseAlarms: 0,
          downtime: null,
          availability: null,
          longestStretch: null,
          onCall: null,
        },
      ],
    });
  });

  it('returns no keys of people when there are no people', () => {
    const found = metricsOf({ children: [], caregivers: [] });
    expect(found.availability).toMatchObject({ byChild: {}, byCaregiver: {} });
    expect(found.load).toEqual({ byCaregiver: {}, fairness: null, rotaAdherence: null });
    expect(found.fatigue.byCaregiver).toEqual({});
    expect(found.escalations.byCaregiver).toEqual({});
  });

  it('returns no night when the range is empty', () => {
    const range = { from: day('2026-11-17'), to: day('2026-11-16') };
    const found = computeMetrics(logWith({ nights: [nightRow({ quiet: true })] }), range, tonightAt('09:00'));
    expect(found.nights).toEqual([]);
    expect(found.availability).toMatchObject({ household: null, observedNights: 0 });
  });
});

/*
 * The usual night, computed by hand. Mum is on call until 3:00, then Dad.
 *
 *   22:10        Léo settles alone in 20 s: a false alarm.
 *   23:30–23:50  Léo, hunger. Mum logs the cry, so she is up; she feeds at 23:35.
 *   02:43–03:20  Léo. Dad is called at 2:44 and does not wake at 2:46. Mum is up at 2:47 and
 *                feeds at 2:50; asleep at 3:03, awake again at 3:08. Mum cuddles at 3:10;
 *                asleep at 3:20. Runbook “standard”.
 *   03:00–03:30  Zoé, nightmare. Dad is called at 3:01 and is up at 3:06; a song at 3:15.
 *   04:10–04:20  Léo settles alone. No caregiver is named.
 *   06:10        Zoé is up for the day at 6:20, logged by Dad.
 */
const nightIncidents: Incident[] = [
  incident([entry('detected', '22:10:00'), entry('resolved', '22:10:20', { outcome: 'selfSettled' })], { id: 'a' }),
  incident([entry('detected', '23:30', { by: MUM }), entry('remedy', '23:35'), entry('resolved', '23:50')], {
    id: 'b',
    causeId: 'hunger',
  }),
  incident(
    [
      entry('detected', '02:43'),
      entry('escalated', '02:44', { to: DAD }),
      entry('noResponse', '02:46', { by: DAD }),
      entry('acknowledged', '02:47', { by: MUM }),
      entry('remedy', '02:50'),
      entry('resolved', '03:03'),
      entry('reopened', '03:08'),
      entry('remedy', '03:10', { remedy: 'cuddle' }),
      entry('resolved', '03:20'),
    ],
    { id: 'c', runbookId: 'standard' },
  ),
  incident(
    [
      entry('detected', '03:00'),
      entry('escalated', '03:01', { to: DAD }),
      entry('acknowledged', '03:06', { by: DAD }),
      entry('remedy', '03:15', { by: DAD, remedy: 'song' }),
      entry('resolved', '03:30', { by: DAD }),
    ],
    { id: 'd', childId: ZOE, causeId: 'nightmare' },
  ),
  incident([entry('detected', '04:10'), entry('resolved', '04:20', { by: null, outcome: 'selfSettled' })], { id: 'e' }),
  incident([entry('detected', '06:10'), entry('resolved', '06:20', { by: DAD, outcome: 'upForDay' })], {
    id: 'f',
    childId: ZOE,
  }),
];

describe('computeMetrics of one night', () => {
  const onCall = { primary: MUM, secondary: DAD, handoverAt: toWallTime('03:00') };
  const found = metricsOf({
    incidents: nightIncidents,
    nights: [nightRow({ onCall })],
    chores: [
      {
        id: 'laundry',
        updatedAt: tonightAt('21:00'),
        deletedAt: null,
        title: 'laundry',
        effortMinutes: 45,
        deferredAt: tonightAt('21:00'),
        paidAt: null,
      },
    ],
    episodes: [
      {
        id: 'cold',
        updatedAt: at('2026-11-15 10:00'),
        deletedAt: null,
        childId: LEO,
        label: '',
        kind: 'cold',
        startDay: day('2026-11-15'),
        endDay: null,
        note: '',
      },
    ],
  });

  it('counts the incidents', () => {
    expect(found.incidents).toEqual({ counted: 5, falseAlarms: 1, selfSettled: 1, reopened: 1, open: 0 });
    expect(found.causes).toEqual({ hunger: 1, nightmare: 1, unknown: 3 });
    expect(found.runbooks).toEqual({ standard: 1, none: 4 });
    expect(found.streak).toBe(1);
    // Léo is ill and woke three times. Zoé is not ill and woke twice.
    expect(found.illness).toEqual({ during: 3, outside: 2 });
  });

  it('measures recovery, acknowledgement and the time between incidents', () => {
    // 20, 37, 30 and 10: mean 97 ÷ 4, median (20 + 30) ÷ 2, p90 at rank 2.7: 30 + 0.7·7.
    expect(found.mttr).toMatchObject({ mean: 24.25, median: 25, n: 4 });
    expect(found.mttr.p90).toBeCloseTo(34.9, 9);
    // 5, 4 and 6 minutes. The other two incidents have no response before their end. The p90 lies
    // at rank 1.8: 5 + 0.8.
    expect(found.mtta).toMatchObject({ mean: 5, median: 5, n: 3 });
    expect(found.mtta.p90).toBeCloseTo(5.8, 9);
    // Léo: 173 minutes from 23:50 to 2:43, and 50 from 3:20 to 4:10. Zoé: 160 from 3:30 to 6:10.
    // The mean is 383 ÷ 3.
    expect(found.timeBetween).toMatchObject({ median: 160, n: 3 });
    expect(found.timeBetween.mean).toBeCloseTo(383 / 3, 9);
  });

  it('measures availability, double incidents, the error budget and the debt', () => {
    // Léo: 20 s and 20, 20, 12 and 10 minutes, together 62 min 20 s. Zoé: 30 minutes, and 50 from
    // 6:10 to 7:00. Both at once: 3:00–3:03 and 3:08–3:20.
    const [leoMinutes, zoeMinutes, doubleMinutes] = [62 + 1 / 3, 80, 15];
    expect(found.double).toEqual({ count: 2, minutes: doubleMinutes });
    expect(found.errorBudget.spent).toBeCloseTo(leoMinutes + zoeMinutes - doubleMinutes, 9);
    expect(found.errorBudget.remaining).toBeCloseTo(1 - (leoMinutes + zoeMinutes - doubleMinutes) / 66, 9);
    expect(found.availability.byChild[LEO]).toBeCloseTo(1 - leoMinutes / 660, 12);
    expect(found.availability.byChild[ZOE]).toBeCloseTo(1 - zoeMinutes / 660, 12);
    // The longest of 130, 79 min 40 s, 173, 40 and 110 minutes is 23:50 to 2:43.
    expect(found.availability.longestStretch).toEqual({ best: 173, mean: 173 });
    expect(found.nights).toMatchObject([{ counted: 5, falseAlarms: 1, longestStretch: 173, onCall }]);
    expect(found.debt).toEqual({ outstanding: 45, accrued: 45, paid: 0 });
  });

  it('computes load, fatigue and escalations for each caregiver', () => {
    // Mum: 23:30–23:50, 2:47–3:03, 3:10–3:20, 46 minutes. Dad: 3:06–3:30, 24.
    expect(found.load.byCaregiver).toEqual({
      [MUM]: { share: 0.5, awakeMinutes: 46 },
      [DAD]: { share: 0.5, awakeMinutes: 24 },
    });
    // Two interventions each. Mum responded to b and c. Dad, on call from 3:00, responded to d and
    // f.
    expect(found.load).toMatchObject({ fairness: 1, rotaAdherence: 1 });
    expect(found.availability.byCaregiver).toEqual({ [MUM]: 614 / 660, [DAD]: 636 / 660 });
    // Dad had no intervention before he did not wake at 2:46.
    expect(found.fatigue.byCaregiver).toMatchObject({
      [MUM]: { interventions: 2, noResponses: 0, worstNight: 2, capacity: null },
      [DAD]: { interventions: 2, noResponses: 1, worstNight: 2, capacity: 0 },
    });
    expect(found.escalations.byCaregiver[DAD]).toEqual({ attempts: 2, answered: 1, rate: 0.5 });
  });

  it('credits each remedy, and measures whether the sleep held', () => {
    // The feed of 23:35 took 15 minutes, and the sleep held. The feed of 2:50 is not credited,
    // because the cuddle of 3:10 came after it. That sleep did not hold: Léo woke 50 minutes after
    // 3:20. The song of 3:15 took 15 minutes, and the sleep held until 6:10.
    expect(found.remedies).toEqual({
      feed: { used: 2, credited: 1, recovery: { mean: 15, median: 15, p90: 15, n: 1 }, held: 1 },
      cuddle: { used: 1, credited: 1, recovery: { mean: 10, median: 10, p90: 10, n: 1 }, held: 0 },
      song: { used: 1, credited: 1, recovery: { mean: 15, median: 15, p90: 15, n: 1 }, held: 1 },
    });
  });
});
