import { wallClockAt } from '@/lib/zone';
import type { MetricAccumulator } from './metricAccumulator';
import type { Scope } from './nightFacts';

/** Wake-ups by the weekday of their night and the hour on the wall. */
export interface HourOfNight {
  /** 1 Monday to 7 Sunday: the day of the night's evening. */
  weekday: number;
  /** 0 to 23, as the household's wall shows it: an hour that is there twice counts as one. */
  hour: number;
  count: number;
}

/** Counted incidents by weekday and hour; only where there are any. "Monday" is the night from Monday to Tuesday. */
export function hoursOfNight({ household }: Scope): MetricAccumulator<HourOfNight[]> {
  const found = new Map<string, HourOfNight>();
  return {
    add({ night, counted }) {
      const weekday = new Date(`${night}T00:00:00.000Z`).getUTCDay() || 7;
      for (const { detected } of counted) {
        const hour = Number(wallClockAt(detected.at, household.timeZone).time.slice(0, 2));
        const key = `${weekday} ${hour}`;
        const cell = found.get(key) ?? { weekday, hour, count: 0 };
        cell.count += 1;
        found.set(key, cell);
      }
    },
    value: () => [...found.values()].sort((a, b) => a.weekday - b.weekday || a.hour - b.hour),
  };
}
