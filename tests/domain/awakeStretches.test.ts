import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awakeStretches, householdAwakeMs } from '@/domain/awakeStretches';
import type { Incident } from '@/domain/rows/incident';
import type { Instant } from '@/lib/time';
import { wallClockAt } from '@/lib/zone';
import { computeCharts } from '@/metrics/computeCharts';
import { at, DAD, entry, incident, MUM, PARIS, tonightAt, wakeUp, ZOE } from '../support/factories';
import { logWith, TONIGHT_RANGE } from '../support/metrics';

const MINUTE = 60_000;
const window = { start: tonightAt('20:00'), end: tonightAt('07:00') };
const later = tonightAt('09:00');
const times = (list: ReturnType<typeof awakeStretches>) => list.map(({ from, to }) => [from, to]);

/** When each piece begins, and who was up. */
const piecesOf = (incidents: Incident[]) =>
  awakeStretches(incidents, window, () => later).map(({ from, caregiverIds }) => [
    wallClockAt(from, { timeZone: PARIS, formerZones: [] }).time,
    caregiverIds,
  ]);

describe('awakeStretches', () => {
  it('returns a stretch from the cry to the end, and another one from “awake again”', () => {
    const timeline = [
      entry('detected', '02:43'),
      entry('resolved', '03:03'),
      entry('reopened', '03:07'),
      entry('resolved', '03:30'),
    ];
    expect(times(awakeStretches([incident(timeline)], window, () => later))).toEqual([
      [tonightAt('02:43'), tonightAt('03:03')],
      [tonightAt('03:07'), tonightAt('03:30')],
    ]);
  });

  it('cuts a stretch where a caregiver gets up or goes back to bed, and says who was up', () => {
    const timeline = [
      entry('detected', '02:43'),
      entry('acknowledged', '02:45', { by: DAD }),
      entry('acknowledged', '02:50', { by: MUM }),
      entry('stoodDown', '02:55', { by: DAD }),
      entry('resolved', '03:03'),
    ];
    expect(piecesOf([incident(timeline)])).toEqual([
      ['02:43', []],
      ['02:45', [DAD]],
      ['02:50', [DAD, MUM]],
      ['02:55', [MUM]],
    ]);
  });

  it('shows who is up with one child in the lane of the other one, too, as the raster does', () => {
    const ofLeo = [entry('detected', '02:43'), entry('acknowledged', '02:45'), entry('resolved', '03:03')];
    const ofZoe = wakeUp('02:50', '03:10', { childId: ZOE });
    const incidents = [incident(ofLeo), ofZoe];
    expect(piecesOf(incidents)).toEqual([
      ['02:43', []],
      ['02:45', [MUM]],
      ['02:50', [MUM]],
      ['03:03', []],
    ]);
    const [raster] = computeCharts(logWith({ incidents }), TONIGHT_RANGE, later, 1).raster;
    expect(
      awakeStretches(incidents, window, () => later).map(({ incidentId: _, isOpen: _isOpen, ...piece }) => piece),
    ).toEqual(raster?.pieces);
  });

  it('cuts stretches to the window', () => {
    const list = [wakeUp('19:50', '20:10'), wakeUp('06:50', '07:20')];
    expect(times(awakeStretches(list, window, () => later))).toEqual([
      [tonightAt('20:00'), tonightAt('20:10')],
      [tonightAt('06:50'), tonightAt('07:00')],
    ]);
  });

  it('ends an open stretch at the present instant', () => {
    const now = tonightAt('03:00');
    expect(awakeStretches([incident([entry('detected', '02:43')])], window, () => now)).toMatchObject([
      { to: now, isOpen: true },
    ]);
  });

  it('goes on to the end of the window after “up for the day”', () => {
    const up = incident([entry('detected', '05:30'), entry('resolved', '05:40', { outcome: 'upForDay' })]);
    expect(times(awakeStretches([up], window, () => later))).toEqual([[tonightAt('05:30'), tonightAt('07:00')]]);
    expect(times(awakeStretches([up], window, () => tonightAt('06:00')))).toEqual([
      [tonightAt('05:30'), tonightAt('06:00')],
    ]);
  });

  it('leaves out the night after “up for the day”, and the night after a nap', () => {
    const morning = incident([
      entry('detected', at('2026-11-16 05:30')),
      entry('resolved', at('2026-11-16 05:40'), { outcome: 'upForDay' }),
    ]);
    const nap = incident([entry('detected', '16:30'), entry('resolved', '16:40', { outcome: 'upForDay' })]);
    expect(awakeStretches([morning, nap], window, () => later)).toEqual([]);
  });

  it('leaves out what lies before or after the window', () => {
    expect(awakeStretches([wakeUp('19:00', '19:30'), wakeUp('07:30', '07:40')], window, () => later)).toEqual([]);
  });
});

describe('householdAwakeMs', () => {
  it('counts only once the time in which two children were awake', () => {
    // 2:43 to 3:03, and Zoé 2:50 to 3:10: 27 minutes, not 40.
    const list = [wakeUp('02:43', '03:03'), wakeUp('02:50', '03:10', { childId: ZOE })];
    expect(householdAwakeMs(awakeStretches(list, window, () => later))).toBe(27 * MINUTE);
  });

  it('agrees with counting minute by minute', () => {
    const wakeUpMinutes = fc.tuple(fc.integer({ min: -60, max: 720 }), fc.integer({ min: 0, max: 90 }));
    fc.assert(
      fc.property(fc.array(wakeUpMinutes, { maxLength: 12 }), (list) => {
        const minuteOf = (minute: number) => (window.start + minute * MINUTE) as Instant;
        const incidents: Incident[] = list.map(([from, length], index) =>
          wakeUp('02:43', '03:03', {
            id: String(index),
            timeline: [entry('detected', minuteOf(from)), entry('resolved', minuteOf(from + length))],
          }),
        );
        const nightMinutes = (window.end - window.start) / MINUTE;
        const expectedMinutes = Array.from({ length: nightMinutes }).filter((_, minute) =>
          list.some(([from, length]) => minute >= from && minute < from + length),
        ).length;
        expect(householdAwakeMs(awakeStretches(incidents, window, () => later)) / MINUTE).toBe(expectedMinutes);
      }),
    );
  });
});
