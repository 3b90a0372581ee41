import { describe, expect, it } from 'vitest';
import type { Entry } from '@/domain/rows/incident';
import { DAD, entry, incident, MUM } from '../support/factories';
import { metricsOfIncidents } from '../support/metrics';

/** Dad’s figures, of one incident that begins at 2:43. */
const ofDad = (...after: Entry[]) =>
  metricsOfIncidents([incident([entry('detected', '02:43'), ...after])]).escalations.byCaregiver[DAD];

const ANSWERED = { attempts: 1, answered: 1, rate: 1 };
const UNANSWERED = { attempts: 1, answered: 0, rate: 0 };
const NONE = { attempts: 0, answered: 0, rate: null };

const asleepAgain = entry('resolved', '03:03', { by: MUM });

describe('escalations: answered attempts', () => {
  it('counts an attempt as answered when the caregiver gets up or tries a remedy', () => {
    expect(ofDad(entry('escalated', '02:44'), entry('acknowledged', '02:48', { by: DAD }), asleepAgain)).toEqual(
      ANSWERED,
    );
    expect(ofDad(entry('escalated', '02:44'), entry('remedy', '02:48', { by: DAD }), asleepAgain)).toEqual(ANSWERED);
  });

  it('counts an attempt as answered when the caregiver logs the end of the incident', () => {
    expect(ofDad(entry('escalated', '02:44'), entry('resolved', '03:03', { by: DAD }))).toEqual(ANSWERED);
    const up = entry('resolved', '03:03', { by: DAD, outcome: 'upForDay' });
    expect(ofDad(entry('escalated', '02:44'), up)).toEqual(ANSWERED);
  });

  it('counts the second attempt as answered when only the first one failed', () => {
    const found = ofDad(
      entry('escalated', '02:44'),
      entry('noResponse', '02:46', { by: DAD }),
      entry('escalated', '02:47'),
      entry('acknowledged', '02:48', { by: DAD }),
      asleepAgain,
    );
    expect(found).toEqual({ attempts: 2, answered: 1, rate: 0.5 });
  });

  it('counts two attempts as answered when the caregiver was called twice before coming', () => {
    const twice = [entry('escalated', '02:44'), entry('escalated', '02:47', { level: 2 })];
    expect(ofDad(...twice, entry('acknowledged', '02:48', { by: DAD }))).toEqual({ attempts: 2, answered: 2, rate: 1 });
  });

  it('counts an attempt as answered when the response comes after a reopening', () => {
    const again = [entry('reopened', '03:07'), entry('acknowledged', '03:10', { by: DAD })];
    expect(ofDad(entry('escalated', '02:44'), asleepAgain, ...again)).toEqual(ANSWERED);
  });
});

describe('escalations: unanswered attempts', () => {
  it('counts a “didn’t wake” as unanswered, even while the incident is open', () => {
    expect(ofDad(entry('escalated', '02:44'), entry('noResponse', '02:46', { by: DAD }))).toEqual(UNANSWERED);
  });

  it('counts an attempt as unanswered when the incident ended without the caregiver', () => {
    expect(ofDad(entry('escalated', '02:44'), entry('acknowledged', '02:45', { by: MUM }), asleepAgain)).toEqual(
      UNANSWERED,
    );
  });

  it('does not count a response from before the attempt', () => {
    expect(ofDad(entry('acknowledged', '02:44', { by: DAD }), entry('escalated', '02:50'), asleepAgain)).toEqual(
      UNANSWERED,
    );
  });

  it('does not count a tap on “settled alone” as a response', () => {
    const alone = entry('resolved', '03:03', { by: DAD, outcome: 'selfSettled' });
    expect(ofDad(entry('escalated', '02:44'), alone)).toEqual(UNANSWERED);
    // “Settled alone” is no response, so his next entry is the response.
    const again = [entry('reopened', '03:07'), entry('acknowledged', '03:10', { by: DAD }), asleepAgain];
    expect(ofDad(entry('escalated', '02:44'), alone, ...again)).toEqual(ANSWERED);
  });
});

describe('escalations: attempts that are left out', () => {
  it('leaves out an attempt while the incident is open and the caregiver has done nothing', () => {
    expect(ofDad(entry('escalated', '02:44'))).toEqual(NONE);
    expect(ofDad(entry('escalated', '02:44'), asleepAgain, entry('reopened', '03:07'))).toEqual(NONE);
  });

  it('leaves out false alarms', () => {
    const alone = entry('resolved', '02:43:25', { outcome: 'selfSettled' });
    expect(ofDad(entry('escalated', '02:43:10'), alone)).toEqual(NONE);
  });

  it('counts an attempt only for the caregiver who was called', () => {
    expect(ofDad(entry('escalated', '02:44', { to: MUM }), asleepAgain)).toEqual(NONE);
  });

  it('leaves out attempts to wake somebody who is not listed', () => {
    const timeline = [entry('detected', '02:43'), entry('escalated', '02:44', { to: 'nobody' }), asleepAgain];
    expect(metricsOfIncidents([incident(timeline)]).escalations.byCaregiver).toEqual({ [MUM]: NONE, [DAD]: NONE });
  });
});
