import { describe, expect, it } from 'vitest';
import type { Entry } from '@/domain/rows/incident';
import { DAD, entry, incident, MUM } from '../support/factories';
import { metricsOfIncidents } from '../support/metrics';

/** Returns Dad’s escalations in one incident that begins at 2:43. */
const escalationsOfDad = (...laterEntries: Entry[]) =>
  metricsOfIncidents([incident([entry('detected', '02:43'), ...laterEntries])]).escalations.byCaregiver[DAD];

const ANSWERED = { attempts: 1, answered: 1, rate: 1 };
const UNANSWERED = { attempts: 1, answered: 0, rate: 0 };
const NONE = { attempts: 0, answered: 0, rate: null };

const resolvedEntry = entry('resolved', '03:03', { by: MUM });

describe('escalations: answered attempts', () => {
  it('counts an attempt as answered when the caregiver gets up or tries a remedy', () => {
    expect(
      escalationsOfDad(entry('escalated', '02:44'), entry('acknowledged', '02:48', { by: DAD }), resolvedEntry),
    ).toEqual(ANSWERED);
    expect(escalationsOfDad(entry('escalated', '02:44'), entry('remedy', '02:48', { by: DAD }), resolvedEntry)).toEqual(
      ANSWERED,
    );
  });

  it('counts an attempt as answered when the caregiver logs the end of the incident', () => {
    expect(escalationsOfDad(entry('escalated', '02:44'), entry('resolved', '03:03', { by: DAD }))).toEqual(ANSWERED);
    const upForDay = entry('resolved', '03:03', { by: DAD, outcome: 'upForDay' });
    expect(escalationsOfDad(entry('escalated', '02:44'), upForDay)).toEqual(ANSWERED);
  });

  it('counts the second attempt as answered when only the first one failed', () => {
    const found = escalationsOfDad(
      entry('escalated', '02:44'),
      entry('noResponse', '02:46', { by: DAD }),
      entry('escalated', '02:47'),
      entry('acknowledged', '02:48', { by: DAD }),
      resolvedEntry,
    );
    expect(found).toEqual({ attempts: 2, answered: 1, rate: 0.5 });
  });

  it('counts two attempts as answered when the caregiver was called twice before coming', () => {
    const twice = [entry('escalated', '02:44'), entry('escalated', '02:47', { level: 2 })];
    expect(escalationsOfDad(...twice, entry('acknowledged', '02:48', { by: DAD }))).toEqual({
      attempts: 2,
      answered: 2,
      rate: 1,
    });
  });

  it('counts an attempt as answered when the response comes after a reopening', () => {
    const again = [entry('reopened', '03:07'), entry('acknowledged', '03:10', { by: DAD })];
    expect(escalationsOfDad(entry('escalated', '02:44'), resolvedEntry, ...again)).toEqual(ANSWERED);
  });
});

describe('escalations: unanswered attempts', () => {
  it('counts a “didn’t wake” as unanswered, even while the incident is open', () => {
    expect(escalationsOfDad(entry('escalated', '02:44'), entry('noResponse', '02:46', { by: DAD }))).toEqual(
      UNANSWERED,
    );
  });

  it('counts an attempt as unanswered when the incident ended without the caregiver', () => {
    expect(
      escalationsOfDad(entry('escalated', '02:44'), entry('acknowledged', '02:45', { by: MUM }), resolvedEntry),
    ).toEqual(UNANSWERED);
  });

  it('does not count a response from before the attempt', () => {
    expect(
      escalationsOfDad(entry('acknowledged', '02:44', { by: DAD }), entry('escalated', '02:50'), resolvedEntry),
    ).toEqual(UNANSWERED);
  });

  it('does not count a tap on “settled alone” as a response', () => {
    const alone = entry('resolved', '03:03', { by: DAD, outcome: 'selfSettled' });
    expect(escalationsOfDad(entry('escalated', '02:44'), alone)).toEqual(UNANSWERED);
    // “Settled alone” is no response, so his next entry is the response.
    const again = [entry('reopened', '03:07'), entry('acknowledged', '03:10', { by: DAD }), resolvedEntry];
    expect(escalationsOfDad(entry('escalated', '02:44'), alone, ...again)).toEqual(ANSWERED);
  });
});

describe('escalations: attempts that are left out', () => {
  it('leaves out an attempt while the incident is open and the caregiver has done nothing', () => {
    expect(escalationsOfDad(entry('escalated', '02:44'))).toEqual(NONE);
    expect(escalationsOfDad(entry('escalated', '02:44'), resolvedEntry, entry('reopened', '03:07'))).toEqual(NONE);
  });

  it('leaves out false alarms', () => {
    const alone = entry('resolved', '02:43:25', { outcome: 'selfSettled' });
    expect(escalationsOfDad(entry('escalated', '02:43:10'), alone)).toEqual(NONE);
  });

  it('counts an attempt only for the caregiver who was called', () => {
    expect(escalationsOfDad(entry('escalated', '02:44', { to: MUM }), resolvedEntry)).toEqual(NONE);
  });

  it('leaves out attempts to wake somebody who is not listed', () => {
    const timeline = [entry('detected', '02:43'), entry('escalated', '02:44', { to: 'nobody' }), resolvedEntry];
    expect(metricsOfIncidents([incident(timeline)]).escalations.byCaregiver).toEqual({ [MUM]: NONE, [DAD]: NONE });
  });
});
