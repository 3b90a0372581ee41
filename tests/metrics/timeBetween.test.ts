import { describe, expect, it } from 'vitest';
import type { Incident, Outcome } from '@/domain/rows/incident';
import { entry, incident, wakeUp, ZOE } from '../support/factories';
import { metricsOfIncidents, selfSettledIncident, wakeUpBetween } from '../support/metrics';

const timeBetween = (incidents: readonly Incident[]) =>
  metricsOfIncidents(incidents, { from: '2026-11-16', to: '2026-11-17' }).timeBetween;
const NONE = { mean: null, median: null, p90: null, n: 0 };

const incidentWithOutcome = (outcome: Outcome) =>
  incident([entry('detected', '02:43'), entry('resolved', '03:03', { outcome })], { id: outcome });

describe('timeBetween', () => {
  it('measures from sleep to the next cry', () => {
    // 3:03 to 3:50.
    expect(timeBetween([wakeUp('02:43', '03:03'), wakeUp('03:50', '04:00')])).toMatchObject({ mean: 47, n: 1 });
  });

  it('returns one value fewer than the night has wake-ups', () => {
    // 22:10 to 0:00 is 110, 0:10 to 3:00 is 170: mean 280 ÷ 2.
    const incidents = [wakeUp('22:00', '22:10'), wakeUp('00:00', '00:10'), wakeUp('03:00', '03:10')];
    expect(timeBetween(incidents)).toEqual({ mean: 140, median: 140, p90: 164, n: 2 });
  });

  it('measures each child separately', () => {
    // Léo’s quiet from 3:03 to 5:00 is 117 minutes. Zoé woke once, so she has no time between.
    const incidents = [wakeUp('02:43', '03:03'), wakeUp('04:00', '04:10', { childId: ZOE }), wakeUp('05:00', '05:10')];
    expect(timeBetween(incidents)).toMatchObject({ mean: 117, n: 1 });
  });

  it('measures within one night, not over the day between two nights', () => {
    expect(timeBetween([wakeUp('06:00', '06:20'), wakeUpBetween('2026-11-17 21:00', '2026-11-17 21:10')])).toEqual(
      NONE,
    );
  });

  it('skips a false alarm, which does not count', () => {
    expect(
      timeBetween([wakeUp('02:43', '03:03'), selfSettledIncident('03:20', 20), wakeUp('03:50', '04:00')]),
    ).toMatchObject({
      mean: 47,
      n: 1,
    });
  });

  it('measures after “settled alone”, but not after “up for the day”', () => {
    expect(timeBetween([incidentWithOutcome('selfSettled'), wakeUp('03:50', '04:00')])).toMatchObject({
      mean: 47,
      n: 1,
    });
    expect(timeBetween([incidentWithOutcome('upForDay'), wakeUp('03:50', '04:00')])).toEqual(NONE);
  });

  it('returns 0 for incidents that touch, and leaves out those that overlap', () => {
    expect(timeBetween([wakeUp('02:43', '03:03'), wakeUp('03:03', '03:20')])).toMatchObject({ mean: 0, n: 1 });
    // Two phones left 2:43 to 3:20 and 3:00 to 3:10, which overlap. From 3:10 to 3:50 is 40.
    const overlapping = [wakeUp('02:43', '03:20'), wakeUp('03:00', '03:10'), wakeUp('03:50', '04:00')];
    expect(timeBetween(overlapping)).toMatchObject({ mean: 40, n: 1 });
  });

  it('returns the same times for any ids of two incidents that began at once', () => {
    // The first incident ends at the instant at which both begin: 0 minutes to the second one, and
    // 55 from 1:05 to 2:00.
    const momentaryIncident = wakeUp('01:00', '01:00');
    const simultaneousIncident = wakeUp('01:00', '01:05');
    const laterIncident = wakeUp('02:00', '02:10');
    for (const [firstId, secondId] of [
      ['a', 'b'],
      ['b', 'a'],
    ] as const) {
      const incidents = [
        { ...momentaryIncident, id: firstId },
        { ...simultaneousIncident, id: secondId },
        laterIncident,
      ];
      expect(timeBetween(incidents)).toMatchObject({ mean: 27.5, n: 2 });
    }
  });

  it('includes incidents with an estimated end', () => {
    const estimatedIncident = incident([entry('detected', '02:43'), entry('resolved', '03:03', { estimated: true })]);
    expect(timeBetween([estimatedIncident, wakeUp('03:50', '04:00')])).toMatchObject({ mean: 47, n: 1 });
  });

  it('returns no value after an open incident, or with a single wake-up', () => {
    expect(timeBetween([incident([entry('detected', '02:43')]), wakeUp('03:50', '04:00')])).toEqual(NONE);
    expect(timeBetween([wakeUp('02:43', '03:03')])).toEqual(NONE);
  });
});
