import type { NightHours } from '@/domain/night';
import type { RasterNight } from '@/domain/rasterNight';
import { type Day, HOUR_MS, type Instant, type Interval, MINUTE_MS } from '@/lib/time';
import { instantOnWall, wallClockAt } from '@/lib/zone';

/*
 * Where things lie along a night. The width is time as it passes, so a wake-up is as long as it was also in a night in which
 * the clocks change. Nights are laid above each other by the start of the household's night on the wall.
 */

/** From where to where the picture goes, in milliseconds after a night's anchor; negative before it. */
export interface Scale {
  from: number;
  to: number;
}

export interface Tick {
  /** After the anchor, as in {@link Scale}. */
  offset: number;
  /** What the wall shows there, 0 to 23. */
  hour: number;
}

type ScaledNight = Pick<RasterNight, 'night' | 'window' | 'pieces'>;

/** The moment of a night that has the same place in all of them. */
export const anchorOf = (night: Day, { nightStart, timeZone }: NightHours): Instant =>
  instantOnWall(night, nightStart, timeZone);

/** The narrowest picture in which all of these nights have room; the household's own night if none has begun. */
export function scaleOf(nights: readonly ScaledNight[], hours: NightHours): Scale {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { night, window, pieces } of nights) {
    const anchor = anchorOf(night, hours);
    for (const stretch of window ? [window, ...pieces] : pieces) {
      from = Math.min(from, stretch.from - anchor);
      to = Math.max(to, stretch.to - anchor);
    }
  }
  if (from < to) return { from, to };
  return { from: 0, to: minutesBetween(hours.nightStart, hours.nightEnd) * MINUTE_MS };
}

/** Where an offset lies between the two ends of the picture, in percent. */
export const percentOf = (offset: number, { from, to }: Scale): number => ((offset - from) / (to - from)) * 100;

/** Up to this length every second hour has its label on a phone; beyond it every third. */
const ROOM_FOR_SECOND_HOURS_MS = 15 * HOUR_MS;

/** Whether an hour has a label, so that they do not run into each other. */
export const isLabelled = (hour: number, { from, to }: Scale): boolean =>
  hour % (to - from > ROOM_FOR_SECOND_HOURS_MS ? 3 : 2) === 0;

/** The full hours of nights in which no clock changes. */
export function ticksOf(scale: Scale, { nightStart }: NightHours): Tick[] {
  const start = minutesOf(nightStart);
  const hours: Tick[] = [];
  const first = Math.ceil((scale.from / MINUTE_MS + start) / 60);
  for (let hour = first; (hour * 60 - start) * MINUTE_MS <= scale.to; hour += 1)
    hours.push({ offset: (hour * 60 - start) * MINUTE_MS, hour: ((hour % 24) + 24) % 24 });
  return hours;
}

/** The full hours as the wall showed them in one night: one is left out in spring, one comes twice in autumn. */
export function ticksOfNight(night: Day, scale: Scale, hours: NightHours): Tick[] {
  const anchor = anchorOf(night, hours);
  const ticks: Tick[] = [];
  // Quarters of an hour: no zone is off by less, and none changes its clock by less.
  const step = 15 * MINUTE_MS;
  const start = Math.ceil((anchor + scale.from) / step) * step;
  for (let at = start; at <= anchor + scale.to; at += step) {
    const { time } = wallClockAt(at as Instant, hours.timeZone);
    if (time.endsWith(':00')) ticks.push({ offset: at - anchor, hour: Number(time.slice(0, 2)) });
  }
  return ticks;
}

/** How much longer a stretch was than the clock on the wall says: an hour in autumn, minus an hour in spring. */
export function clockShiftMs({ from, to }: Interval, timeZone: string): number {
  const wallMs = (at: Instant) => {
    const { day, time } = wallClockAt(at, timeZone);
    return Date.parse(`${day}T${time}:00.000Z`) - Math.floor(at / MINUTE_MS) * MINUTE_MS;
  };
  return wallMs(from) - wallMs(to);
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const minutesBetween = (from: string, to: string): number =>
  (minutesOf(to) - minutesOf(from) + 24 * 60) % (24 * 60) || 24 * 60;
