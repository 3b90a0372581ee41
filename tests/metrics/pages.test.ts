import { describe, expect, it } from 'vitest';
import type { Entry } from '@/domain/rows/incident';
import { DAD, entry, incident, MUM } from '../support/factories';
import { metricsOfIncidents } from '../support/metrics';

/** Returns the figures of the pages in one incident that begins at 2:43. */
const pagesOf = (...laterEntries: Entry[]) =>
  metricsOfIncidents([incident([entry('detected', '02:43'), ...laterEntries])]).pages?.byCaregiver;

const page = (time: string) => entry('escalated', time, { via: 'page' });
const rang = (time: string) => entry('delivered', time, { to: DAD });
const resolvedEntry = entry('resolved', '03:03', { by: MUM });

const NO_ANSWER = { mean: null, median: null, p90: null, n: 0 };

describe('pages', () => {
  it('counts a page, the phone that rang, and the time until somebody was up', () => {
    const found = pagesOf(
      page('02:44'),
      rang('02:44:02'),
      entry('acknowledged', '02:44:30', { by: DAD }),
      resolvedEntry,
    );
    expect(found).toEqual({
      [DAD]: { sent: 1, delivered: 1, declined: 0, answer: { mean: 0.5, median: 0.5, p90: 0.5, n: 1 } },
      [MUM]: { sent: 0, delivered: 0, declined: 0, answer: NO_ANSWER },
    });
  });

  it('counts one delivery a page, whichever phones rang, and none that came before it', () => {
    const found = pagesOf(rang('02:43:30'), page('02:44'), page('02:46'), rang('02:46:01'), rang('02:46:02'));
    expect(found?.[DAD]).toMatchObject({ sent: 2, delivered: 1 });
  });

  it('counts “I can’t” apart from silence', () => {
    const found = pagesOf(
      page('02:44'),
      entry('noResponse', '02:45', { by: DAD }),
      page('02:46'),
      entry('noResponse', '02:47', { by: DAD, declined: true }),
      resolvedEntry,
    );
    expect(found?.[DAD]).toEqual({ sent: 2, delivered: 0, declined: 1, answer: NO_ANSWER });
  });

  it('measures no answer from a guessed time, and none to the end of the incident', () => {
    const guessed = entry('acknowledged', '02:46', { by: DAD, estimated: true });
    expect(pagesOf(page('02:44'), guessed, resolvedEntry)?.[DAD]?.answer).toEqual(NO_ANSWER);
    expect(pagesOf(page('02:44'), entry('resolved', '03:03', { by: DAD }))?.[DAD]?.answer).toEqual(NO_ANSWER);
  });

  it('counts no call by voice', () => {
    expect(pagesOf(entry('escalated', '02:44'), page('02:46'), resolvedEntry)?.[DAD]).toMatchObject({ sent: 1 });
  });
});
