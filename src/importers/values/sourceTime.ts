import { isDay } from '@/domain/rows/fields';
import { DAY_MS, type Day, HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from '@/lib/time';

/*
 * Times as files have them. What they mean on the clocks of a household is decided later
 * (`rules/resolveTimes.ts`).
 */

/** A moment, a time on a wall of some zone, or an hour of the day after the start. */
export type SourceTime =
  | { kind: 'instant'; at: Instant }
  | { kind: 'wall'; day: Day; msOfDay: number; timeZone?: string }
  | { kind: 'clock'; msOfDay: number };

/** Which of two numbers of a date is the day. */
export type DateOrder = 'ymd' | 'mdy' | 'dmy';

const SPACES = /[\s\u00a0\u202f]+/g;
const plain = (text: string): string => text.replace(SPACES, ' ').trim();

const CLOCK = /^(\d{1,2})(?:[:h](\d{2})|h)?(?::(\d{2})(?:[.,](\d{1,9}))?)? ?([ap])?\.?(?:m\.?)?$/i;

/**
 * Parses an hour of the day, on a clock of 12 or 24 hours, with or without seconds.
 *
 * @returns milliseconds from midnight; null if the text is none
 * @example '3h15' → 11,700,000
 */
export function parseClock(text: string): number | null {
  const match = CLOCK.exec(plain(text));
  const [, hourText = '', minuteText, secondText = '0', fraction = '', half] = match ?? [];
  if (!match || (minuteText === undefined && half === undefined && !/h$/i.test(plain(text)))) return null;
  const [hour, minute, second] = [Number(hourText), Number(minuteText ?? 0), Number(secondText)];
  if (minute > 59 || second > 59) return null;
  if (half === undefined ? hour > 23 : hour < 1 || hour > 12) return null;
  const isAfternoon = half?.toLowerCase() === 'p';
  const hourOfDay = half === undefined ? hour : (hour % 12) + (isAfternoon ? 12 : 0);
  const ms = Math.trunc(Number(`0.${fraction || 0}`) * SECOND_MS);
  return hourOfDay * HOUR_MS + minute * MINUTE_MS + second * SECOND_MS + ms;
}

const DATE = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})$/;

/** Parses a day of the calendar. Years of two digits are those from 2000 on. */
export function parseDay(text: string, order: DateOrder): Day | null {
  const [, first = '', second = '', third = ''] = DATE.exec(plain(text)) ?? [];
  if (!first) return null;
  const isYearFirst = first.length === 4;
  const [year, month, day] = isYearFirst
    ? [first, second, third]
    : order === 'dmy'
      ? [third, second, first]
      : [third, first, second];
  if (year.length !== 4 && year.length !== 2) return null;
  const written = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(written) ? written : null;
}

export type ParsedTime = { ok: true; value: SourceTime } | { ok: false; reason: 'badDate' | 'badTime' };

const badDate = { ok: false, reason: 'badDate' } as const;
const badTime = { ok: false, reason: 'badTime' } as const;

/** Joins a day and an hour that stand in two cells. */
export function wallTimeOf(dayText: string, clockText: string, order: DateOrder): ParsedTime {
  const day = parseDay(dayText, order);
  if (!day) return badDate;
  const msOfDay = parseClock(clockText);
  return msOfDay === null ? badTime : { ok: true, value: { kind: 'wall', day, msOfDay } };
}

const DAY_AND_CLOCK = /^(\S+?),?[ T](.+)$/;
const OFFSET = /(?:Z|[+-]\d{2}:?\d{2})$/i;

/** Parses a date with an hour: a wall time, or a moment if it has an offset from UTC. */
export function parseTime(text: string, order: DateOrder): ParsedTime {
  const trimmed = plain(text);
  if (OFFSET.test(trimmed) && /^\d{4}-/.test(trimmed)) return parseInstant(trimmed);
  const [, dayText, clockText] = DAY_AND_CLOCK.exec(trimmed) ?? [];
  if (dayText === undefined || clockText === undefined) return badDate;
  return wallTimeOf(dayText, clockText, order);
}

/** Parses an ISO date with an offset from UTC; a fraction of a millisecond is cut. */
export function parseInstant(text: string): ParsedTime {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:[.,](\d+))?(Z|[+-]\d{2}:?\d{2})$/i.exec(
    plain(text),
  );
  const [, day = '', clock = '', fraction = '', offset = ''] = match ?? [];
  if (!match || !isDay(day)) return badDate;
  const zone = offset.length === 5 ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset.toUpperCase();
  const at = Date.parse(
    `${day}T${clock}${clock.length === 5 ? ':00' : ''}.${fraction.padEnd(3, '0').slice(0, 3)}${zone}`,
  );
  return Number.isFinite(at) ? { ok: true, value: { kind: 'instant', at: at as Instant } } : badTime;
}

/** Takes milliseconds since the epoch, whose fraction is cut. */
export function instantOfEpoch(ms: unknown): ParsedTime {
  const at =
    typeof ms === 'number' ? ms : typeof ms === 'string' && /^\d+(\.\d+)?$/.test(ms.trim()) ? Number(ms) : null;
  return at !== null && Number.isFinite(at) && Math.abs(at) < 100_000 * DAY_MS
    ? { ok: true, value: { kind: 'instant', at: Math.trunc(at) as Instant } }
    : badDate;
}
