import { describe, expect, it } from 'vitest';
import { computeReport } from '@/metrics/paediatrician/computeReport';
import { patience } from '@/metrics/patience';
import { DAD, entry, incident, LEO, leo, MUM, nightRow, tonightAt } from '../support/factories';
import { logWith, metricsOf, NEXT_MORNING, selfSettledIncident, TONIGHT_RANGE } from '../support/metrics';

/* The night of the examples in docs/metrics.md. The figures in that document must be true. */

const NIGHT = {
  children: [leo],
  nights: [nightRow({ onCall: { primary: DAD, secondary: MUM, handoverAt: null } })],
  incidents: [
    selfSettledIncident('23:00', 25),
    incident(
      [
        entry('detected', '02:43'),
        entry('escalated', '02:44', { to: DAD }),
        entry('noResponse', '02:46', { by: DAD }),
        entry('acknowledged', '02:47', { by: MUM }),
        entry('remedy', '02:48', { by: MUM, remedy: 'feed' }),
        entry('resolved', '03:03', { by: MUM }),
      ],
      { id: 'first', causeId: 'hunger', runbookId: 'standard' },
    ),
    incident(
      [
        entry('detected', '03:50'),
        entry('acknowledged', '03:52', { by: MUM }),
        entry('remedy', '03:55', { by: MUM, remedy: 'diaper' }),
        entry('resolved', '04:00', { by: MUM }),
      ],
      { id: 'second' },
    ),
  ],
};

const summaryOfOne = (value: number) => ({ mean: value, median: value, p90: value, n: 1 });

describe('the example night of docs/metrics.md', () => {
  const found = metricsOf(NIGHT);
  const downtimeMinutes = 30 + 25 / 60;

  it('returns the incidents that the document lists', () => {
    expect(found.incidents).toEqual({ counted: 2, falseAlarms: 1, selfSettled: 0, reopened: 0, open: 0 });
    expect(found.causes).toEqual({ hunger: 1, unknown: 1 });
    expect(found.runbooks).toEqual({ standard: 1, none: 1 });
    expect(found.streak).toBe(1);
    expect(found.illness).toEqual({ during: null, outside: 2 });
  });

  it('returns the durations that the document lists', () => {
    // Recoveries of 20 and 10 minutes. Responses after 4 and 2 minutes, p90 2 + 0.9·2. Quiet from
    // 3:03 to 3:50.
    expect(found.mttr).toEqual({ mean: 15, median: 15, p90: 19, n: 2 });
    expect(found.mtta).toEqual({ mean: 3, median: 3, p90: 3.8, n: 2 });
    expect(found.timeBetween).toEqual(summaryOfOne(47));
  });

  it('returns the availability that the document lists', () => {
    expect(found.availability.household).toBeCloseTo(1 - downtimeMinutes / 660, 12);
    expect(found.availability.byChild[LEO]).toBeCloseTo(0.9539, 4);
    // Mum 2:47 to 3:03 and 3:52 to 4:00.
    expect(found.availability.byCaregiver).toEqual({ [MUM]: (660 - 24) / 660, [DAD]: 1 });
    // 23:00:25 to 2:43.
    expect(found.availability.longestStretch.best).toBeCloseTo(222 + 35 / 60, 9);
    expect(found.errorBudget.budget).toBeCloseTo(66, 9);
    expect(found.errorBudget.spent).toBeCloseTo(30.4167, 4);
    expect(found.errorBudget.remaining).toBeCloseTo(0.5391, 4);
    expect(found.double).toEqual({ count: 0, minutes: 0 });
  });

  it('returns the figures of each caregiver that the document lists', () => {
    expect(found.fatigue.byCaregiver).toEqual({
      [MUM]: { interventions: 2, noResponses: 0, worstNight: 2, nightsOverLimit: 0, capacity: null },
      [DAD]: { interventions: 0, noResponses: 1, worstNight: 0, nightsOverLimit: 0, capacity: 0 },
    });
    expect(found.escalations.byCaregiver).toEqual({
      [MUM]: { attempts: 0, answered: 0, rate: null },
      [DAD]: { attempts: 1, answered: 0, rate: 0 },
    });
    expect(found.load).toEqual({
      byCaregiver: { [MUM]: { share: 1, awakeMinutes: 24 }, [DAD]: { share: 0, awakeMinutes: 0 } },
      fairness: 0.5,
      rotaAdherence: 0,
    });
  });

  it('returns the elbows and the pages that the document lists', () => {
    const paged = incident([
      entry('detected', '02:43'),
      entry('escalated', '02:44', { to: DAD }),
      entry('noResponse', '02:46', { by: DAD }),
      entry('escalated', '02:47', { to: DAD, level: 2, via: 'page' }),
      entry('delivered', '02:47:02', { to: DAD }),
      entry('acknowledged', '02:48', { by: DAD }),
      entry('resolved', '03:03', { by: DAD }),
    ]);
    const { escalations, pages } = metricsOf({ ...NIGHT, incidents: [paged] });
    expect(escalations.byCaregiver[DAD]).toEqual({ attempts: 2, answered: 1, rate: 0.5 });
    expect(escalations.byVia?.[DAD]).toEqual({
      voice: { attempts: 1, answered: 0, rate: 0 },
      page: { attempts: 1, answered: 1, rate: 1 },
    });
    expect(pages?.byCaregiver[DAD]).toEqual({ sent: 1, delivered: 1, declined: 0, answer: summaryOfOne(1) });
  });

  it('returns the remedies that the document lists', () => {
    expect(found.remedies).toEqual({
      feed: { used: 1, credited: 1, recovery: summaryOfOne(15), held: 0 },
      diaper: { used: 1, credited: 1, recovery: summaryOfOne(5), held: 1 },
    });
  });

  it('returns the patience that the document lists', () => {
    const patienceAt = (time: string) => patience(logWith(NIGHT), TONIGHT_RANGE, tonightAt(time))[MUM];
    // The costs are 4 + 0.5·16 at 3:03 and 4 + 0.5·8 at 4:00. The hour of sleep ends at 5:00.
    expect([patienceAt('03:10'), patienceAt('04:10'), patienceAt('05:10')]).toEqual([88, 80, 88]);
    expect(patience(logWith(NIGHT), TONIGHT_RANGE, NEXT_MORNING)).toEqual({ [MUM]: 100, [DAD]: 100 });
  });

  it('returns the cries that the document lists, in the paediatrician’s report', () => {
    const report = computeReport(logWith(NIGHT), LEO, TONIGHT_RANGE, NEXT_MORNING);
    expect(report?.wakeUps).toEqual({ median: 2, max: 2 });
    expect(report?.awake.median).toBeCloseTo(downtimeMinutes, 12);
    expect(report?.longestStretch.max).toBeCloseTo(222.583, 3);
    expect(report?.rows[0]?.cries).toHaveLength(3);
  });
});
