import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summarizeNight } from '@/domain/nightSummary';
import { summarizeNights } from '@/domain/summarizeNights';
import { at, day, entry, household, incident, nightRow, toWallTime, wakeUp } from '../support/factories';
import { randomCases } from '../support/randomLog';

const SETTINGS = [
  { timeZone: 'Europe/Paris', middleNight: day('2026-10-24') },
  { timeZone: 'Australia/Lord_Howe', middleNight: day('2026-04-04') },
];

describe('summarizeNights', () => {
  it('summarizes each night of a range, the latest first', () => {
    const log = {
      incidents: [wakeUp('02:43', '03:03')],
      nightRows: [nightRow({ id: day('2026-11-15'), quiet: true })],
    };
    const range = { from: day('2026-11-14'), to: day('2026-11-16') };
    expect(summarizeNights(range, household(), log, at('2026-11-17 09:00'))).toMatchObject([
      { night: '2026-11-16', wakeUps: 1, observed: true },
      { night: '2026-11-15', wakeUps: 0, observed: true },
      { night: '2026-11-14', wakeUps: 0, observed: false },
    ]);
  });

  it('lists an incident that a wrong clock has dated after now with its own night', () => {
    const detectedAhead = incident([entry('detected', at('2026-12-24 02:43'))]);
    const range = { from: day('2026-12-23'), to: day('2026-12-23') };
    const [summary] = summarizeNights(
      range,
      household(),
      { incidents: [detectedAhead], nightRows: [] },
      at('2026-11-17 09:00'),
    );
    expect(summary?.incidents).toHaveLength(1);
    expect(summary?.wakeUps).toBe(1);
  });

  it('counts a wake-up after now in the night whose hours begin after midnight', () => {
    // The hours of the night of the 17th are from 02:30 to 10:00 of that day.
    const hours = household({ nightStart: toWallTime('02:30'), nightEnd: toWallTime('10:00') });
    const detectedAhead = incident([entry('detected', at('2026-11-17 03:00'))]);
    const log = { incidents: [detectedAhead], nightRows: [] };
    const range = { from: day('2026-11-17'), to: day('2026-11-17') };
    expect(summarizeNights(range, hours, log, at('2026-11-16 11:00'))).toMatchObject([{ wakeUps: 1 }]);
  });

  it('returns the same as a summary of each night by itself, for any log', () => {
    fc.assert(
      fc.property(fc.oneof(...SETTINGS.map((setting) => randomCases(setting))), ({ log, range, now }) => {
        const live = {
          incidents: log.incidents.filter(({ deletedAt }) => deletedAt === null),
          nightRows: log.nights.filter(({ deletedAt }) => deletedAt === null),
        };
        for (const summary of summarizeNights(range, log.household, live, now))
          expect(summary).toEqual(summarizeNight(summary.night, log.household, live, now));
      }),
      { numRuns: 300 },
    );
  });
});
