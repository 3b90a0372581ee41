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

/** Dad's figures of three wake-ups: he is called twice and paged twice in the first two. */
const figuresWithPages = () =>
  metricsOfIncidents([
    incident(
      [
        entry('detected', '01:00'),
        entry('escalated', '01:01'),
        entry('noResponse', '01:02', { by: DAD }),
        entry('escalated', '01:03', { level: 2, via: 'page' }),
        entry('acknowledged', '01:04', { by: DAD }),
        entry('resolved', '01:20', { by: DAD }),
      ],
      { id: 'first' },
    ),
    incident(
      [
        entry('detected', '02:43'),
        entry('escalated', '02:44', { via: 'page' }),
        entry('noResponse', '02:45', { by: DAD, declined: true }),
        entry('escalated', '02:46', { to: DAD, level: 2 }),
        entry('resolved', '03:03', { by: MUM }),
      ],
      { id: 'second' },
    ),
  ]).escalations;

describe('escalations: by voice and by page', () => {
  it('counts the attempts by voice and those by page apart, and both together', () => {
    const { byCaregiver, byVia } = figuresWithPages();
    expect(byCaregiver[DAD]).toEqual({ attempts: 4, answered: 1, rate: 0.25 });
    expect(byVia?.[DAD]).toEqual({
      voice: { attempts: 2, answered: 0, rate: 0 },
      page: { attempts: 2, answered: 1, rate: 0.5 },
    });
  });

  it('has everybody in the list, also whoever was never called', () => {
    expect(figuresWithPages().byVia?.[MUM]).toEqual({ voice: NONE, page: NONE });
  });

  it('counts a page that was answered with “I can’t” as unanswered, even while the incident is open', () => {
    const declined = [
      entry('escalated', '02:44', { via: 'page' }),
      entry('noResponse', '02:45', { by: DAD, declined: true }),
    ];
    expect(escalationsOfDad(...declined)).toEqual(UNANSWERED);
  });

  it('says nothing of pages where nobody was paged, and where a page counts in no night', () => {
    const called = incident([entry('detected', '02:43'), entry('escalated', '02:44'), resolvedEntry]);
    const pagedBeforeFalseAlarm = incident(
      [
        entry('detected', '23:00'),
        entry('escalated', '23:00:05', { via: 'page' }),
        entry('resolved', '23:00:20', { outcome: 'selfSettled' }),
      ],
      { id: 'false alarm' },
    );
    const { escalations, pages } = metricsOfIncidents([called, pagedBeforeFalseAlarm]);
    expect(Object.keys(escalations)).toEqual(['byCaregiver']);
    expect(pages).toBeUndefined();
  });

  it('shows that there was a page while it has no answer yet, though it is no attempt yet', () => {
    const open = incident([entry('detected', '02:43'), entry('escalated', '02:44', { via: 'page' })]);
    const { escalations, pages } = metricsOfIncidents([open]);
    expect(escalations.byVia?.[DAD]).toEqual({ voice: NONE, page: NONE });
    expect(pages?.byCaregiver[DAD]).toMatchObject({ sent: 1, delivered: 0 });
  });
});
