import { describe, expect, it } from 'vitest';
import { summarizeNight } from '@/domain/nightSummary';
import { at, day, entry, household, incident, nightRow, tonightAt, wakeUp } from '../support/factories';

const MINUTE = 60_000;
const summary = (log: Parameters<typeof summarizeNight>[2]) =>
  summarizeNight(day('2026-11-16'), household(), log, at('2026-11-17 09:00'));

describe('summarizeNight', () => {
  it('counts the wake-ups within the night’s hours, and the time in which somebody was awake', () => {
    const incidents = [wakeUp('02:43', '03:03'), wakeUp('23:00', '23:10'), wakeUp('15:00', '15:20')];
    const told = summary({ incidents, nightRows: [] });
    expect(told).toMatchObject({ wakeUps: 2, awakeMs: 30 * MINUTE, observed: true });
    // The nap’s incident is filed under this night, too, because of its time.
    expect(told.incidents.map(({ incident }) => incident.id)).toEqual([
      '15:00 to 15:20',
      '23:00 to 23:10',
      '02:43 to 03:03',
    ]);
  });

  it('does not regard an unlogged night as observed: it is no perfect night', () => {
    expect(summary({ incidents: [], nightRows: [] }).observed).toBe(false);
    expect(summary({ incidents: [], nightRows: [nightRow()] }).observed).toBe(false);
  });

  it.each([
    ['“Good night” was logged', nightRow({ bedtimeAt: tonightAt('20:30') })],
    ['“Good morning” was logged', nightRow({ morningAt: tonightAt('06:30') })],
    ['it was logged as quiet', nightRow({ quiet: true })],
  ])('regards a night as observed if %s', (_what, row) => {
    expect(summary({ incidents: [], nightRows: [row] })).toMatchObject({ observed: true, wakeUps: 0, awakeMs: 0 });
  });

  it('shows a stretch that began before the night without counting it as a wake-up', () => {
    const before = incident([entry('detected', '19:50'), entry('resolved', '20:10')]);
    expect(summary({ incidents: [before], nightRows: [] })).toMatchObject({
      wakeUps: 0,
      awakeMs: 10 * MINUTE,
      observed: true,
    });
  });
});
