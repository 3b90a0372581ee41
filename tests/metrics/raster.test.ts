import { describe, expect, it } from 'vitest';
import type { Incident } from '@/domain/rows/incident';
import type { HouseholdLog } from '@/domain/rows/tables';
import { computeCharts } from '@/metrics/computeCharts';
import { DAD, entry, incident, LEO, MUM, nightRow, tonightAt, wakeUp, ZOE } from '../support/factories';
import { interval, logWith, NEXT_MORNING, selfSettledIncident, TONIGHT_RANGE } from '../support/metrics';

const rasterOf = (more: Partial<HouseholdLog>, now = NEXT_MORNING) =>
  computeCharts(logWith(more), TONIGHT_RANGE, now, 1).raster[0];

/** Each piece as child, beginning, end, and who was up. */
const piecesOf = (incidents: Incident[]) =>
  rasterOf({ incidents })?.pieces.map(({ childId, from, to, caregiverIds }) => [childId, { from, to }, caregiverIds]);

describe('rasterNight', () => {
  it('cuts an awake stretch when a caregiver gets up', () => {
    const timeline = [
      entry('detected', '02:43'),
      entry('acknowledged', '02:50', { by: MUM }),
      entry('resolved', '03:03', { by: MUM }),
    ];
    expect(piecesOf([incident(timeline)])).toEqual([
      [LEO, interval('02:43', '02:50'), []],
      [LEO, interval('02:50', '03:03'), [MUM]],
    ]);
  });

  it('shows both caregivers while both are up, in the household’s order', () => {
    const timeline = [
      entry('detected', '02:43'),
      entry('acknowledged', '02:45', { by: DAD }),
      entry('acknowledged', '02:50', { by: MUM }),
      entry('stoodDown', '02:55', { by: DAD }),
      entry('resolved', '03:03', { by: MUM }),
    ];
    expect(piecesOf([incident(timeline)])).toEqual([
      [LEO, interval('02:43', '02:45'), []],
      [LEO, interval('02:45', '02:50'), [DAD]],
      [LEO, interval('02:50', '02:55'), [MUM, DAD]],
      [LEO, interval('02:55', '03:03'), [MUM]],
    ]);
  });

  it('shows nobody when no entry names a caregiver', () => {
    const timeline = [entry('detected', '02:43'), entry('resolved', '03:03', { by: null })];
    expect(piecesOf([incident(timeline)])).toEqual([[LEO, interval('02:43', '03:03'), []]]);
  });

  it('returns separate pieces for each child, and shows a caregiver in both', () => {
    const ofLeo = [
      entry('detected', '02:43'),
      entry('acknowledged', '02:45', { by: MUM }),
      entry('resolved', '03:03', { by: MUM }),
    ];
    const ofZoe = [entry('detected', '02:50'), entry('resolved', '03:10', { by: null })];
    expect(piecesOf([incident(ofLeo), incident(ofZoe, { id: 'zoe woke', childId: ZOE })])).toEqual([
      [LEO, interval('02:43', '02:45'), []],
      [LEO, interval('02:45', '03:03'), [MUM]],
      [ZOE, interval('02:50', '03:03'), [MUM]],
      [ZOE, interval('03:03', '03:10'), []],
    ]);
  });

  it('leaves out the sleep between an end and its reopening', () => {
    const timeline = [
      entry('detected', '02:43', { by: MUM }),
      entry('resolved', '03:00', { by: MUM }),
      entry('reopened', '03:05'),
      entry('resolved', '03:20', { by: MUM }),
    ];
    expect(piecesOf([incident(timeline)])?.map(([, stretch]) => stretch)).toEqual([
      interval('02:43', '03:00'),
      interval('03:05', '03:20'),
    ]);
  });

  it('marks a false alarm at its beginning', () => {
    const night = rasterOf({ incidents: [selfSettledIncident('23:00', 25)] });
    expect(night?.falseAlarms).toEqual([{ childId: LEO, at: tonightAt('23:00') }]);
  });

  it('ends a running night at now, and the piece of an awake child, too', () => {
    const openIncident = incident([entry('detected', '02:43', { by: MUM })]);
    const night = rasterOf({ incidents: [openIncident] }, tonightAt('03:00'));
    expect(night?.window).toEqual(interval('20:00', '03:00'));
    expect(night?.pieces).toEqual([{ childId: LEO, ...interval('02:43', '03:00'), caregiverIds: [MUM] }]);
  });

  it('leaves out the time before the logged bedtime and after the logged morning', () => {
    const nights = [nightRow({ bedtimeAt: tonightAt('21:00'), morningAt: tonightAt('06:30') })];
    const night = rasterOf({ nights, incidents: [wakeUp('06:20', '06:50')] });
    expect(night?.window).toEqual(interval('21:00', '06:30'));
    expect(night?.pieces.at(-1)?.to).toBe(tonightAt('06:30'));
  });

  it('returns no pieces for a night that nobody logged', () => {
    expect(rasterOf({})).toEqual({
      night: '2026-11-16',
      observed: false,
      window: interval('20:00', '07:00'),
      pieces: [],
      falseAlarms: [],
    });
  });

  it('returns no window before the night begins', () => {
    expect(rasterOf({}, tonightAt('19:00'))?.window).toBeNull();
  });
});
