import { describe, expect, it } from 'vitest';
import type { HouseholdLog } from '@/domain/rows/tables';
import { computeCharts } from '@/metrics/computeCharts';
import { computeMetrics } from '@/metrics/computeMetrics';
import { at, DAD, day, entry, household, incident, leo, MUM, nightRow, toWallTime, ZOE } from '../support/factories';
import { incidentWithDadAsleep, incidentWithDadUp, logWith, quietNight, wakeUpBetween } from '../support/metrics';

const charts = (more: Partial<HouseholdLog>, from = '2026-11-16', to = from, perStep = 1) =>
  computeCharts(logWith(more), { from: day(from), to: day(to) }, at('2026-12-01 12:00'), perStep);

describe('computeCharts: buckets', () => {
  const incidents = [
    wakeUpBetween('2026-11-09 22:00', '2026-11-09 22:10'),
    wakeUpBetween('2026-11-09 23:00', '2026-11-09 23:30'),
    wakeUpBetween('2026-11-11 22:00', '2026-11-11 22:20'),
    wakeUpBetween('2026-11-16 22:00', '2026-11-16 22:40'),
  ];

  it('returns one bucket per night, with the figures of that night alone', () => {
    const { buckets } = charts({ incidents }, '2026-11-09', '2026-11-11');
    expect(buckets.map(({ from, to, mttr }) => [from, to, mttr.median])).toEqual([
      ['2026-11-09', '2026-11-09', 20],
      ['2026-11-10', '2026-11-10', null],
      ['2026-11-11', '2026-11-11', 20],
    ]);
    expect(buckets.map(({ availability }) => availability.observedNights)).toEqual([1, 0, 1]);
    // 40 of 660 minutes awake.
    expect(buckets[0]?.availability.household).toBeCloseTo(620 / 660, 12);
  });

  it('returns one bucket per week, of which the last may be shorter', () => {
    const { buckets } = charts({ incidents }, '2026-11-09', '2026-11-17', 7);
    expect(buckets.map(({ from, to, mttr }) => [from, to, mttr.n, mttr.median])).toEqual([
      ['2026-11-09', '2026-11-15', 3, 20],
      ['2026-11-16', '2026-11-17', 1, 40],
    ]);
  });

  it('gives a week the figures of its nights together', () => {
    const log = logWith({ incidents });
    const [week] = charts({ incidents }, '2026-11-09', '2026-11-15', 7).buckets;
    const metrics = computeMetrics(log, { from: day('2026-11-09'), to: day('2026-11-15') }, at('2026-12-01 12:00'));
    expect(week?.mttr).toEqual(metrics.mttr);
    expect(week?.availability).toEqual(metrics.availability);
    expect(week?.fatigue).toEqual(metrics.fatigue.byCaregiver);
  });
});

describe('computeCharts: double incidents', () => {
  it('returns a value per bucket, and their sum equals the figure of the range', () => {
    const incidents = [
      wakeUpBetween('2026-11-09 22:00', '2026-11-09 22:30'),
      wakeUpBetween('2026-11-09 22:20', '2026-11-09 22:40', { childId: ZOE }),
      wakeUpBetween('2026-11-11 22:00', '2026-11-11 22:20'),
    ];
    const { buckets } = charts({ incidents }, '2026-11-09', '2026-11-11');
    expect(buckets.map(({ double }) => double)).toEqual([
      { count: 1, minutes: 10 },
      { count: 0, minutes: 0 },
      { count: 0, minutes: 0 },
    ]);
  });
});

describe('computeCharts: capacityNights', () => {
  it('counts each night with a “didn’t wake” once', () => {
    const incidents = [
      incidentWithDadAsleep(at('2026-11-09 22:00')),
      incidentWithDadAsleep(at('2026-11-09 23:00')),
      incidentWithDadUp(at('2026-11-10 22:00')),
      incidentWithDadAsleep(at('2026-11-11 22:00')),
    ].map((each) => ({
      ...each,
      // A caregiver who did not wake was called before.
      timeline: each.timeline.flatMap((line) =>
        line.kind === 'noResponse' ? [entry('escalated', line.at, { to: DAD }), line] : [line],
      ),
    }));
    expect(charts({ incidents }, '2026-11-09', '2026-11-15').capacityNights).toEqual({ mum: 0, dad: 2 });
  });
});

describe('computeCharts: weaning', () => {
  const settled = (hour: string, ...tried: ('feed' | 'cuddle')[]) =>
    incident(
      [
        entry('detected', at(`2026-11-16 ${hour}:00`)),
        ...tried.map((remedy, index) =>
          entry('remedy', at(`2026-11-16 ${hour}:0${index + 1}`), { remedy, id: remedy }),
        ),
        entry('resolved', at(`2026-11-16 ${hour}:20`)),
      ],
      { id: hour },
    );

  it('counts recoveries without a feed in the timeline', () => {
    const incidents = [settled('20', 'feed'), settled('21', 'cuddle', 'feed'), settled('22', 'cuddle'), settled('23')];
    expect(charts({ incidents }).weaning).toEqual({ withoutFeed: 0.5, n: 4 });
  });

  it('leaves out open incidents and “up for the day”', () => {
    const open = incident([entry('detected', at('2026-11-16 22:00'))], { id: 'open' });
    const up = incident(
      [entry('detected', at('2026-11-17 05:00')), entry('resolved', at('2026-11-17 06:00'), { outcome: 'upForDay' })],
      { id: 'up', childId: leo.id },
    );
    expect(charts({ incidents: [open, up] }).weaning).toEqual({ withoutFeed: null, n: 0 });
  });
});

describe('computeCharts: hours', () => {
  it('uses the hour of the wall clock and the weekday of the evening', () => {
    // 16 November 2026 is a Monday, and 2:43 on Tuesday belongs to Monday's night.
    const incidents = [
      wakeUpBetween('2026-11-17 02:43', '2026-11-17 03:03'),
      wakeUpBetween('2026-11-17 02:59', '2026-11-17 03:13'),
      wakeUpBetween('2026-11-22 23:00', '2026-11-22 23:20'),
    ];
    expect(charts({ incidents }, '2026-11-16', '2026-11-22').hours).toEqual([
      { weekday: 1, hour: 2, count: 2 },
      { weekday: 7, hour: 23, count: 1 },
    ]);
  });

  it('counts both hours between two and three in the night that has two', () => {
    // 25 October 2026 in Paris: 2:30 CEST is 0:30 UTC, 2:30 CET an hour later.
    const firstHourAt = Date.UTC(2026, 9, 25, 0, 30);
    const incidents = [firstHourAt, firstHourAt + 3_600_000].map((beginsAt, index) =>
      incident(
        [
          entry('detected', beginsAt as ReturnType<typeof at>),
          entry('resolved', (beginsAt + 600_000) as ReturnType<typeof at>),
        ],
        { id: String(index) },
      ),
    );
    expect(charts({ incidents }, '2026-10-24').hours).toEqual([{ weekday: 6, hour: 2, count: 2 }]);
  });
});

describe('computeCharts: planned load', () => {
  const rotaOf = (...slots: { primary: string; secondary: string | null; handoverAt: string | null }[]) =>
    household({
      rotation: {
        anchor: day('2026-11-16'),
        slots: slots.map(({ handoverAt, ...slot }) => ({
          ...slot,
          handoverAt: handoverAt === null ? null : toWallTime(handoverAt),
        })),
      },
    });

  it('returns shares of the hours on call in the logged nights', () => {
    const rota = rotaOf(
      { primary: MUM, secondary: DAD, handoverAt: null },
      { primary: DAD, secondary: MUM, handoverAt: null },
    );
    const nights = ['2026-11-16', '2026-11-17', '2026-11-18'].map(quietNight);
    expect(charts({ household: rota, nights }, '2026-11-16', '2026-11-20').planned).toEqual({ mum: 2 / 3, dad: 1 / 3 });
  });

  it('divides a night at its hand-over', () => {
    const rota = rotaOf({ primary: DAD, secondary: MUM, handoverAt: '03:00' });
    const nights = [quietNight('2026-11-16')];
    expect(charts({ household: rota, nights }).planned).toEqual({ mum: 4 / 11, dad: 7 / 11 });
  });

  it('prefers a night’s own shift to the rota’s, and returns null without either', () => {
    const own = nightRow({ quiet: true, onCall: { primary: MUM, secondary: null, handoverAt: null } });
    const rota = rotaOf({ primary: DAD, secondary: null, handoverAt: null });
    expect(charts({ household: rota, nights: [own] }).planned).toEqual({ mum: 1, dad: 0 });
    expect(charts({ nights: [quietNight('2026-11-16')] }).planned).toEqual({ mum: null, dad: null });
  });

  it('leaves out the time after a hand-over to nobody', () => {
    const rota = rotaOf({ primary: DAD, secondary: null, handoverAt: '03:00' });
    expect(charts({ household: rota, nights: [quietNight('2026-11-16')] }).planned).toEqual({ mum: 0, dad: 1 });
  });
});
