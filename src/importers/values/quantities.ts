import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/time';

/*
 * Numbers, durations and temperatures as files have them.
 */

/**
 * Parses a number with a point or a comma, or with commas between thousands.
 *
 * @example '1,290' → 1290, '38,25' → 38.25
 */
export function parseNumber(text: string): number | null {
  const typed = text.trim();
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(typed)) return Number(typed.replaceAll(',', ''));
  return /^-?\d{1,9}(?:[.,]\d{1,9})?$/.test(typed) ? Number(typed.replace(',', '.')) : null;
}

/** Parses `H:MM` or `H:MM:SS`, with days before it as Baby Buddy has them (`1 day, 6:00:00`). */
export function parseDuration(text: string): number | null {
  const match = /^(?:(\d+) days?,? )?(\d{1,3}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/.exec(text.trim());
  if (!match) return null;
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = match;
  return Number(days) * DAY_MS + Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * SECOND_MS;
}

/** Parses hours and minutes in words: `3 hr 20 min`, `3 h 20 min`, `3 Std 20 Min.`, `45 min`. */
export function parseWordedDuration(text: string): number | null {
  const numbers = text.match(/\d+/g)?.map(Number) ?? [];
  const [first, second] = numbers;
  if (first === undefined || numbers.length > 2) return null;
  if (second !== undefined) return first * HOUR_MS + second * MINUTE_MS;
  const isHours = !/\d\s*\p{L}*m/iu.test(text);
  return first * (isHours ? HOUR_MS : MINUTE_MS);
}

export const minutesToMs = (minutes: number): number => Math.round(minutes * MINUTE_MS);

/** Above this, a number without a unit is in degrees Fahrenheit. */
const HOTTEST_CELSIUS = 45;
const COLDEST_CELSIUS = 25;

/**
 * Returns degrees Celsius with two decimals; null if no person has that temperature.
 *
 * @param unit null: the file does not say
 */
export function toCelsius(value: number, unit: 'C' | 'F' | null): number | null {
  const isFahrenheit = unit === 'F' || (unit === null && value > HOTTEST_CELSIUS);
  const celsius = isFahrenheit ? Math.round(((value - 32) / 1.8) * 100) / 100 : value;
  return celsius >= COLDEST_CELSIUS && celsius <= HOTTEST_CELSIUS ? celsius : null;
}

/** Parses a temperature with or without its unit: `38.4°C`, `99.5 °F`, `38,6`. */
export function parseCelsius(text: string, unitText = ''): number | null {
  // Step by step: one pattern for all of it would take hours for a cell of some thousand blanks.
  const typed = text.trim();
  const [unit = ''] = /[CF]$/i.exec(typed) ?? [];
  const value = parseNumber(
    typed
      .slice(0, typed.length - unit.length)
      .trim()
      .replace(/°$/, ''),
  );
  const said = (unit || unitText.replace('°', '').trim()).toUpperCase();
  return value === null ? null : toCelsius(value, said === 'C' || said === 'F' ? said : null);
}
