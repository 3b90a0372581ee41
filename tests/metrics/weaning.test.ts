import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/zone';
import { weaningTrend, weaningTrendFrom } from '@/metrics/weaning';
import { at, day, entry, incident } from '../support/factories';
import { logWith } from '../support/metrics';

/** A recovery at 22:00 of a night, with a feed or without. */
const recovery = (night: string, fed: boolean) =>
  incident(
    [
      entry('detected', at(`${night} 22:00`)),
      ...(fed ? [entry('remedy', at(`${night} 22:05`))] : []),
      entry('resolved', at(`${night} 22:20`)),
    ],
    { id: `${night} ${fed}` },
  );

const trend = (incidents: ReturnType<typeof recovery>[], to = '2026-11-16', now = at('2026-12-01 12:00')) =>
  weaningTrend(logWith({ incidents }), day(to), now);

describe('weaningTrend', () => {
  it('compares the last seven nights with the seven nights four weeks before', () => {
    const { recent, before } = trend([
      // The seven nights to the 16th begin with the 10th.
      recovery('2026-11-10', false),
      recovery('2026-11-12', true),
      recovery('2026-11-16', false),
      recovery('2026-11-15', false),
      // Neither of the one nor of the other.
      recovery('2026-11-09', true),
      recovery('2026-10-20', true),
      recovery('2026-10-12', true),
      // 28 nights before the 16th it is the 19th of October: the 13th to the 19th.
      recovery('2026-10-13', true),
      recovery('2026-10-19', false),
      recovery('2026-10-18', true),
    ]);
    expect(recent).toEqual({ withoutFeed: 0.75, n: 4 });
    expect(before.n).toBe(3);
    expect(before.withoutFeed).toBeCloseTo(1 / 3, 12);
  });

  it('returns null for weeks without a recovery, never 0 or 100 %', () => {
    expect(trend([])).toEqual({ recent: { withoutFeed: null, n: 0 }, before: { withoutFeed: null, n: 0 } });
  });

  it('counts nights that have begun', () => {
    const running = [recovery('2026-11-16', false)];
    expect(trend(running, '2026-11-16', at('2026-11-16 19:00')).recent.n).toBe(0);
    expect(trend(running, '2026-11-16', at('2026-11-16 23:00')).recent.n).toBe(1);
  });

  it('counts nights of the calendar, also over a clock change', () => {
    // 25 October has two hours from 2 to 3; four weeks before the 16th of November lie on the other
    // side of it.
    expect(weaningTrendFrom(day('2026-11-16'))).toBe('2026-10-13');
    expect(addDays(day('2026-10-13'), 34)).toBe('2026-11-16');
    const twice = incident([entry('detected', at('2026-10-25 02:30')), entry('resolved', at('2026-10-25 03:10'))], {
      id: 'twice',
    });
    expect(trend([twice], '2026-11-21').before.n).toBe(1);
    expect(trend([twice], '2026-11-22').before.n).toBe(1);
    expect(trend([twice], '2026-11-29').before.n).toBe(0);
  });
});
