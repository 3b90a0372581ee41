import { describe, expect, it } from 'vitest';
import { summarizeNight } from '@/domain/nightSummary';
import { type Instant, MINUTE_MS } from '@/lib/time';
import { at, day, entry, household, incident, nightRow, tonightAt, wakeUp } from '../support/factories';

const summary = (log: Parameters<typeof summarizeNight>[2]) =>
  summarizeNight(day('2026-11-16'), household(), log, at('2026-11-17 09:00'));

describe('summarizeNight', () => {
  it('counts the wake-ups within the night’s hours, and the time in which a child was awake', () => {
    const incidents = [wakeUp('02:43', '03:03'), wakeUp('23:00', '23:10'), wakeUp('15:00', '15:20')];
    const result = summary({ incidents, nightRows: [] });
    expect(result).toMatchObject({ wakeUps: 2, awakeMs: 30 * MINUTE_MS, observed: true });
    // A wake-up after noon is listed with the night that follows, but not counted: the night begins
    // at 20:00.
    expect(result.incidents.map(({ incident }) => incident.id)).toEqual([
      '15:00 to 15:20',
      '23:00 to 23:10',
      '02:43 to 03:03',
    ]);
  });

  it('does not count a false alarm as a wake-up, though somebody logged it', () => {
    const falseAlarm = incident([
      entry('detected', '02:43'),
      entry('resolved', (tonightAt('02:43') + 20_000) as Instant, { by: null, outcome: 'selfSettled' }),
    ]);
    expect(summary({ incidents: [falseAlarm], nightRows: [] })).toMatchObject({
      wakeUps: 0,
      falseAlarms: 1,
      observed: true,
    });
  });

  it('does not count a night as observed if nothing was logged, or only an empty row', () => {
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

  it('counts the awake time within the night of an incident that began before it, but no wake-up', () => {
    const before = incident([entry('detected', '19:50'), entry('resolved', '20:10')]);
    expect(summary({ incidents: [before], nightRows: [] })).toMatchObject({
      wakeUps: 0,
      awakeMs: 10 * MINUTE_MS,
      observed: true,
    });
  });
});

describe('summarizeNight of the night in which the household was made', () => {
  const madeAt = (time: string, log: Parameters<typeof summarizeNight>[2]) =>
    summarizeNight(day('2026-11-16'), household({ since: tonightAt(time) }), log, at('2026-11-17 09:30'));

  it('begins with the household, unless somebody logged the evening before it', () => {
    const incidents = [wakeUp('02:43', '03:03')];
    const [from, until] = [tonightAt('02:40'), tonightAt('07:00')];
    expect(madeAt('02:40', { incidents, nightRows: [] }).window).toEqual({ start: from, end: until });
    const evening = madeAt('02:40', { incidents: [...incidents, wakeUp('22:00', '22:10')], nightRows: [] });
    expect(evening.window.start).toBe(tonightAt('20:00'));
  });

  it('is not observed if the household was made when the night was over', () => {
    const log = { incidents: [], nightRows: [nightRow({ quiet: true })] };
    expect(madeAt('09:00', log).observed).toBe(false);
  });
});
