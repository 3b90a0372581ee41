import { describe, expect, it } from 'vitest';
import type { Episode } from '@/domain/rows/others';
import type { HouseholdLog, RowOf } from '@/domain/rows/tables';
import { computeReport } from '@/metrics/paediatrician/computeReport';
import { at, day, LEO, wakeUp, ZOE } from '../../support/factories';
import { DELETED, logWith, wakeUpBetween } from '../../support/metrics';

const NOW = at('2026-11-20 15:00');

/** On Friday 20 November, of the nights from Monday to Thursday. */
function reportOf(more: Partial<HouseholdLog>) {
  const report = computeReport(logWith(more), LEO, { from: day('2026-11-16'), to: day('2026-11-19') }, NOW);
  if (!report) throw new Error('no report');
  return report;
}

const row = (time: string) => ({ id: time, updatedAt: at(time), deletedAt: null, childId: LEO, at: at(time) });
const temperatureRow = (time: string, celsius: number, more: object = {}): RowOf<'observations'> => ({
  ...row(time),
  kind: 'temperature',
  celsius,
  ...more,
});
const dose = (time: string, name = 'Paracetamol', amount = '2.5 ml', more: object = {}): RowOf<'observations'> => ({
  ...row(time),
  kind: 'medicine',
  name,
  amount,
  minHours: 6,
  ...more,
});

const illnessFrom = (startDay: string, endDay: string | null, more: Partial<Episode> = {}): Episode => ({
  id: `${startDay} ${endDay}`,
  updatedAt: NOW,
  deletedAt: null,
  childId: LEO,
  label: '',
  kind: 'cold',
  startDay: day(startDay),
  endDay: endDay === null ? null : day(endDay),
  note: '',
  ...more,
});

describe('computeReport: the days that a report covers', () => {
  it('covers whole days, from the first evening to the last morning', () => {
    const observations = [
      temperatureRow('2026-11-15 23:59', 36),
      temperatureRow('2026-11-16 00:00', 37),
      temperatureRow('2026-11-20 14:30', 38),
      temperatureRow('2026-11-20 23:59', 39),
      temperatureRow('2026-11-21 00:00', 40),
    ];
    const { temperatures } = reportOf({ observations });
    expect(temperatures.flatMap(({ taken }) => taken.map(({ celsius }) => celsius))).toEqual([38, 39, 37]);
  });

  it('returns the illnesses that touch the days, the one that began last first', () => {
    const episodes = [
      illnessFrom('2026-11-10', '2026-11-15'),
      illnessFrom('2026-11-12', '2026-11-16'),
      illnessFrom('2026-11-20', null),
      illnessFrom('2026-11-21', null),
      illnessFrom('2026-10-01', null),
    ];
    expect(reportOf({ episodes }).episodes.map(({ startDay }) => startDay)).toEqual([
      '2026-11-20',
      '2026-11-12',
      '2026-10-01',
    ]);
  });

  it('leaves out deleted rows, and the rows of other children', () => {
    const zoeFields = { childId: ZOE };
    const { episodes, temperatures, doses } = reportOf({
      episodes: [illnessFrom('2026-11-17', null, zoeFields), illnessFrom('2026-11-18', null, DELETED)],
      observations: [
        temperatureRow('2026-11-17 08:00', 38, zoeFields),
        temperatureRow('2026-11-17 09:00', 38, DELETED),
        dose('2026-11-17 10:00', 'Syrup', '', zoeFields),
        dose('2026-11-17 11:00', 'Syrup', '', DELETED),
      ],
    });
    expect([episodes, temperatures, doses]).toEqual([[], [], []]);
  });
});

describe('computeReport: temperatures and doses', () => {
  it('groups temperatures by day, the latest day first, and sorts them within it', () => {
    const observations = [
      temperatureRow('2026-11-18 07:00', 38.4),
      temperatureRow('2026-11-17 18:00', 39),
      temperatureRow('2026-11-17 08:00', 38),
    ];
    expect(
      reportOf({ observations }).temperatures.map(({ day: takenOn, taken }) => [takenOn, taken.map((t) => t.celsius)]),
    ).toEqual([
      ['2026-11-18', [38.4]],
      ['2026-11-17', [38, 39]],
    ]);
  });

  it('returns one line per day, medicine and amount', () => {
    const observations = [
      dose('2026-11-17 08:00'),
      dose('2026-11-17 14:00'),
      dose('2026-11-17 20:00', 'Paracetamol', '3 ml'),
      dose('2026-11-18 02:00'),
    ];
    expect(
      reportOf({ observations }).doses.map(({ day: of, amount, at: times }) => [of, amount, times.length]),
    ).toEqual([
      ['2026-11-18', '2.5 ml', 1],
      ['2026-11-17', '3 ml', 1],
      ['2026-11-17', '2.5 ml', 2],
    ]);
  });
});

describe('computeReport: notes', () => {
  it('returns the marked notes and those of illnesses, the latest first', () => {
    const incidents = [
      wakeUp('02:43', '03:03', { note: 'for us', forReport: false }),
      wakeUp('04:00', '04:10', { note: 'barked like a seal', forReport: true }),
      wakeUp('05:00', '05:10', { note: '  ', forReport: true }),
      wakeUp('06:00', '06:10', { note: 'of another', forReport: true, childId: ZOE }),
    ];
    const episodes = [
      illnessFrom('2026-11-18', null, { note: 'since nursery' }),
      illnessFrom('2026-11-16', '2026-11-17'),
    ];
    expect(reportOf({ incidents, episodes }).notes.map(({ text }) => text)).toEqual([
      'since nursery',
      'barked like a seal',
    ]);
  });

  it('leaves out the notes of wake-ups that began outside the nights', () => {
    const marked = { note: 'a note', forReport: true };
    const incidents = [
      wakeUpBetween('2026-11-16 11:00', '2026-11-16 11:10', marked),
      wakeUpBetween('2026-11-20 12:00', '2026-11-20 12:10', marked),
    ];
    expect(reportOf({ incidents }).notes).toEqual([]);
  });
});
