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

describe('an escalation is answered', () => {
  it('by getting up or by doing something', () => {
    expect(ofDad(entry('escalated', '02:44'), entry('acknowledged', '02:48', { by: DAD }), asleepAgain)).toEqual(
      ANSWERED,
    );
    expect(ofDad(entry('escalated', '02:44'), entry('remedy', '02:48', { by: DAD }), asleepAgain)).toEqual(ANSWERED);
  });

  it('by bringing the child back to sleep, or getting up for the day with it', () => {
    expect(ofDad(entry('escalated', '02:44'), entry('resolved', '03:03', { by: DAD }))).toEqual(ANSWERED);
    const up = entry('resolved', '03:03', { by: DAD, outcome: 'upForDay' });
    expect(ofDad(entry('escalated', '02:44'), up)).toEqual(ANSWERED);
  });

  it('the second time, where it was not the first', () => {
    const found = ofDad(
      entry('escalated', '02:44'),
      entry('noResponse', '02:46', { by: DAD }),
      entry('escalated', '02:47'),
      entry('acknowledged', '02:48', { by: DAD }),
      asleepAgain,
    );
    expect(found).toEqual({ attempts: 2, answered: 1, rate: 0.5 });
  });

  it('twice, where he was called twice before he came', () => {
    const twice = [entry('escalated', '02:44'), entry('escalated', '02:47', { level: 2 })];
    expect(ofDad(...twice, entry('acknowledged', '02:48', { by: DAD }))).toEqual({ attempts: 2, answered: 2, rate: 1 });
  });

  it('late, where the child woke again in between', () => {
    const again = [entry('reopened', '03:07'), entry('acknowledged', '03:10', { by: DAD })];
    expect(ofDad(entry('escalated', '02:44'), asleepAgain, ...again)).toEqual(ANSWERED);
  });
});

describe('an escalation is not answered', () => {
  it('by not waking, also while it goes on', () => {
    expect(ofDad(entry('escalated', '02:44'), entry('noResponse', '02:46', { by: DAD }))).toEqual(UNANSWERED);
  });

  it('where it was over without him', () => {
    expect(ofDad(entry('escalated', '02:44'), entry('acknowledged', '02:45', { by: MUM }), asleepAgain)).toEqual(
      UNANSWERED,
    );
  });

  it('by what he did before', () => {
    expect(ofDad(entry('acknowledged', '02:44', { by: DAD }), entry('escalated', '02:50'), asleepAgain)).toEqual(
      UNANSWERED,
    );
  });

  it('by his tap on “settled alone”', () => {
    const alone = entry('resolved', '03:03', { by: DAD, outcome: 'selfSettled' });
    expect(ofDad(entry('escalated', '02:44'), alone)).toEqual(UNANSWERED);
    // It says nothing of him, so what he does next is the answer.
    const again = [entry('reopened', '03:07'), entry('acknowledged', '03:10', { by: DAD }), asleepAgain];
    expect(ofDad(entry('escalated', '02:44'), alone, ...again)).toEqual(ANSWERED);
  });
});

describe('an escalation is no attempt', () => {
  it('while the incident is open and nothing is known of it', () => {
    expect(ofDad(entry('escalated', '02:44'))).toEqual(NONE);
    expect(ofDad(entry('escalated', '02:44'), asleepAgain, entry('reopened', '03:07'))).toEqual(NONE);
  });

  it('in a false alarm', () => {
    const alone = entry('resolved', '02:43:25', { outcome: 'selfSettled' });
    expect(ofDad(entry('escalated', '02:43:10'), alone)).toEqual(NONE);
  });

  it('of the other one', () => {
    expect(ofDad(entry('escalated', '02:44', { to: MUM }), asleepAgain)).toEqual(NONE);
  });

  it('to somebody who is not listed', () => {
    const timeline = [entry('detected', '02:43'), entry('escalated', '02:44', { to: 'nobody' }), asleepAgain];
    expect(metricsOfIncidents([incident(timeline)]).escalations.byCaregiver).toEqual({ [MUM]: NONE, [DAD]: NONE });
  });
});
