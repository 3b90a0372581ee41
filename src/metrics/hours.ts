import { wallClockAt } from '@/lib/zone';
import type { MetricAccumulator } from './metricAccumulator';
import type { Scope } from './nightFacts';

/** The number of wake-ups for one weekday and one hour of the wall clock. */
export interface HourOfNight {
  /** From 1 for Monday to 7 for Sunday: the weekday of the night's evening. */
  weekday: number;
  /**
   * From 0 to 23 on the household's wall clock. An hour that occurs twice when clocks go back is
   * one hour here.
   */
  hour: number;
  count: number;
}

/**
 * Returns the counted incidents by weekday and hour, without the hours that have none. "Monday" is
 * the night from Monday to Tuesday.
 */
export function hoursOfNight({ household }: Scope): MetricAccumulator<HourOfNight[]> {
  const found = new Map<string, HourOfNight>();
  return {
    add({ night, counted }) {
      // JavaScript numbers Sunday 0, and `HourOfNight` numbers it 7.
      const weekday = new Date(`${night}T00:00:00.000Z`).getUTCDay() || 7;
      for (const { detected } of counted) {
        const hour = Number(wallClockAt(detected.at, household).time.slice(0, 2));
        const key = `${weekday} ${hour}`;
        const cell = found.get(key) ?? { weekday, hour, count: 0 };
        cell.count += 1;
        found.set(key, cell);
      }
    },
    value: () => [...found.values()].sort((a, b) => a.weekday - b.weekday || a.hour - b.hour),
  };
}
