import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HouseholdLog } from '@/domain/rows/tables';
import { MINUTE_MS } from '@/lib/time';
import { computeMetrics } from '@/metrics/computeMetrics';
import { computeReport } from '@/metrics/paediatrician/computeReport';
import { draws } from '../../support/draws';
import { at, day, entry, incident, LEO, leo, nightRow, tonightAt, wakeUp, ZOE, zoe } from '../../support/factories';
import {
  DELETED,
  logWith,
  NEXT_MORNING,
  quietNight,
  selfSettledIncident,
  TONIGHT_RANGE,
  wakeUpBetween,
} from '../../support/metrics';
import { randomCases } from '../../support/randomLog';

function reportOf(more: Partial<HouseholdLog>, when: { from?: string; to?: string; now?: typeof NEXT_MORNING } = {}) {
  const range = { from: day(when.from ?? '2026-11-16'), to: day(when.to ?? when.from ?? '2026-11-16') };
  const report = computeReport(logWith(more), LEO, range, when.now ?? NEXT_MORNING);
  if (!report) throw new Error('no report');
  return report;
}

/** The usual night as `NightFigures` and as `SleepRow`. */
const nightOf = (more: Partial<HouseholdLog>, now = NEXT_MORNING) => {
  const { nights, rows } = reportOf(more, { now });
  const [night, row] = [nights[0], rows[0]];
  if (!night || !row) throw new Error('no night');
  return { ...night, row };
};

/** Minutes after noon: 20:00 is 480. */
const EIGHT = 8 * 60;
const SEVEN = 19 * 60;

describe('computeReport: the nights of one child', () => {
  it('contains that child’s wake-ups only', () => {
    const incidents = [wakeUp('02:43', '03:03'), wakeUp('04:00', '05:00', { id: 'zoe', childId: ZOE })];
    // 7:00 − 3:03 is shorter than 2:43 − 20:00.
    expect(nightOf({ incidents })).toMatchObject({ observed: true, counted: 1, downtime: 20, longestStretch: 403 });
  });

  it('counts a night as logged when the household logged it: a child without a wake-up slept', () => {
    const incidents = [wakeUp('04:00', '05:00', { childId: ZOE })];
    expect(nightOf({ incidents })).toMatchObject({ observed: true, counted: 0, downtime: 0, longestStretch: 660 });
  });

  it('returns null, not 0, for nights that nobody logged', () => {
    expect(nightOf({})).toMatchObject({ observed: false, downtime: null, longestStretch: null });
    const { wakeUps, awake, longestStretch, observedNights } = reportOf({});
    expect([wakeUps, awake, longestStretch]).toEqual(Array(3).fill({ median: null, max: null }));
    expect(observedNights).toBe(0);
  });

  it('summarizes the nights by the median and the maximum', () => {
    const incidents = [
      wakeUpBetween('2026-11-14 22:00', '2026-11-14 22:10'),
      wakeUpBetween('2026-11-15 22:00', '2026-11-15 22:30'),
      wakeUpBetween('2026-11-15 23:00', '2026-11-15 23:30'),
      wakeUpBetween('2026-11-15 23:45', '2026-11-16 00:15'),
    ];
    // One was not logged, one was quiet: 1, 3 and 0 wake-ups; 10, 90 and 0 minutes; 9 h 50 − 50,
    // 6 h 45 and 11 h.
    const report = reportOf(
      { incidents, nights: [quietNight('2026-11-16')] },
      { from: '2026-11-13', to: '2026-11-16' },
    );
    expect(report.observedNights).toBe(3);
    expect(report.incidentFreeNights).toBe(1);
    expect(report.wakeUps).toEqual({ median: 1, max: 3 });
    expect(report.awake).toEqual({ median: 10, max: 90 });
    expect(report.longestStretch).toEqual({ median: 530, max: 660 });
  });

  it('counts the causes of that child’s incidents', () => {
    const incidents = [
      wakeUp('02:00', '02:10', { causeId: 'hunger' }),
      wakeUp('03:00', '03:10'),
      wakeUp('04:00', '04:10', { id: 'zoe', childId: ZOE, causeId: 'noise' }),
    ];
    expect(reportOf({ incidents }).causes).toEqual({ hunger: 1, unknown: 1 });
  });

  it('returns null for a child who is unknown or deleted', () => {
    expect(computeReport(logWith(), 'nobody', TONIGHT_RANGE, NEXT_MORNING)).toBeNull();
    const children = [{ ...leo, ...DELETED }, zoe];
    expect(computeReport(logWith({ children }), LEO, TONIGHT_RANGE, NEXT_MORNING)).toBeNull();
  });
});

describe('sleepRow', () => {
  it('returns the night’s hours, the awake stretches, and the beginnings of cries', () => {
    const { row } = nightOf({ incidents: [wakeUp('02:43', '03:03')] });
    expect(row.hours).toEqual([{ start: EIGHT, minutes: 660 }]);
    expect(row.awake).toEqual([{ start: 883, minutes: 20, isStartEstimated: false, isEndEstimated: false }]);
    expect(row.cries).toEqual([883]);
    expect(row).toMatchObject({ observed: true, clockChange: null, hasAwakeOutsideHours: false, isRunning: false });
  });

  it('returns only the hours for a night that nobody logged', () => {
    expect(nightOf({}).row).toMatchObject({
      observed: false,
      awake: [],
      cries: [],
      hours: [{ start: EIGHT, minutes: 660 }],
    });
  });

  it('marks the beginnings and ends that are estimated', () => {
    const guessed = incident([entry('detected', '02:43', { estimated: true }), entry('resolved', '03:03')]);
    const ended = incident([entry('detected', '04:00'), entry('resolved', '04:10', { estimated: true })], {
      id: 'ended',
    });
    expect(nightOf({ incidents: [guessed, ended] }).row.awake).toMatchObject([
      { isStartEstimated: true, isEndEstimated: false },
      { isStartEstimated: false, isEndEstimated: true },
    ]);
  });

  it('marks the end of an open incident as estimated', () => {
    const open = incident([entry('detected', '02:43')]);
    const { row } = nightOf({ incidents: [open] }, tonightAt('03:00'));
    expect(row.awake).toEqual([{ start: 883, minutes: 17, isStartEstimated: false, isEndEstimated: true }]);
    expect(row).toMatchObject({ isRunning: true, hours: [{ start: EIGHT, minutes: 7 * 60 }] });
  });

  it('counts the child as awake to the night’s end after “up for the day”, as the figures do', () => {
    const up = incident([entry('detected', '06:00'), entry('resolved', '06:10', { outcome: 'upForDay' })]);
    const night = nightOf({ incidents: [up] });
    expect(night.downtime).toBe(60);
    expect(night.row.awake).toEqual([
      { start: SEVEN - 60, minutes: 60, isStartEstimated: false, isEndEstimated: false },
    ]);
  });

  it('contains stretches by day, and marks that no figure counts them', () => {
    const nap = wakeUpBetween('2026-11-16 14:00', '2026-11-16 14:20');
    const { row, counted } = nightOf({ incidents: [nap, wakeUp('02:43', '03:03')] });
    expect(row.awake.map(({ start }) => start)).toEqual([120, 883]);
    expect(row.hasAwakeOutsideHours).toBe(true);
    expect(counted).toBe(1);
  });

  it('contains only what lies between its two noons', () => {
    const nap = wakeUpBetween('2026-11-17 11:50', '2026-11-17 12:10');
    const { rows } = reportOf(
      { incidents: [nap] },
      { from: '2026-11-16', to: '2026-11-17', now: at('2026-11-18 09:00') },
    );
    expect(rows.map(({ awake }) => awake.map(({ start, minutes }) => [start, minutes]))).toEqual([
      [[1430, 10]],
      [[0, 10]],
    ]);
    expect(rows.map(({ cries }) => cries)).toEqual([[1430], []]);
  });

  it('contains a false alarm, which is not counted', () => {
    const report = reportOf({ incidents: [selfSettledIncident('23:00', 25)] });
    expect(report.falseAlarms).toBe(1);
    expect(report.rows[0]?.cries).toEqual([660]);
    expect(report.nights[0]?.counted).toBe(0);
  });

  it('returns an empty row for a night that has not begun', () => {
    expect(nightOf({}, tonightAt('18:00')).row).toMatchObject({
      hours: [],
      awake: [],
      observed: false,
      isRunning: false,
    });
  });

  it('follows the logged bedtime and morning', () => {
    const nights = [nightRow({ bedtimeAt: tonightAt('19:30'), morningAt: tonightAt('06:30') })];
    expect(nightOf({ nights }).row.hours).toEqual([{ start: EIGHT - 30, minutes: 660 }]);
  });
});

describe('computeReport of random logs', () => {
  const settings = [
    { timeZone: 'Europe/Paris', middleNight: day('2026-10-24') },
    { timeZone: 'Australia/Lord_Howe', middleNight: day('2026-10-03') },
    { timeZone: 'Africa/Cairo', middleNight: day('2026-04-23') },
  ];

  it.each(settings)(
    'returns reports that add up over all children to the figures of computeMetrics ($timeZone)',
    (setting) => {
      fc.assert(
        fc.property(randomCases(setting), (scene) => {
          const metrics = computeMetrics(scene.log, scene.range, scene.now);
          const reports = scene.log.children.flatMap(
            ({ id }) => computeReport(scene.log, id, scene.range, scene.now) ?? [],
          );
          const wakeUpCounts = reports.flatMap(({ nights }) => nights.map((night) => night.counted));
          expect(wakeUpCounts.reduce((sum, count) => sum + count, 0)).toBe(
            metrics.nights.reduce((sum, night) => sum + night.counted, 0) -
              countWakeUpsOfDeletedChildren(scene.log, scene.range, scene.now),
          );
          for (const { child, nights, observedNights } of reports) {
            expect(observedNights).toBe(metrics.availability.observedNights);
            const observedFigures = nights.filter(({ observed }) => observed);
            const downtimeMinutes = observedFigures.reduce((sum, { downtime }) => sum + (downtime ?? 0), 0);
            const windowMinutes =
              observedFigures.reduce((sum, { windowStart, windowEnd }) => sum + (windowEnd - windowStart), 0) /
              MINUTE_MS;
            const share = metrics.availability.byChild[child.id] ?? null;
            if (share === null || windowMinutes === 0) expect(downtimeMinutes).toBe(0);
            else expect(1 - downtimeMinutes / windowMinutes).toBeCloseTo(share, 9);
          }
        }),
        draws(60, 20_261_116),
      );
    },
  );

  it.each(settings)('returns rows with every awake minute of the night windows ($timeZone)', (setting) => {
    fc.assert(
      fc.property(randomCases(setting), ({ log, range, now }) => {
        for (const { id } of log.children) {
          const report = computeReport(log, id, range, now);
          for (const [index, row] of report?.rows.entries() ?? []) {
            const minutes = row.awake.reduce((sum, span) => sum + span.minutes, 0);
            expect(minutes).toBeGreaterThanOrEqual((report?.nights[index]?.downtime ?? 0) - 1e-6);
            if (!row.hasAwakeOutsideHours) expect(minutes).toBeCloseTo(report?.nights[index]?.downtime ?? 0, 6);
          }
        }
      }),
      draws(40, 20_261_116),
    );
  });
});

/**
 * Returns the number of counted wake-ups of deleted children. They count for the household, but
 * those children have no report.
 */
function countWakeUpsOfDeletedChildren(
  log: HouseholdLog,
  range: { from: typeof TONIGHT_RANGE.from; to: typeof TONIGHT_RANGE.to },
  now: typeof NEXT_MORNING,
) {
  const liveChildIds = new Set(log.children.filter(({ deletedAt }) => deletedAt === null).map(({ id }) => id));
  const otherLog = { ...log, incidents: log.incidents.filter(({ childId }) => !liveChildIds.has(childId)) };
  return computeMetrics(otherLog, range, now).nights.reduce((sum, { counted }) => sum + counted, 0);
}

describe('computeReport: nights without a wake-up that counts', () => {
  it('tells how many of them had time awake all the same', () => {
    const incidents = [wakeUp('19:30', '23:00')];
    const nights = [quietNight('2026-11-15')];
    expect(reportOf({ incidents, nights }, { from: '2026-11-15', to: '2026-11-16' })).toMatchObject({
      incidentFreeNights: 2,
      freeNightsAwake: 1,
      hasForgotten: false,
    });
  });

  it('tells whether a figure holds a wake-up of this child that nobody ended', () => {
    const open = incident([entry('detected', '03:00')]);
    expect(reportOf({ incidents: [open] })).toMatchObject({ hasForgotten: true });
    expect(reportOf({ incidents: [{ ...open, childId: ZOE }] })).toMatchObject({ hasForgotten: false });
  });
});
