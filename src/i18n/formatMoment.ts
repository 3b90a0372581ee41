import type { Day, Instant } from '@/lib/time';
import { wallClockAt, type Zone } from '@/lib/zone';
import type { Format } from './format';

/** Formats an instant with its day: `Sat 21 Nov, 03:00`. */
export const formatMoment = (at: Instant, format: Format, zone: Zone): string =>
  `${format.day(wallClockAt(at, zone).day)}, ${format.time(at)}`;

/** Formats an instant as its time alone on a day that the reader knows, else with its own day. */
export const formatTimeOn = (day: Day, at: Instant, format: Format, zone: Zone): string =>
  wallClockAt(at, zone).day === day ? format.time(at) : formatMoment(at, format, zone);
