import { describe, expect, it } from 'vitest';
import type { Entry, Incident, Outcome, Remedy } from '@/domain/rows/incident';
import { entry, incident, wakeUp, ZOE } from '../support/factories';
import { DELETED, metricsOfIncidents, selfSettledIncident } from '../support/metrics';

const tried = (remedy: Remedy, time: string, by: string | null = null): Entry =>
  entry('remedy', time, { remedy, by, id: `${remedy} ${time}` });

/** One incident that begins at 2:43. */
const night = (...after: Entry[]) => incident([entry('detected', '02:43'), ...after]);
const remedies = (...incidents: Incident[]) => metricsOfIncidents(incidents).remedies;

const asleep = entry('resolved', '03:03');
const NO_RECOVERY = { mean: null, median: null, p90: null, n: 0 };
const minutes = (value: number) => ({ mean: value, median: value, p90: value, n: 1 });

describe('a remedy is credited with the sleep', () => {
  it('when it was the last remedy before the sleep', () => {
    // The cuddle at 2:58 and sleep at 3:03: 5 minutes.
    expect(remedies(night(tried('feed', '02:48'), tried('cuddle', '02:58'), asleep))).toEqual({
      feed: { used: 1, credited: 0, recovery: NO_RECOVERY, held: null },
      cuddle: { used: 1, credited: 1, recovery: minutes(5), held: 1 },
    });
  });

  it('once, from its last try on, however often it was tried', () => {
    // 2:58 to 3:03, not 2:48.
    expect(remedies(night(tried('feed', '02:48'), tried('feed', '02:58'), asleep))).toEqual({
      feed: { used: 1, credited: 1, recovery: minutes(5), held: 1 },
    });
  });

  it('that held, not with the sleep before “awake again”', () => {
    const again = [entry('reopened', '03:07'), tried('cuddle', '03:10'), entry('resolved', '03:30')];
    // The cuddle, 3:10 to 3:30.
    expect(remedies(night(tried('feed', '02:48'), asleep, ...again))).toEqual({
      feed: { used: 1, credited: 0, recovery: NO_RECOVERY, held: null },
      cuddle: { used: 1, credited: 1, recovery: minutes(20), held: 1 },
    });
  });

  it('also when sleep came again without a new remedy', () => {
    // 2:48 to 3:30.
    const again = [entry('reopened', '03:07'), entry('resolved', '03:30')];
    expect(remedies(night(tried('feed', '02:48'), asleep, ...again)).feed).toMatchObject({
      credited: 1,
      recovery: minutes(42),
    });
  });

  it('over several incidents, each with its own duration', () => {
    const second = incident([entry('detected', '05:00'), tried('feed', '05:05'), entry('resolved', '05:15')], {
      id: 'second',
    });
    // 15 and 10 minutes: mean 12.5, median 12.5, p90 10 + 0.9·5.
    expect(remedies(night(tried('feed', '02:48'), asleep), second).feed).toEqual({
      used: 2,
      credited: 2,
      recovery: { mean: 12.5, median: 12.5, p90: 14.5, n: 2 },
      held: 1,
    });
  });
});

describe('a remedy is used, and credited with nothing', () => {
  it.each<[string, Outcome]>([
    ['who settled alone', 'selfSettled'],
    ['who got up for the day', 'upForDay'],
  ])('by a child %s', (_who, outcome) => {
    const ended = entry('resolved', '03:03', { outcome });
    expect(remedies(night(tried('feed', '02:48'), ended)).feed).toMatchObject({ used: 1, credited: 0, held: null });
  });

  it('while the child is still awake', () => {
    expect(remedies(night(tried('feed', '02:48'))).feed).toMatchObject({ used: 1, credited: 0, held: null });
  });

  it('when it was logged after the sleep', () => {
    expect(remedies(night(asleep, tried('song', '03:04'))).song).toMatchObject({ used: 1, credited: 0 });
  });
});

describe('a remedy does not occur', () => {
  it('when its entry is deleted, or when the incident does not count', () => {
    expect(remedies(night(entry('remedy', '02:48', DELETED), asleep))).toEqual({});
    const alone = entry('resolved', '02:43:25', { outcome: 'selfSettled' });
    expect(remedies(night(tried('pacifier', '02:43:10'), alone))).toEqual({});
  });
});

describe('the sleep has held', () => {
  const fed = night(tried('feed', '02:48'), asleep);
  const held = (...next: Incident[]) => remedies(fed, ...next).feed?.held;

  it('when the child does not wake within the hour, the sixtieth minute included', () => {
    expect(held(wakeUp('03:50', '04:00'))).toBe(0);
    expect(held(wakeUp('04:03', '04:10'))).toBe(0);
    expect(held(wakeUp('04:03:01', '04:10'))).toBe(1);
    // Nor in the very moment.
    expect(held(wakeUp('03:03', '03:10'))).toBe(0);
  });

  it('even when the incident was settled at the instant of its own cry', () => {
    const atOnce = incident([entry('detected', '02:43'), tried('pacifier', '02:43'), entry('resolved', '02:43')]);
    expect(remedies(atOnce).pacifier?.held).toBe(1);
    expect(remedies(atOnce, wakeUp('03:00', '03:10')).pacifier?.held).toBe(0);
  });

  it('whatever the other child does, and after a false alarm', () => {
    expect(held(wakeUp('03:50', '04:00', { childId: ZOE }))).toBe(1);
    expect(held(selfSettledIncident('03:50', 25))).toBe(1);
  });

  it('but not when the child cries within the hour and settles alone after the grace time', () => {
    expect(held(selfSettledIncident('03:50', 31))).toBe(0);
  });

  it('when the next cry is after the window: only the night counts', () => {
    const early = incident([entry('detected', '06:30'), tried('feed', '06:35'), entry('resolved', '06:40')]);
    expect(remedies(early, wakeUp('07:10', '07:20')).feed?.held).toBe(1);
  });

  it('as a share of the credited incidents', () => {
    const feedAt = (detected: string, remedy: string, resolved: string) =>
      incident([entry('detected', detected), tried('feed', remedy), entry('resolved', resolved)], { id: detected });
    // After 23:10 he woke at 23:40, after 23:50 not before 3:00, after 3:10 not at all: 2 of 3.
    const three = [
      feedAt('23:00', '23:05', '23:10'),
      feedAt('23:40', '23:45', '23:50'),
      feedAt('03:00', '03:05', '03:10'),
    ];
    expect(remedies(...three).feed?.held).toBe(2 / 3);
  });
});
