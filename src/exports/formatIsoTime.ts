import { type Instant, MINUTE_MS } from '@/lib/time';
import { wallClockAt, type Zone } from '@/lib/zone';

/**
 * Formats an instant as the household's clock showed it, with the offset of that moment: ISO 8601
 * to the second, without milliseconds. When the clocks go back, the offset tells the two equal
 * times apart.
 *
 * @example `2026-10-25T02:30:00+02:00`, and an hour later `2026-10-25T02:30:00+01:00`
 */
export function formatIsoTime(at: Instant, zone: Zone): string {
  const { day, time } = wallClockAt(at, zone);
  const minute = Math.floor(at / MINUTE_MS) * MINUTE_MS;
  const offsetMinutes = (Date.parse(`${day}T${time}:00.000Z`) - minute) / MINUTE_MS;
  const wallDateTime = new Date(at + offsetMinutes * MINUTE_MS).toISOString().slice(0, 19);
  const absoluteMinutes = Math.abs(offsetMinutes);
  return `${wallDateTime}${offsetMinutes < 0 ? '-' : '+'}${padTwo(Math.floor(absoluteMinutes / 60))}:${padTwo(absoluteMinutes % 60)}`;
}

/**
 * Formats an instant as the household's clock showed it, in the one form that spreadsheets of all
 * regions take for a date and time. It has no offset: with one, it would be a text.
 *
 * @example `2026-10-25 02:30:00`
 */
export const formatSheetTime = (at: Instant, zone: Zone): string =>
  formatIsoTime(at, zone).slice(0, 19).replace('T', ' ');

const padTwo = (value: number): string => String(value).padStart(2, '0');

/** Formats an instant in UTC with its milliseconds: `2026-11-17T01:43:00.000Z`. */
export const formatInstant = (at: Instant): string => new Date(at).toISOString();
