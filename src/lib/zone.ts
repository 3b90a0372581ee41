import { tzOffset } from '@date-fns/tz/tzOffset';
import { assumedZone } from './deviceZone';
import { DAY_MS, type Day, type Instant, type Interval, MINUTE_MS, type WallTime } from './time';

/*
 * This file converts between instants and wall times in the household's zone, or zones if it has
 * moved.
 *
 * `@date-fns/tz` gives the offset of a zone at an instant. The conversion from a wall time to an
 * instant is our own, because TZDate goes through the phone's zone for that and returns wrong
 * instants on days when the clocks change (compared with Temporal).
 */

/** The day and the wall time at an instant. */
export interface WallClock {
  day: Day;
  time: WallTime;
}

/**
 * The instants at which a wall clock shows a given time. There is usually one. There are two when
 * the clocks go back over that time, and none when they go forward over it.
 */
export type WallTimeMatch =
  | { kind: 'once'; at: Instant }
  | { kind: 'twice'; first: Instant; second: Instant }
  | { kind: 'never'; clockChange: Instant };

/** A zone, and the zones of the nights before it, oldest first. A household is one. */
export interface ZoneHistory {
  timeZone: string;
  /** The nights before `until`, and from the entry before on, were lived in this zone. */
  formerZones?: readonly { until: Day; timeZone: string }[];
}

/** The wall that clocks hang on: an IANA zone, or a household that may have moved. */
export type Zone = string | ZoneHistory;

/** Nights change at noon, and a household moves between two nights. */
export const NOON = '12:00' as WallTime;

/**
 * Returns the IANA zone of a night, named by the day of its evening, as the household's row has it.
 */
export function zoneOfNight(zone: Zone, night: Day): string {
  if (typeof zone === 'string') return zone;
  return zone.formerZones?.find(({ until }) => until > night)?.timeZone ?? zone.timeZone;
}

/**
 * Returns the IANA zone at an instant. A move happens at noon before the first night in the new
 * zone, by the zone in which that noon is later: no night of the old zone is cut short.
 */
export function zoneAt(zone: Zone, at: Instant): string {
  if (typeof zone === 'string') return zone;
  if (!zone.formerZones?.length) return zone.timeZone;
  return movesOf(zone).find(({ movesAt }) => at < movesAt)?.timeZone ?? zone.timeZone;
}

/** When each former zone was left. It is asked for every instant of a log, so it is kept. */
const knownMoves = new WeakMap<ZoneHistory, { timeZone: string; movesAt: number }[]>();

function movesOf(zone: ZoneHistory): { timeZone: string; movesAt: number }[] {
  const known = knownMoves.get(zone);
  if (known) return known;
  const moves = (zone.formerZones ?? []).map(({ until, timeZone }) => ({
    timeZone,
    movesAt: Math.max(instantOnWall(until, NOON, timeZone), instantOnWall(until, NOON, zoneOfNight(zone, until))),
  }));
  knownMoves.set(zone, moves);
  return moves;
}

/**
 * A cache from zone and UTC day to the offset at the start of that day. Computing an offset is
 * slow, and the figures of ten years of nights need the offset of each day many times.
 */
const offsetsAtDays = new Map<string, Map<number, number>>();

function offsetMs(zone: Zone, at: number): number {
  const timeZone = zoneAt(zone, at as Instant);
  const day = Math.floor(at / DAY_MS);
  const before = offsetAtDay(timeZone, day);
  // If the offset is the same on both days, it is the same in between: no known zone changes its
  // clock and changes it back within a day.
  return before === offsetAtDay(timeZone, day + 1) ? before : computeOffsetMs(timeZone, at);
}

function offsetAtDay(timeZone: string, day: number): number {
  let known = offsetsAtDays.get(timeZone);
  if (!known) {
    known = new Map();
    offsetsAtDays.set(timeZone, known);
  }
  let offset = known.get(day);
  if (offset === undefined) {
    offset = computeOffsetMs(timeZone, day * DAY_MS);
    known.set(day, offset);
  }
  return offset;
}

const computeOffsetMs = (timeZone: string, at: number): number =>
  Math.round(tzOffset(assumedZone(timeZone), new Date(at)) * MINUTE_MS);

/** Returns whether a text is a wall time: `02:43` is one, `24:00` is not. */
export const isWallTime = (text: string): text is WallTime => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** Returns the day and the wall time that a clock in `zone` shows at an instant. */
export function wallClockAt(at: Instant, zone: Zone): WallClock {
  const iso = new Date(at + offsetMs(zone, at)).toISOString();
  return { day: iso.slice(0, 10) as Day, time: iso.slice(11, 16) as WallTime };
}

/**
 * Returns the instants at which a clock in `zone` shows `time` on `day`, each at the start of its
 * minute. The wall time is tried with the offset of the day before and with that of the day after.
 * That finds every match, because no known zone changes its clock twice within 48 hours; of a
 * household that moves, the offsets of both zones are tried.
 */
export function findWallTime(day: Day, time: WallTime, zone: Zone): WallTimeMatch {
  const wallAsUtc = Date.parse(`${day}T${time}:00.000Z`);
  const [from, to] = [wallAsUtc - DAY_MS, wallAsUtc + DAY_MS];
  const [zoneBefore, zoneAfter] = [zoneAt(zone, from as Instant), zoneAt(zone, to as Instant)];
  const [before, after] = [offsetMs(zoneBefore, from), offsetMs(zoneAfter, to)];
  const isSameZone = zoneBefore === zoneAfter;
  if (isSameZone && before === after) return { kind: 'once', at: (wallAsUtc - before) as Instant };
  const offsetsOfMove = isSameZone ? [] : [offsetMs(zoneBefore, to), offsetMs(zoneAfter, from)];
  const matches = [...new Set([before, after, ...offsetsOfMove])]
    .map((offset) => ({ at: wallAsUtc - offset, offset }))
    .filter(({ at, offset }) => offsetMs(zone, at) === offset)
    .map(({ at }) => at as Instant)
    .sort((a, b) => a - b);
  const [first, second] = matches;
  if (first === undefined) return { kind: 'never', clockChange: clockChangeBetween(from, to, zone) };
  return second === undefined ? { kind: 'once', at: first } : { kind: 'twice', first, second };
}

/**
 * Returns one instant for a wall time. If {@link findWallTime} finds two, the first one is
 * returned. If it finds none, the instant at which the clocks went forward is returned.
 */
export function instantOnWall(day: Day, time: WallTime, zone: Zone): Instant {
  const match = findWallTime(day, time, zone);
  switch (match.kind) {
    case 'once':
      return match.at;
    case 'twice':
      return match.first;
    case 'never':
      return match.clockChange;
  }
}

/** Returns the instant within an interval at which the clocks change; null if they do not. */
export const clockChangeIn = ({ from, to }: Interval, zone: Zone): Instant | null =>
  offsetMs(zone, from) === offsetMs(zone, to) ? null : clockChangeBetween(from, to, zone);

function clockChangeBetween(from: number, to: number, zone: Zone): Instant {
  const before = offsetMs(zone, from);
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetMs(zone, middle) === before) low = middle;
    else high = middle;
  }
  return high as Instant;
}

/** Returns the day `count` calendar days after `day`, or before it if `count` is negative. */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + count * DAY_MS).toISOString().slice(0, 10) as Day;
}

/**
 * Returns the match of a wall time that is closest to `reference`, out of the wall's day at that
 * instant, the day before and the day after.
 *
 * @example reference 23:50, time 00:10 → twenty minutes later, on the next day
 */
export function findWallTimeNear(reference: Instant, time: WallTime, zone: Zone): WallTimeMatch {
  const today = wallClockAt(reference, zone).day;
  const distance = (match: WallTimeMatch) => Math.min(...instantsOf(match).map((at) => Math.abs(at - reference)));
  return [addDays(today, -1), addDays(today, 1)]
    .map((day) => findWallTime(day, time, zone))
    .reduce((best, next) => (distance(next) < distance(best) ? next : best), findWallTime(today, time, zone));
}

function instantsOf(match: WallTimeMatch): Instant[] {
  switch (match.kind) {
    case 'once':
      return [match.at];
    case 'twice':
      return [match.first, match.second];
    case 'never':
      return [match.clockChange];
  }
}

/**
 * Returns the match of a wall time that is the last one at or before `latest`, out of the wall's
 * day at that instant and the day before.
 *
 * @example latest 02:43 on the 17th, time 23:50 → on the 16th; time 02:41 → on the 17th
 */
export function findLastWallTime(latest: Instant, time: WallTime, zone: Zone): WallTimeMatch {
  const today = wallClockAt(latest, zone).day;
  const match = findWallTime(today, time, zone);
  const isOver = instantsOf(match).some((at) => at <= latest);
  return isOver ? match : findWallTime(addDays(today, -1), time, zone);
}
