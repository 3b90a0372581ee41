import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportJson } from '@/exports/reportJson';
import { computeReport } from '@/metrics/paediatrician/computeReport';
import { exportedLog } from '../support/exportedLog';
import { at, day, LEO } from '../support/factories';
import { randomCases } from '../support/randomLog';

const RANGE = { from: day('2026-11-14'), to: day('2026-11-16') };

function dataOf(log = exportedLog(), childId = LEO, range = RANGE, now = at('2026-11-17 12:00')) {
  const report = computeReport(log, childId, range, now);
  if (!report) throw new Error('no such child');
  return { report, data: JSON.parse(reportJson(report)) };
}

describe('the paediatrician’s report as data', () => {
  it('says whose it is, of which nights, and when it was made', () => {
    expect(dataOf().data).toMatchObject({
      format: 'infernalops-paediatrician',
      version: 1,
      madeAt: '2026-11-17T11:00:00.000Z',
      child: { name: 'Léo', birthDate: '2026-02-17', dueDate: null },
      nights: { from: '2026-11-14', to: '2026-11-16' },
      household: { timeZone: 'Europe/Paris', nightStart: '20:00', nightEnd: '07:00', graceSeconds: 30 },
    });
  });

  it('has each night, and null where nobody logged one', () => {
    // Léo: awake 2:43 to 3:03 and 3:07 to 3:30, 5:00 to 5:10. "Good morning" was at 6:45.
    expect(dataOf().data.byNight).toMatchObject([
      { night: '2026-11-14', logged: false, wakeUps: null, awakeMinutes: null, longestStretchMinutes: null },
      { night: '2026-11-15', logged: true, wakeUps: 0, awakeMinutes: 0 },
      { night: '2026-11-16', logged: true, wakeUps: 2, awakeMinutes: 53, windowEnd: '2026-11-17 06:45:00' },
    ]);
  });

  it('has the temperatures, doses, illnesses, notes and causes', () => {
    expect(dataOf().data).toMatchObject({
      temperatures: [{ at: '2026-11-15T20:00:00.000Z', local: '2026-11-15 21:00:00', celsius: 38.45 }],
      medicines: [{ local: '2026-11-15 21:10:00', name: '+Sirop', amount: '2,5 ml' }],
      illnesses: [{ kind: 'cold', label: 'a cold', startDay: '2026-11-14', endDay: '2026-11-16' }],
      notes: [{ at: '2026-11-17T01:43:00.000Z', about: 'wakeUp', text: 'left molar' }],
      causes: [
        { cause: 'teething', count: 1 },
        { cause: 'unknown', count: 1 },
      ],
    });
  });

  it('has the figures of the report for any log', () => {
    const setting = { timeZone: 'Europe/Paris', middleNight: day('2026-10-24') };
    fc.assert(
      fc.property(randomCases(setting), ({ log, range, now }) => {
        fc.pre(log.children[0]?.deletedAt === null);
        const { report, data } = dataOf(log, 'child-0', range, now);
        expect(data.byNight.map(({ night }: { night: string }) => night)).toEqual(
          report.nights.map(({ night }) => night),
        );
        expect(data.byNight.map(({ awakeMinutes }: { awakeMinutes: number }) => awakeMinutes)).toEqual(
          report.nights.map(({ downtime }) => downtime),
        );
        expect(data.byNight.map(({ cries }: { cries: number[] }) => cries)).toEqual(
          report.rows.map(({ cries }) => cries),
        );
        expect(data.summary).toMatchObject({
          loggedNights: report.observedNights,
          wakeUps: report.wakeUps,
          awakeMinutes: report.awake,
          longestStretchMinutes: report.longestStretch,
        });
        expect(data.notes).toHaveLength(report.notes.length);
      }),
      { numRuns: 40 },
    );
  });
});
