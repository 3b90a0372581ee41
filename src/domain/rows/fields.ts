import * as v from 'valibot';
import type { Day, Instant, WallTime } from '@/lib/time';
import { isTimeZone } from '@/lib/zone';

/* The kinds of value that rows are made of, and their bounds. A bound is there to keep a broken or hostile file out, never to limit a family. */

/** Lone halves of an emoji would be changed by writing a backup, so they are refused on the way in. */
const wellFormed = v.check<string, string>((text) => text.isWellFormed(), 'is not well-formed text');

export const NAME_MAX = 60;
export const ID_MAX = 100;
export const LINE_MAX = 200;
const TEXT_MAX = 100_000;

/** An object with these fields and no other; `__proto__` and `constructor`, which every object seems to have, are others, too. */
export const strict = v.strictObject;

export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(ID_MAX), wellFormed);

/** A name has something in it that can be seen. */
export const name = v.pipe(
  v.string(),
  v.maxLength(NAME_MAX),
  wellFormed,
  v.check((text) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text), 'is empty'),
);
export const line = v.pipe(v.string(), v.maxLength(LINE_MAX), wellFormed);
export const text = v.pipe(v.string(), v.maxLength(TEXT_MAX), wellFormed);

/** The last instant a row may name. Far enough for any family, near enough to catch seconds taken for milliseconds and worse. */
const LAST_INSTANT = Date.UTC(2200, 0, 1);
export const instant = v.pipe(
  v.number(),
  v.safeInteger(),
  v.minValue(0),
  v.maxValue(LAST_INSTANT),
  v.transform((value) => value as Instant),
);

/** Whether a text names a day of the calendar, as `2026-02-28` does and `2026-02-30` does not. */
export const isDay = (value: string): value is Day => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00.000Z`) : Number.NaN;
  return Number.isFinite(at) && new Date(at).toISOString().slice(0, 10) === value;
};
export const day = v.custom<Day>((value) => typeof value === 'string' && isDay(value), 'is not a day of the calendar');
export const wallTime = v.pipe(
  v.string(),
  v.regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  v.transform((value) => value as WallTime),
);
export const timeZone = v.pipe(v.string(), v.maxLength(ID_MAX), v.check(isTimeZone, 'is not a time zone'));

const WHOLE_MAX = 100_000;
export const wholeNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(WHOLE_MAX));
export const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** Keys of the colour-blind-safe palette; what they look like is a matter of the theme. */
export const COLORS = ['blue', 'orange', 'green', 'purple', 'teal', 'yellow', 'pink', 'grey'] as const;
export type Color = (typeof COLORS)[number];
export const color = v.picklist(COLORS);

/** What every row carries besides its own fields. */
export const rowFields = {
  id,
  updatedAt: instant,
  deletedAt: v.optional(v.nullable(instant), null),
};
