import { describe, expect, it } from 'vitest';
import type { Incident } from '@/domain/rows/incident';
import { DAD, entry, household, incident, tonightAt, wakeUp } from '../support/factories';
import { DELETED, metricsOf, metricsOfIncidents, selfSettledIncident } from '../support/metrics';

const counts = (incidents: readonly Incident[], now = tonightAt('09:00')) =>
  metricsOfIncidents(incidents, { now }).incidents;

describe('incidentCounts: counted incidents', () => {
  it('counts an incident that is not a false alarm', () => {
    // An incident of 25 s, within the grace time of 30 s, is a false alarm. 2:43 to 3:03 is not.
    expect(counts([selfSettledIncident('23:00', 25), wakeUp('02:43', '03:03')])).toEqual({
      counted: 1,
      falseAlarms: 1,
      selfSettled: 0,
      reopened: 0,
      open: 0,
    });
  });

  it('counts an incident at the first instant of the window, but not at its end', () => {
    expect(counts([wakeUp('20:00', '20:10'), wakeUp('06:59:59', '07:10')])).toMatchObject({ counted: 2 });
    expect(counts([wakeUp('19:59:59', '20:10'), wakeUp('07:00', '07:10')])).toMatchObject({ counted: 0 });
  });

  it('does not count an incident that is deleted or whose first entry is deleted', () => {
    const [detected, resolved] = [entry('detected', '02:43'), entry('resolved', '03:03')];
    expect(counts([incident([detected, resolved], DELETED)])).toMatchObject({ counted: 0 });
    expect(counts([incident([{ ...detected, ...DELETED }, resolved])])).toMatchObject({ counted: 0 });
  });

  it('does not count an incident that begins after now', () => {
    expect(counts([wakeUp('02:43', '03:03')], tonightAt('02:43'))).toMatchObject({ counted: 0 });
    expect(counts([wakeUp('02:43', '03:03')], tonightAt('02:43:01'))).toMatchObject({ counted: 1 });
  });
});

describe('incidentCounts: false alarms', () => {
  it('counts a false alarm up to the last second of the grace time', () => {
    expect(counts([selfSettledIncident('23:00', 30)])).toMatchObject({ falseAlarms: 1, counted: 0, selfSettled: 0 });
    expect(counts([selfSettledIncident('23:00', 31)])).toMatchObject({ falseAlarms: 0, counted: 1, selfSettled: 1 });
  });

  it('uses the household’s grace time, which may be 0', () => {
    const incidents = [
      selfSettledIncident('23:00', 0),
      selfSettledIncident('01:00', 1),
      selfSettledIncident('03:00', 60),
    ];
    const falseAlarms = (graceSeconds: number) =>
      metricsOf({ household: household({ graceSeconds }), incidents }).incidents.falseAlarms;
    expect([falseAlarms(0), falseAlarms(1), falseAlarms(60)]).toEqual([1, 2, 3]);
  });

  it('does not count a false alarm when a caregiver settled the child, however fast', () => {
    expect(counts([wakeUp('02:43:00', '02:43:20')])).toMatchObject({ counted: 1, falseAlarms: 0 });
  });

  it('measures a false alarm to the final end, not to the one before a reopening', () => {
    const again = (last: string) =>
      incident([
        entry('detected', '23:00:00'),
        entry('resolved', '23:00:10', { outcome: 'selfSettled' }),
        entry('reopened', '23:00:15'),
        entry('resolved', last, { outcome: 'selfSettled' }),
      ]);
    // 25 s from the first cry, and 35 s, though each stretch is shorter than 30 s.
    expect(counts([again('23:00:25')])).toMatchObject({ falseAlarms: 1, reopened: 0 });
    expect(counts([again('23:00:35')])).toMatchObject({ falseAlarms: 0, counted: 1, selfSettled: 1, reopened: 1 });
  });

  it('does not count a false alarm outside the window', () => {
    expect(counts([selfSettledIncident('16:00', 25)])).toMatchObject({ falseAlarms: 0, counted: 0 });
  });
});

describe('incidentCounts: outcomes of counted incidents', () => {
  it('counts an incident as settled alone by its last outcome', () => {
    const timeline = [
      entry('detected', '02:43'),
      entry('resolved', '02:50', { outcome: 'selfSettled' }),
      entry('reopened', '02:55'),
      entry('resolved', '03:03'),
    ];
    expect(counts([incident(timeline)])).toMatchObject({ counted: 1, selfSettled: 0, reopened: 1 });
  });

  it('counts a reopened incident once, and not when its “awake again” is deleted', () => {
    const start = [entry('detected', '02:43'), entry('resolved', '03:03')];
    const again = [entry('reopened', '03:07'), entry('resolved', '03:30')];
    const twice = [...start, ...again, entry('reopened', '03:35'), entry('resolved', '03:40')];
    expect(counts([incident(twice)])).toMatchObject({ reopened: 1 });
    const takenBack = [...start, ...again.map((each) => ({ ...each, ...DELETED }))];
    expect(counts([incident(takenBack)])).toMatchObject({ counted: 1, reopened: 0 });
  });

  it('counts an incident as open when it has no end or was reopened after it', () => {
    const never = incident([entry('detected', '23:00'), entry('acknowledged', '23:01', { by: DAD })], { id: 'never' });
    const again = incident([entry('detected', '02:43'), entry('resolved', '03:03'), entry('reopened', '03:07')]);
    expect(counts([never, again, wakeUp('05:00', '05:10')])).toMatchObject({ counted: 3, open: 2, reopened: 1 });
  });

  it('does not count an incident as open after “up for the day”', () => {
    const up = incident([entry('detected', '05:30'), entry('resolved', '05:40', { outcome: 'upForDay' })]);
    expect(counts([up])).toMatchObject({ counted: 1, open: 0, selfSettled: 0 });
  });
});
