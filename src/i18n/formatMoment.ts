import type { Day, Instant } from '@/lib/time';
import { wallClockAt } from '@/lib/zone';
import type { Format } from './format';

/** Formats an instant with its day: `Sat 21 Nov, 03:00`. */
export const formatMoment = (at: Instant, format: Format, timeZone: string): string =>
  `${format.day(wallClockAt(at, timeZone).day)}, ${format.time(at)}`;

/** Formats an instant as its time alone on a day that the reader knows, else with its own day. */
export const formatTimeOn = (day: Day, at: Instant, format: Format, timeZone: string): string =>
  wallClockAt(at, timeZone).day === day ? format.time(at) : formatMoment(at, format, timeZone);
