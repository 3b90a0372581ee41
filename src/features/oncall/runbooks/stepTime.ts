import { HOUR_MS, SECOND_MS } from '@/lib/time';

/** No step lasts longer than a night, so a longer time is a typing error. */
const HOURS_MAX = 12;
export const STEP_MS_MAX = HOURS_MAX * HOUR_MS;

/** Returns a step's time for its text field: 90 seconds are `1:30`, null is an empty text. */
export const formatStepTime = (seconds: number | null): string =>
  seconds === null ? '' : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/**
 * Parses the time of a step, in seconds: `1:30`, `1 min 30`, `2 min`; a number alone is seconds.
 * Returns null when the text is empty, and undefined when it is not a time from one second to
 * twelve hours.
 */
export function parseStepTime(text: string): number | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  const match = /^(?:(\d{1,3})\s*(?::|min|m|['’])\s*(\d{1,2})?|(\d{1,5}))\s*s?$/i.exec(typed);
  if (!match) return undefined;
  const [, minutes, secondsPart = '0', secondsOnly = '0'] = match;
  const total = minutes === undefined ? Number(secondsOnly) : Number(minutes) * 60 + Number(secondsPart);
  const fits = total >= 1 && total * SECOND_MS <= STEP_MS_MAX && Number(secondsPart) < 60;
  return fits ? total : undefined;
}
