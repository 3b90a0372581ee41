import { describe, expect, it } from 'vitest';
import type { Incident } from '@/domain/rows/incident';
import { entry, incident, wakeUp } from '../support/factories';
import { metricsOfIncidents, selfSettledIncident } from '../support/metrics';

const mttr = (incidents: readonly Incident[]) => metricsOfIncidents(incidents).mttr;
const NONE = { mean: null, median: null, p90: null, n: 0 };

describe('mttr: the time to recovery', () => {
  it('measures from the first cry to sleep', () => {
    // 20 and 10 minutes: the mean is (20 + 10) ÷ 2, and the p90, at rank 0.9, is 10 + 0.9·10.
    expect(mttr([wakeUp('02:43', '03:03'), wakeUp('03:50', '04:00')])).toEqual({
      mean: 15,
      median: 15,
      p90: 19,
      n: 2,
    });
  });

  it('measures to the final sleep, and includes the sleep before a reopening', () => {
    const timeline = [
      entry('detected', '02:43'),
      entry('resolved', '03:03'),
      entry('reopened', '03:07'),
      entry('resolved', '03:30'),
    ];
    // 2:43 to 3:30, not 20 or 20 + 23.
    expect(mttr([incident(timeline)])).toMatchObject({ mean: 47, n: 1 });
  });

  it('measures incidents that settled alone, but not false alarms', () => {
    // Only the incident of 5 minutes is measured, because 30 s is within the grace time.
    expect(mttr([selfSettledIncident('23:00', 300), selfSettledIncident('02:00', 30)])).toMatchObject({
      mean: 5,
      n: 1,
    });
  });

  it('returns fractions of a minute', () => {
    // 20 min 30 s.
    expect(mttr([wakeUp('02:43:15', '03:03:45')])).toMatchObject({ median: 20.5 });
  });

  it('measures an incident past the end of the window', () => {
    // 6:50 to 7:20.
    expect(mttr([wakeUp('06:50', '07:20')])).toMatchObject({ mean: 30, n: 1 });
  });

  it('returns a median that one long incident does not change', () => {
    // 10, 10 and 120 minutes: mean 140 ÷ 3, median 10, p90 at rank 1.8: 10 + 0.8·110.
    const found = mttr([wakeUp('22:00', '22:10'), wakeUp('01:00', '01:10'), wakeUp('03:00', '05:00')]);
    expect(found.mean).toBeCloseTo(140 / 3, 9);
    expect(found.median).toBe(10);
    expect(found.p90).toBeCloseTo(98, 9);
  });
});

describe('mttr: incidents that are left out', () => {
  it('leaves out “up for the day”', () => {
    expect(mttr([incident([entry('detected', '05:30'), entry('resolved', '05:40', { outcome: 'upForDay' })])])).toEqual(
      NONE,
    );
  });

  it('leaves out incidents that are open or reopened', () => {
    const open = incident([entry('detected', '02:43')], { id: 'open' });
    const again = incident([entry('detected', '04:43'), entry('resolved', '05:03'), entry('reopened', '05:07')]);
    expect(mttr([open, again])).toEqual(NONE);
  });

  it('leaves out incidents whose beginning or end is estimated', () => {
    const guess = { estimated: true };
    const began = incident([entry('detected', '02:43', guess), entry('resolved', '03:03')], { id: 'began' });
    const ended = incident([entry('detected', '04:43'), entry('resolved', '05:03', guess)], { id: 'ended' });
    expect(mttr([began, ended])).toEqual(NONE);
  });

  it('does not leave out an incident with an estimated entry between exact ends', () => {
    const guess = { estimated: true };
    const timeline = [
      entry('detected', '02:43'),
      entry('acknowledged', '02:45', guess),
      entry('resolved', '03:03', guess),
      entry('reopened', '03:07', guess),
      entry('resolved', '03:30'),
    ];
    expect(mttr([incident(timeline)])).toMatchObject({ mean: 47, n: 1 });
  });

  it('leaves out incidents that began outside the window', () => {
    expect(mttr([wakeUp('19:50', '20:30'), wakeUp('14:00', '14:30')])).toEqual(NONE);
  });
});
