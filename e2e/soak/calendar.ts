import { Temporal } from 'temporal-polyfill';

/** The clock on the household's wall, by another implementation than the app's. */
export interface Calendar {
  zone: string;
  /** The instant at which the wall shows this time; the first one if it shows it twice. */
  instant(day: string, time: string, which?: 'earlier' | 'later'): number;
  /** `HH:MM` on the wall. */
  time(at: number): string;
  /** Whether the wall shows the time of this instant a second time, or has before. */
  isShownTwice(at: number): boolean;
  addDays(day: string, days: number): string;
  /** When the clocks change between two instants; null if they do not. */
  clockChange(from: number, to: number): ClockChange | null;
}

interface ClockChange {
  at: number;
  /** Positive if an hour is skipped, negative if one is shown twice. */
  byMs: number;
}

export function createCalendar(zone: string): Calendar {
  const zoned = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return {
    zone,
    instant: (day, time, which = 'earlier') =>
      Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone, { disambiguation: which }).epochMilliseconds,
    time: (at) => zoned(at).toPlainTime().toString({ smallestUnit: 'minute' }),
    isShownTwice(at) {
      const wall = zoned(at).toPlainDateTime();
      const [first, second] = (['earlier', 'later'] as const).map((disambiguation) =>
        wall.toZonedDateTime(zone, { disambiguation }),
      );
      return first?.epochMilliseconds !== second?.epochMilliseconds;
    },
    addDays: (day, days) => Temporal.PlainDate.from(day).add({ days }).toString(),
    clockChange(from, to) {
      // To look for a change takes long, and most nights have none.
      if (zoned(from).offsetNanoseconds === zoned(to).offsetNanoseconds) return null;
      const change = zoned(from).getTimeZoneTransition('next');
      if (!change || change.epochMilliseconds >= to) return null;
      const byMs = (change.offsetNanoseconds - zoned(change.epochMilliseconds - 1).offsetNanoseconds) / 1e6;
      return { at: change.epochMilliseconds, byMs };
    },
  };
}
