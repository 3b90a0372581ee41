import { describe, expect, it } from 'vitest';
import type { Entry } from '@/domain/rows/incident';
import { DAD, entry, incident } from '../support/factories';
import { metricsOfIncidents } from '../support/metrics';

/** Of one incident that begins at 2:43. */
const mtta = (...after: Entry[]) => metricsOfIncidents([incident([entry('detected', '02:43'), ...after])]).mtta;
const NONE = { mean: null, median: null, p90: null, n: 0 };

describe('mtta: the time to acknowledge', () => {
  it('measures from the cry to the first caregiver who was up', () => {
    // 2:43 to 2:46.
    expect(mtta(entry('noResponse', '02:45'), entry('acknowledged', '02:46'), entry('resolved', '03:03'))).toEqual({
      mean: 3,
      median: 3,
      p90: 3,
      n: 1,
    });
  });

  it('measures to a remedy when that came first, even without a caregiver', () => {
    // 2:43 to 2:48.
    expect(mtta(entry('remedy', '02:48', { by: null }), entry('acknowledged', '02:50', { by: DAD }))).toMatchObject({
      mean: 5,
      n: 1,
    });
  });

  it('measures incidents that are open or do not recover', () => {
    expect(mtta(entry('acknowledged', '02:46'))).toMatchObject({ mean: 3, n: 1 });
    const up = entry('resolved', '03:03', { outcome: 'upForDay' });
    expect(mtta(entry('acknowledged', '02:46'), up)).toMatchObject({ mean: 3, n: 1 });
  });

  it('measures once per incident, not each time the child woke', () => {
    const again = [entry('resolved', '03:03'), entry('reopened', '03:07'), entry('acknowledged', '03:17')];
    expect(mtta(entry('acknowledged', '02:44'), ...again)).toMatchObject({ mean: 1, n: 1 });
  });
});

describe('mtta: incidents that are left out', () => {
  it('leaves out an incident in which no entry says that somebody was up', () => {
    expect(mtta(entry('escalated', '02:44'), entry('noResponse', '02:45'), entry('resolved', '03:03'))).toEqual(NONE);
  });

  it('leaves out an estimated cry or first response, even if a later response is exact', () => {
    expect(mtta(entry('acknowledged', '02:45', { estimated: true }), entry('remedy', '02:50'))).toEqual(NONE);
    const guessed = incident([entry('detected', '02:43', { estimated: true }), entry('acknowledged', '02:45')]);
    expect(metricsOfIncidents([guessed]).mtta).toEqual(NONE);
  });

  it('leaves out false alarms', () => {
    const soon = entry('resolved', '02:43:25', { outcome: 'selfSettled' });
    expect(mtta(entry('acknowledged', '02:43:10'), soon)).toEqual(NONE);
  });
});
