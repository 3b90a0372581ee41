import { DAY_MS, type Day, HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from '@/lib/time';

/**
 * Formats instants and durations as people read them. There is one object per locale and zone,
 * because an Intl formatter is expensive to create.
 */
export interface Format {
  /** `02:43`, or `2:43 AM` in locales with 12 hours. */
  time(at: Instant): string;
  /** `02:43:10`, for events within the same minute. */
  timeWithSeconds(at: Instant): string;
  /** `Mon 16 Nov` */
  day(day: Day): string;
  /** `Monday 16 November 2026` */
  longDay(day: Day): string;
  /**
   * A running clock: `12:34`, and from one hour on `1:12:34`. From two days on it is the number of
   * days: a wrong clock or a forgotten end may have begun it, and its seconds say nothing.
   */
  clock(durationMs: number): string;
  /**
   * A duration in words: `25 s`, `14 min`, `1 h 47`, and whole days from two days on. It is rounded
   * down.
   */
  duration(durationMs: number): string;
}

const cache = new Map<string, Format>();

export function getFormat(locale: string, timeZone: string): Format {
  const key = `${locale} ${timeZone}`;
  const known = cache.get(key);
  if (known) return known;
  const created = makeFormat(locale, timeZone);
  cache.set(key, created);
  return created;
}

function makeFormat(locale: string, timeZone: string): Format {
  const timeFormat = new Intl.DateTimeFormat(locale, { timeZone, timeStyle: 'short' });
  const timeWithSecondsFormat = new Intl.DateTimeFormat(locale, { timeZone, timeStyle: 'medium' });
  // A day has no zone, so it is parsed and formatted in UTC.
  const dayFormat = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  });
  const longDayFormat = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'full' });
  const dateOf = (value: Day) => new Date(`${value}T00:00:00.000Z`);
  const dayCountFormat = new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'narrow' });
  const duration = (durationMs: number) =>
    durationMs < 2 * DAY_MS ? formatShortDuration(durationMs) : dayCountFormat.format(Math.floor(durationMs / DAY_MS));
  return {
    time: (at) => keepTogether(timeFormat.format(at)),
    timeWithSeconds: (at) => keepTogether(timeWithSecondsFormat.format(at)),
    day: (value) => keepTogether(dayFormat.format(dateOf(value))),
    longDay: (value) => longDayFormat.format(dateOf(value)),
    clock: (durationMs) => (durationMs < 2 * DAY_MS ? formatClock(durationMs) : duration(durationMs)),
    duration,
  };
}

/** No-break spaces keep a day or a time on one line. */
const keepTogether = (text: string): string => text.replace(/ /g, '\u00a0');

const padTwo = (value: number): string => String(value).padStart(2, '0');

function formatClock(durationMs: number): string {
  const seconds = Math.max(0, Math.floor(durationMs / SECOND_MS));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${padTwo(m)}:${padTwo(s)}` : `${padTwo(m)}:${padTwo(s)}`;
}

/*
 * The units "h", "min" and "s" are the same in both languages. No-break spaces keep a number with
 * its unit.
 */
function formatShortDuration(durationMs: number): string {
  const ms = Math.max(0, durationMs);
  if (ms < MINUTE_MS) return `${Math.floor(ms / SECOND_MS)}\u00a0s`;
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)}\u00a0min`;
  return `${Math.floor(ms / HOUR_MS)}\u00a0h\u00a0${padTwo(Math.floor(ms / MINUTE_MS) % 60)}`;
}
