import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { medicinesToWaitFor } from '@/domain/health/medicinesToWaitFor';
import type { Dose, Observation } from '@/domain/health/observation';
import type { Instant } from '@/lib/time';
import { wallClockAt } from '@/lib/zone';
import { at, LEO, PARIS, tonightAt, ZOE } from '../../support/factories';
import { dose, temperature } from '../../support/health';

/**
 * Returns for a time of the usual night each medicine to wait for: child, name, end on the wall.
 */
const waiting = (time: string, ...doses: Observation[]) =>
  medicinesToWaitFor(doses, tonightAt(time)).map(({ childId, name, until }) => [
    childId,
    name,
    wallClockAt(until, PARIS).time,
  ]);

describe('a medicine given with an interval', () => {
  it('is waited for until its interval has passed', () => {
    expect(waiting('03:15', dose('03:10', 6))).toEqual([[LEO, 'Paracetamol', '09:10']]);
  });

  it('is no longer waited for from that instant on', () => {
    const given = dose('21:00', 6);
    expect(waiting('02:59', given)).toEqual([[LEO, 'Paracetamol', '03:00']]);
    expect(waiting('03:00', given)).toEqual([]);
  });

  it('may have an interval with half hours', () => {
    expect(waiting('03:15', dose('03:10', 4.5))).toEqual([[LEO, 'Paracetamol', '07:40']]);
  });

  it('is not waited for without an interval, or with one of no hours', () => {
    expect(waiting('03:10', dose('03:10', null))).toEqual([]);
    expect(waiting('03:10', dose('03:10', 0))).toEqual([]);
  });

  it('is waited for from its latest dose on', () => {
    expect(waiting('03:15', dose('21:00', 6), dose('03:10', 6))).toEqual([[LEO, 'Paracetamol', '09:10']]);
  });

  it('is waited for until the latest end: a short interval does not shorten a long one', () => {
    // 22:00 and 12 hours is later than 3:10 and 4 hours, which is 7:10.
    expect(waiting('03:15', dose('22:00', 12), dose('03:10', 4))).toEqual([[LEO, 'Paracetamol', '10:00']]);
    // The later dose has no interval, but the one of the earlier dose still counts.
    expect(waiting('03:15', dose('22:00', 12), dose('03:10', null))).toEqual([[LEO, 'Paracetamol', '10:00']]);
  });

  it('is the same one if only capitals or outer spaces differ, and has its latest name', () => {
    expect(waiting('03:15', dose('22:00', 12), dose('03:10', 4, { name: ' PARACETAMOL ' }))).toEqual([
      [LEO, 'PARACETAMOL', '10:00'],
    ]);
    expect(waiting('03:15', dose('03:10', 6, { name: 'Paracétamol' }), dose('03:00', 6))).toHaveLength(2);
  });

  it('is not waited for if the dose was deleted', () => {
    expect(waiting('03:15', dose('22:00', 6), dose('03:10', 6, { deletedAt: tonightAt('03:11') }))).toEqual([
      [LEO, 'Paracetamol', '04:00'],
    ]);
  });

  it('is waited for by child and by medicine, the soonest first', () => {
    const all = [dose('03:10', 6), dose('01:00', 8, { name: 'Ibuprofen' }), dose('02:00', 6, { childId: ZOE })];
    expect(waiting('03:15', ...all)).toEqual([
      [ZOE, 'Paracetamol', '08:00'],
      [LEO, 'Ibuprofen', '09:00'],
      [LEO, 'Paracetamol', '09:10'],
    ]);
  });

  it('is not affected by a temperature', () => {
    expect(waiting('03:15', temperature('03:10', 38.9))).toEqual([]);
  });
});

describe('real hours across a clock change', () => {
  const until = (given: Instant, minHours: number) => medicinesToWaitFor([dose(given, minHours)], given)[0]?.until;

  it('end an hour earlier on the wall clock in autumn: 23:30 and six hours is 4:30', () => {
    // From 23:30 in summer time to 4:30 in winter time; the clocks go from 3:00 back to 2:00.
    expect(until(at('2026-10-24 23:30'), 6)).toBe(at('2026-10-25 04:30'));
    expect(until(at('2026-10-24 23:30'), 6)).toBe(Date.parse('2026-10-25T03:30:00Z'));
  });

  it('end an hour later on the wall clock in spring: 23:30 and six hours is 6:30', () => {
    expect(until(at('2026-03-28 23:30'), 6)).toBe(at('2026-03-29 06:30'));
    expect(until(at('2026-03-28 23:30'), 6)).toBe(Date.parse('2026-03-29T04:30:00Z'));
  });

  it('tell the two times 2:30 of that night apart', () => {
    expect(until(at('2026-10-24 20:30'), 6)).toBe(Date.parse('2026-10-25T00:30:00Z'));
    expect(until(at('2026-10-24 21:30'), 6)).toBe(Date.parse('2026-10-25T01:30:00Z'));
    expect(wallClockAt(Date.parse('2026-10-25T00:30:00Z') as Instant, PARIS).time).toBe('02:30');
    expect(wallClockAt(Date.parse('2026-10-25T01:30:00Z') as Instant, PARIS).time).toBe('02:30');
  });

  it('begin at the right one of two equal wall times', () => {
    expect(until(Date.parse('2026-10-25T00:30:00Z') as Instant, 6)).toBe(at('2026-10-25 07:30'));
    expect(until(Date.parse('2026-10-25T01:30:00Z') as Instant, 6)).toBe(at('2026-10-25 08:30'));
  });

  it.each([
    ['America/New_York', '2026-10-31 23:30', '2026-11-01 04:30'],
    ['America/New_York', '2026-03-07 23:30', '2026-03-08 06:30'],
    // The clocks change by only half an hour there.
    ['Australia/Lord_Howe', '2026-04-04 23:30', '2026-04-05 05:00'],
    ['Australia/Lord_Howe', '2026-10-03 23:30', '2026-10-04 06:00'],
  ])('in %s, from %s until %s', (timeZone, given, expected) => {
    expect(until(at(given, timeZone), 6)).toBe(at(expected, timeZone));
  });
});

describe('medicinesToWaitFor, for any doses', () => {
  const start = tonightAt('20:00');
  const minute = fc.integer({ min: 0, max: 2000 }).map((minutes) => (start + minutes * 60_000) as Instant);
  const anyDose = fc
    .record({
      given: minute,
      minHours: fc.option(fc.double({ min: 0, max: 48, noNaN: true })),
      name: fc.constantFrom('Paracetamol', ' paracetamol', 'Ibuprofen'),
      childId: fc.constantFrom(LEO, ZOE),
    })
    .map(({ given, minHours, ...more }) => dose(given, minHours, more));

  it('gives the same result for any order of the doses, and one more dose never shortens a wait', () => {
    fc.assert(
      fc.property(fc.array(anyDose), anyDose, minute, (doses, more, now) => {
        const waitsAfter = (...given: Dose[]) =>
          new Map(
            medicinesToWaitFor(given, now).map(({ childId, name, until }) => [childId + name.toLowerCase(), until]),
          );
        const before = waitsAfter(...doses);
        expect(waitsAfter(...[...doses].reverse())).toEqual(before);
        const withMore = waitsAfter(...doses, more);
        for (const [key, until] of before) expect(withMore.get(key)).toBeGreaterThanOrEqual(until);
        for (const until of withMore.values()) expect(until).toBeGreaterThan(now);
      }),
    );
  });
});
