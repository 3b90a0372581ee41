import { tzOffset } from '@date-fns/tz/tzOffset';
import { DAY_MS, type Day, type Instant, type Interval, MINUTE_MS, type WallTime } from './time';

/*
 * Between an instant and the clock on the household's wall.
 *
 * `@date-fns/tz` gives the offset of a zone at an instant. The way back, from a wall time to the instant, is ours:
 * its TZDate goes through the phone's own zone there and misses on clock-change days (measured against Temporal).
 */

/** What the wall shows at an instant. */
export interface WallClock {
  day: Day;
  time: WallTime;
}

/** The instants at which a wall shows a time: usually one, two when clocks go back, none when they go forward. */
export type WallTimeMatch =
  | { kind: 'once'; at: Instant }
  | { kind: 'twice'; first: Instant; second: Instant }
  | { kind: 'never'; clockChange: Instant };

/** By zone, the offset at the start of a UTC day: asking the platform is dear, and ten years of nights ask for each day many times. */
const offsetsAtDays = new Map<string, Map<number, number>>();

function offsetMs(timeZone: string, at: number): number {
  const day = Math.floor(at / DAY_MS);
  const before = offsetAtDay(timeZone, day);
  // No zone is known to change its clock and change it back within a day.
  return before === offsetAtDay(timeZone, day + 1) ? before : askOffsetMs(timeZone, at);
}

function offsetAtDay(timeZone: string, day: number): number {
  let known = offsetsAtDays.get(timeZone);
  if (!known) {
    known = new Map();
    offsetsAtDays.set(timeZone, known);
  }
  let offset = known.get(day);
  if (offset === undefined) {
    offset = askOffsetMs(timeZone, day * DAY_MS);
    known.set(day, offset);
  }
  return offset;
}

const askOffsetMs = (timeZone: string, at: number): number => Math.round(tzOffset(timeZone, new Date(at)) * MINUTE_MS);

/** Whether a text is a time of the wall, as `02:43` is and `24:00` is not. */
export const isWallTime = (text: string): text is WallTime => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

export function wallClockAt(at: Instant, timeZone: string): WallClock {
  const iso = new Date(at + offsetMs(timeZone, at)).toISOString();
  return { day: iso.slice(0, 10) as Day, time: iso.slice(11, 16) as WallTime };
}

/**
 * The instants at which the wall in `timeZone` shows `time` on `day`, to the start of that minute.
 * A wall time is a local reading, so it is tried with the offsets in force a day before and a day after:
 * a zone that changes its clock twice within 48 hours is not known to exist.
 */
export function findWallTime(day: Day, time: WallTime, timeZone: string): WallTimeMatch {
  const asUtc = Date.parse(`${day}T${time}:00.000Z`);
  const before = offsetMs(timeZone, asUtc - DAY_MS);
  const after = offsetMs(timeZone, asUtc + DAY_MS);
  if (before === after) return { kind: 'once', at: (asUtc - before) as Instant };
  const hits = [before, after]
    .map((offset) => ({ at: asUtc - offset, offset }))
    .filter(({ at, offset }) => offsetMs(timeZone, at) === offset)
    .map(({ at }) => at as Instant)
    .sort((a, b) => a - b);
  const [first, second] = hits;
  if (first === undefined)
    return { kind: 'never', clockChange: clockChangeBetween(asUtc - DAY_MS, asUtc + DAY_MS, timeZone) };
  return second === undefined ? { kind: 'once', at: first } : { kind: 'twice', first, second };
}

/** As {@link findWallTime}, settled: the first of two; in a gap, the moment the clocks jumped. */
export function instantOnWall(day: Day, time: WallTime, timeZone: string): Instant {
  const reading = findWallTime(day, time, timeZone);
  switch (reading.kind) {
    case 'once':
      return reading.at;
    case 'twice':
      return reading.first;
    case 'never':
      return reading.clockChange;
  }
}

/** The moment within a stretch at which the clock on the wall is changed; null where it is not. */
export const clockChangeIn = ({ from, to }: Interval, timeZone: string): Instant | null =>
  offsetMs(timeZone, from) === offsetMs(timeZone, to) ? null : clockChangeBetween(from, to, timeZone);

function clockChangeBetween(from: number, to: number, timeZone: string): Instant {
  const before = offsetMs(timeZone, from);
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetMs(timeZone, middle) === before) low = middle;
    else high = middle;
  }
  return high as Instant;
}

/** Calendar arithmetic on a day, free of any zone. */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + count * DAY_MS).toISOString().slice(0, 10) as Day;
}

/** Whether the platform knows this IANA time zone. */
export function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}

export const deviceTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/**
 * What a time typed as `HH:MM` means near a known moment: the reading on the wall's day, or the day before or after, that
 * lies closest to `reference`. At 23:50, "00:10" is twenty minutes later.
 */
export function findWallTimeNear(reference: Instant, time: WallTime, timeZone: string): WallTimeMatch {
  const today = wallClockAt(reference, timeZone).day;
  const distance = (reading: WallTimeMatch) => Math.min(...instantsOf(reading).map((at) => Math.abs(at - reference)));
  return [addDays(today, -1), addDays(today, 1)]
    .map((day) => findWallTime(day, time, timeZone))
    .reduce((best, next) => (distance(next) < distance(best) ? next : best), findWallTime(today, time, timeZone));
}

function instantsOf(reading: WallTimeMatch): Instant[] {
  switch (reading.kind) {
    case 'once':
      return [reading.at];
    case 'twice':
      return [reading.first, reading.second];
    case 'never':
      return [reading.clockChange];
  }
}
