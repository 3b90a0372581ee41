import { describe, expect, it } from 'vitest';
import { loggedNights } from '@/exports/openMetrics/loggedNights';
import { formatOpenMetricsHistory } from '@/exports/openMetrics/openMetrics';
import { at, day, entry, incident, leo, nightRow, tonightAt, wakeUp } from '../../support/factories';
import { logWith, NEXT_MORNING } from '../../support/metrics';

/** A wake-up of 20 minutes on the 15th, one of 10 on the 16th. */
const LOG = logWith({
  children: [leo],
  incidents: [
    incident([entry('detected', at('2026-11-16 02:00')), entry('resolved', at('2026-11-16 02:20'))], {
      id: 'the night before',
    }),
    wakeUp('03:50', '04:00'),
  ],
});
const NIGHTS = { from: day('2026-11-15'), to: day('2026-11-16') };
const secondsAt = (text: string) => at(text) / 1000;
const samplesOf = (text: string, name: string) => text.split('\n').filter((line) => line.startsWith(`${name}{`));
const historyAt = (now: Parameters<typeof loggedNights>[1], range: typeof NIGHTS | null = NIGHTS) =>
  formatOpenMetricsHistory(LOG, range, now, 'names');

describe('a history', () => {
  it('has a sample for each night, at the end of its hours, series by series', () => {
    const [first, second] = [secondsAt('2026-11-16 07:00'), secondsAt('2026-11-17 07:00')];
    expect(
      samplesOf(historyAt(NEXT_MORNING), 'infernalops_mttr_seconds').filter((line) => line.includes('mean')),
    ).toEqual([
      `infernalops_mttr_seconds{window="1d",stat="mean"} 1200 ${first}`,
      `infernalops_mttr_seconds{window="1d",stat="mean"} 600 ${second}`,
      `infernalops_mttr_seconds{window="7d",stat="mean"} 1200 ${first}`,
      `infernalops_mttr_seconds{window="7d",stat="mean"} 900 ${second}`,
      `infernalops_mttr_seconds{window="28d",stat="mean"} 1200 ${first}`,
      `infernalops_mttr_seconds{window="28d",stat="mean"} 900 ${second}`,
    ]);
  });

  it('leaves out a night that is not over', () => {
    const text = historyAt(tonightAt('05:00'));
    expect(samplesOf(text, 'infernalops_incidents')).toEqual(
      ['1d', '7d', '28d'].map(
        (window) => `infernalops_incidents{window="${window}"} 1 ${secondsAt('2026-11-16 07:00')}`,
      ),
    );
  });

  it('leaves out what was so at one moment only', () => {
    expect(historyAt(NEXT_MORNING)).not.toContain('infernalops_incident_open');
  });

  it('is empty without nights', () => {
    expect(historyAt(NEXT_MORNING, null)).toBe('# EOF\n');
  });
});

describe('the nights of which a log knows something', () => {
  it('are those from its first wake-up or night to the last that has begun', () => {
    expect(loggedNights(LOG, NEXT_MORNING)).toEqual(NIGHTS);
    const earlier = { ...LOG, nights: [nightRow({ id: day('2026-11-01'), quiet: true })] };
    expect(loggedNights(earlier, NEXT_MORNING)).toEqual({ ...NIGHTS, from: '2026-11-01' });
  });

  it('are none if nothing was logged, or only in the future', () => {
    expect(loggedNights(logWith({}), NEXT_MORNING)).toBeNull();
    expect(loggedNights(LOG, at('2026-11-10 12:00'))).toBeNull();
  });
});
