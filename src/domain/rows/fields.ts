import * as v from 'valibot';
import type { Day, Instant, WallTime } from '@/lib/time';

/*
 * The schemas of the values in rows, and their bounds. A bound keeps a broken or hostile file out;
 * it must never limit a family.
 */

/** Refuses a lone surrogate (half an emoji), because writing a backup would change it. */
const wellFormed = v.check<string, string>((text) => text.isWellFormed(), 'is not well-formed text');

export const NAME_MAX = 60;
export const ID_MAX = 100;
export const LINE_MAX = 200;
export const TEXT_MAX = 100_000;

/**
 * An object with exactly these fields. Fields called `__proto__` or `constructor` are refused, too.
 */
export const strict = v.strictObject;

export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(ID_MAX), wellFormed);

/** A name must contain a visible character. */
export const name = v.pipe(
  v.string(),
  v.maxLength(NAME_MAX),
  wellFormed,
  v.check((text) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text), 'is empty'),
);
export const line = v.pipe(v.string(), v.maxLength(LINE_MAX), wellFormed);
export const text = v.pipe(v.string(), v.maxLength(TEXT_MAX), wellFormed);

/**
 * The latest instant in a row. It is late enough for any family, and early enough to refuse numbers
 * in a wrong unit.
 */
const LAST_INSTANT = Date.UTC(2200, 0, 1);
export const instant = v.pipe(
  v.number(),
  v.safeInteger(),
  v.minValue(0),
  v.maxValue(LAST_INSTANT),
  v.transform((value) => value as Instant),
);

/** Returns whether a text is a day of the calendar: `2026-02-28` is one, `2026-02-30` is not. */
export const isDay = (value: string): value is Day => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00.000Z`) : Number.NaN;
  return Number.isFinite(at) && new Date(at).toISOString().slice(0, 10) === value;
};

/**
 * The first and the last day that a person can choose, type or open by address. Beyond them lie
 * only slips of the finger (a year half typed is `0002`) and hostile links, and a list of all days
 * up to them would never end. Rows may hold any day: what was once written can always be read.
 */
export const FIRST_DAY = '1970-01-01' as Day;
const LAST_DAY = '2199-12-31' as Day;

/** Returns whether a text is a day of the calendar from {@link FIRST_DAY} to {@link LAST_DAY}. */
export const isSupportedDay = (value: string): value is Day => isDay(value) && value >= FIRST_DAY && value <= LAST_DAY;

export const day = v.custom<Day>((value) => typeof value === 'string' && isDay(value), 'is not a day of the calendar');
export const wallTime = v.pipe(
  v.string(),
  v.regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  v.transform((value) => value as WallTime),
);
/**
 * The name of an IANA zone. This browser need not know it: another one may have written the row,
 * and the times are then as in an assumed zone (lib/zone.ts).
 */
export const timeZone = v.pipe(v.string(), v.maxLength(ID_MAX), v.regex(/^[A-Za-z][\w+/-]*$/));

const WHOLE_MAX = 100_000;
export const wholeNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(WHOLE_MAX));
export const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** The keys of the palette, which is safe for colour-blind people. Each theme sets the colours. */
export const COLORS = ['blue', 'orange', 'green', 'purple', 'teal', 'yellow', 'pink', 'grey'] as const;
export type Color = (typeof COLORS)[number];
export const color = v.picklist(COLORS);

/** The fields that every row has. */
export const rowFields = {
  id,
  updatedAt: instant,
  deletedAt: v.optional(v.nullable(instant), null),
};
