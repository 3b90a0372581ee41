import { describe, expect, it } from 'vitest';
import { checkTimeline } from '@/domain/timeline/checkTimeline';
import { addDays } from '@/lib/zone';
import { END, figuresOf, LAST_NIGHT, simulate } from './support';

describe('the size of the log', () => {
  it.each([1, 2, 3, 4, 8])('%i weeks have both illnesses, separately, and a stormy last night', (weeks) => {
    const log = simulate(42, { weeks });
    expect(log.episodes.length).toBeGreaterThanOrEqual(2);
    log.episodes.slice(1).forEach(({ startDay }, index) => {
      expect(startDay > (log.episodes[index]?.endDay ?? LAST_NIGHT)).toBe(true);
    });
    expect(figuresOf(log, LAST_NIGHT, LAST_NIGHT).incidents.counted).toBeGreaterThanOrEqual(4);
    expect(log.incidents.flatMap(({ timeline }) => checkTimeline(timeline, END) ?? [])).toEqual([]);
  });

  it('half a year may have three times the usual number of wake-ups', () => {
    const log = simulate(1, { weeks: 26, incidentsPerNight: 13.5 });
    const observed = figuresOf(log, addDays(LAST_NIGHT, -181)).availability.observedNights;
    expect(log.incidents.length / observed).toBeGreaterThan(11);
    expect(log.incidents.length / observed).toBeLessThan(14);
    expect(log.incidents.flatMap(({ timeline }) => checkTimeline(timeline, END) ?? [])).toEqual([]);
  });

  it('a usual night has about as many wake-ups as the options ask for', () => {
    // Below four, nights have more wake-ups than asked for, because stormy nights do not shrink.
    for (const incidentsPerNight of [4.5, 8]) {
      const log = simulate(1, { weeks: 26, incidentsPerNight });
      const observed = figuresOf(log, addDays(LAST_NIGHT, -181)).availability.observedNights;
      expect(Math.abs(log.incidents.length / observed / incidentsPerNight - 1)).toBeLessThan(0.25);
    }
  });
});
