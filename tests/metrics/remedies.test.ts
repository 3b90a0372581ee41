import { describe, expect, it } from 'vitest';
import type { Entry, Incident, Outcome, Remedy } from '@/domain/rows/incident';
import { entry, incident, wakeUp, ZOE } from '../support/factories';
import { DELETED, metricsOfIncidents, selfSettledIncident } from '../support/metrics';

const remedyEntry = (remedy: Remedy, time: string, by: string | null = null): Entry =>
  entry('remedy', time, { remedy, by, id: `${remedy} ${time}` });

/** One incident that begins at 2:43. */
const incidentAt243 = (...after: Entry[]) => incident([entry('detected', '02:43'), ...after]);
const remedies = (...incidents: Incident[]) => metricsOfIncidents(incidents).remedies;

const settledEntry = entry('resolved', '03:03');
const NO_RECOVERY = { mean: null, median: null, p90: null, n: 0 };
const durationSummary = (value: number) => ({ mean: value, median: value, p90: value, n: 1 });

describe('remedies: the remedy that is credited', () => {
  it('credits the last remedy before the sleep', () => {
    // The cuddle at 2:58 and sleep at 3:03: 5 minutes.
    expect(remedies(incidentAt243(remedyEntry('feed', '02:48'), remedyEntry('cuddle', '02:58'), settledEntry))).toEqual(
      {
        feed: { used: 1, credited: 0, recovery: NO_RECOVERY, held: null },
        cuddle: { used: 1, credited: 1, recovery: durationSummary(5), held: 1 },
      },
    );
  });

  it('credits a remedy once, and measures from its last try', () => {
    // 2:58 to 3:03, not 2:48.
    expect(remedies(incidentAt243(remedyEntry('feed', '02:48'), remedyEntry('feed', '02:58'), settledEntry))).toEqual({
      feed: { used: 1, credited: 1, recovery: durationSummary(5), held: 1 },
    });
  });

  it('counts the final sleep, not the one before a reopening', () => {
    const again = [entry('reopened', '03:07'), remedyEntry('cuddle', '03:10'), entry('resolved', '03:30')];
    // The cuddle, 3:10 to 3:30.
    expect(remedies(incidentAt243(remedyEntry('feed', '02:48'), settledEntry, ...again))).toEqual({
      feed: { used: 1, credited: 0, recovery: NO_RECOVERY, held: null },
      cuddle: { used: 1, credited: 1, recovery: durationSummary(20), held: 1 },
    });
  });

  it('credits the earlier remedy when the child sleeps again after a reopening without a new one', () => {
    // 2:48 to 3:30.
    const again = [entry('reopened', '03:07'), entry('resolved', '03:30')];
    expect(remedies(incidentAt243(remedyEntry('feed', '02:48'), settledEntry, ...again)).feed).toMatchObject({
      credited: 1,
      recovery: durationSummary(42),
    });
  });

  it('summarizes the durations of several incidents', () => {
    const secondIncident = incident(
      [entry('detected', '05:00'), remedyEntry('feed', '05:05'), entry('resolved', '05:15')],
      {
        id: 'second',
      },
    );
    // 15 and 10 minutes: mean 12.5, median 12.5, p90 10 + 0.9·5.
    expect(remedies(incidentAt243(remedyEntry('feed', '02:48'), settledEntry), secondIncident).feed).toEqual({
      used: 2,
      credited: 2,
      recovery: { mean: 12.5, median: 12.5, p90: 14.5, n: 2 },
      held: 1,
    });
  });
});

describe('remedies: a remedy that is used but not credited', () => {
  it.each<[string, Outcome]>([
    ['settled alone', 'selfSettled'],
    ['got up for the day', 'upForDay'],
  ])('credits no remedy when the child %s', (_ending, outcome) => {
    const ended = entry('resolved', '03:03', { outcome });
    expect(remedies(incidentAt243(remedyEntry('feed', '02:48'), ended)).feed).toMatchObject({
      used: 1,
      credited: 0,
      held: null,
    });
  });

  it('credits no remedy while the child is still awake', () => {
    expect(remedies(incidentAt243(remedyEntry('feed', '02:48'))).feed).toMatchObject({
      used: 1,
      credited: 0,
      held: null,
    });
  });

  it('does not credit a remedy that was tried after the sleep', () => {
    expect(remedies(incidentAt243(settledEntry, remedyEntry('song', '03:04'))).song).toMatchObject({
      used: 1,
      credited: 0,
    });
  });
});

describe('remedies: a remedy that is left out', () => {
  it('leaves out deleted entries, and incidents that are false alarms', () => {
    expect(remedies(incidentAt243(entry('remedy', '02:48', DELETED), settledEntry))).toEqual({});
    const alone = entry('resolved', '02:43:25', { outcome: 'selfSettled' });
    expect(remedies(incidentAt243(remedyEntry('pacifier', '02:43:10'), alone))).toEqual({});
  });
});

describe('remedies: the share of sleeps that held', () => {
  const fed = incidentAt243(remedyEntry('feed', '02:48'), settledEntry);
  const heldShareAfter = (...next: Incident[]) => remedies(fed, ...next).feed?.held;

  it('counts a sleep as held when the child does not wake within 60 minutes, both ends included', () => {
    expect(heldShareAfter(wakeUp('03:50', '04:00'))).toBe(0);
    expect(heldShareAfter(wakeUp('04:03', '04:10'))).toBe(0);
    expect(heldShareAfter(wakeUp('04:03:01', '04:10'))).toBe(1);
    // A cry at the instant of the sleep is also within the hour.
    expect(heldShareAfter(wakeUp('03:03', '03:10'))).toBe(0);
  });

  it('does not take an incident’s own cry for a later cry when it is settled at once', () => {
    const atOnce = incident([entry('detected', '02:43'), remedyEntry('pacifier', '02:43'), entry('resolved', '02:43')]);
    expect(remedies(atOnce).pacifier?.held).toBe(1);
    expect(remedies(atOnce, wakeUp('03:00', '03:10')).pacifier?.held).toBe(0);
  });

  it('ignores the cries of another child, and false alarms', () => {
    expect(heldShareAfter(wakeUp('03:50', '04:00', { childId: ZOE }))).toBe(1);
    expect(heldShareAfter(selfSettledIncident('03:50', 25))).toBe(1);
  });

  it('does not count a sleep as held when the child cries within the hour and settles alone after the grace time', () => {
    expect(heldShareAfter(selfSettledIncident('03:50', 31))).toBe(0);
  });

  it('counts a sleep as held when the next cry comes after the night window', () => {
    const earlyIncident = incident([
      entry('detected', '06:30'),
      remedyEntry('feed', '06:35'),
      entry('resolved', '06:40'),
    ]);
    expect(remedies(earlyIncident, wakeUp('07:10', '07:20')).feed?.held).toBe(1);
  });

  it('returns the share of the credited incidents', () => {
    const feedAt = (detected: string, remedy: string, resolved: string) =>
      incident([entry('detected', detected), remedyEntry('feed', remedy), entry('resolved', resolved)], {
        id: detected,
      });
    // After 23:10 he woke at 23:40, after 23:50 not before 3:00, after 3:10 not at all: 2 of 3.
    const three = [
      feedAt('23:00', '23:05', '23:10'),
      feedAt('23:40', '23:45', '23:50'),
      feedAt('03:00', '03:05', '03:10'),
    ];
    expect(remedies(...three).feed?.held).toBe(2 / 3);
  });
});
