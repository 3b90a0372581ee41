import { describe, expect, it } from 'vitest';
import type { Incident } from '@/domain/rows/incident';
import { computeCharts } from '@/metrics/computeCharts';
import { computeMetrics } from '@/metrics/computeMetrics';
import { entry, incident, wakeUp } from '../support/factories';
import { logWith, NEXT_MORNING, TONIGHT_RANGE } from '../support/metrics';

const outcomes = (incidents: readonly Incident[]) =>
  computeCharts(logWith({ incidents: [...incidents] }), TONIGHT_RANGE, NEXT_MORNING, 1).runbooks;

/** Resolved at the given time with “up for the day”. */
const upForDay = (from: string, to: string, runbookId: string) =>
  incident([entry('detected', from), entry('resolved', to, { outcome: 'upForDay' })], { id: from, runbookId });

const NO_TIME = { mean: null, median: null, p90: null, n: 0 };

describe('runbookOutcomes', () => {
  it('returns the share of resolved incidents that settled, and their durations', () => {
    const found = outcomes([
      wakeUp('22:00', '22:10', { runbookId: 'standard' }),
      wakeUp('00:00', '00:30', { runbookId: 'standard' }),
      upForDay('06:00', '06:10', 'standard'),
      wakeUp('02:00', '02:16'),
    ]);
    // 10 and 30 minutes: the ninth tenth of the way is 28.
    expect(found).toEqual({
      standard: { used: 3, recovered: 2 / 3, recovery: { mean: 20, median: 20, p90: 28, n: 2 } },
      none: { used: 1, recovered: 1, recovery: { mean: 16, median: 16, p90: 16, n: 1 } },
    });
  });

  it('returns null while the incident is open', () => {
    const open = incident([entry('detected', '06:00')], { runbookId: 'standard' });
    expect(outcomes([open])).toEqual({ standard: { used: 1, recovered: null, recovery: NO_TIME } });
  });

  it('counts an estimated end as settled, but measures no duration with it', () => {
    const guess = incident([entry('detected', '02:43', { estimated: true }), entry('resolved', '03:03')], {
      runbookId: 'standard',
    });
    expect(outcomes([guess])).toEqual({ standard: { used: 1, recovered: 1, recovery: NO_TIME } });
  });

  it('returns nothing without incidents, or for incidents by day', () => {
    expect(outcomes([])).toEqual({});
    expect(outcomes([wakeUp('15:00', '15:10', { runbookId: 'standard' })])).toEqual({});
  });

  it('counts the same incidents as `runbooks`', () => {
    const content = logWith({
      incidents: [wakeUp('22:00', '22:10', { runbookId: 'a' }), wakeUp('23:00', '23:10', { runbookId: 'b' })],
    });
    const { none, ...counts } = computeMetrics(content, TONIGHT_RANGE, NEXT_MORNING).runbooks;
    const used = Object.entries(outcomes(content.incidents)).map(([id, { used }]) => [id, used]);
    expect(Object.fromEntries(used)).toEqual(counts);
    expect(none).toBe(0);
  });
});
