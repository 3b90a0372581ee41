import type { NightHours } from '@/domain/night';
import type { RasterNight } from '@/domain/rasterNight';
import { type Day, HOUR_MS, type Instant, type Interval, MINUTE_MS } from '@/lib/time';
import { instantOnWall, wallClockAt, type Zone, zoneOfNight } from '@/lib/zone';

/*
 * Positions along a night. The horizontal axis is elapsed time, so a wake-up has its true length
 * also in a night in which the clocks change. The rows are aligned at the wall time at which the
 * household's night starts.
 */

/**
 * The two ends of the picture, in milliseconds after a night's anchor; negative before the anchor.
 */
export interface Scale {
  from: number;
  to: number;
}

export interface Tick {
  /** Milliseconds after the anchor, as in {@link Scale}. */
  offset: number;
  /** The hour that the household's clock shows at this tick, 0 to 23. */
  hour: number;
}

type ScaledNight = Pick<RasterNight, 'night' | 'window' | 'pieces'>;

/**
 * Returns the anchor of a night: the start of the household's night. All anchors have the same
 * position in the picture.
 */
export const anchorOf = (night: Day, hours: NightHours): Instant =>
  instantOnWall(night, hours.nightStart, zoneOfNight(hours, night));

/**
 * Returns the narrowest scale that has room for all nights that have begun. If none has begun, it
 * returns the scale of the household's own night.
 */
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

/** Returns the position of an offset between the two ends of the picture, in percent. */
export const percentOf = (offset: number, { from, to }: Scale): number => ((offset - from) / (to - from)) * 100;

/**
 * On a phone, pictures up to this length have room for a label at every second hour; longer ones
 * have a label at every third.
 */
const ROOM_FOR_SECOND_HOURS_MS = 15 * HOUR_MS;

const stepOf = ({ from, to }: Scale): number => (to - from > ROOM_FOR_SECOND_HOURS_MS ? 3 : 2);

/** Returns whether an hour has a label. Not all have one, because the labels would overlap. */
export const isLabelled = (hour: number, scale: Scale): boolean => hour % stepOf(scale) === 0;

/** The room that `12 AM` needs, with a gap to the next label. */
const WIDE_LABEL_PX = 42;

/**
 * Returns the same for labels with AM and PM, which need more room. Each of them is at an hour that
 * has a label in 24 hours, too.
 *
 * @param width the width of the picture in pixels
 */
export function isLabelledWide(hour: number, scale: Scale, width: number): boolean {
  const hourPx = (width * HOUR_MS) / (scale.to - scale.from);
  let step = stepOf(scale);
  while (step < 24 && step * hourPx < WIDE_LABEL_PX) step *= 2;
  return hour % step === 0;
}

/** Returns the full hours of a night in which no clock changes. */
export function ticksOf(scale: Scale, { nightStart }: NightHours): Tick[] {
  const startMinutes = minutesOf(nightStart);
  const offsetOf = (hour: number) => (hour * 60 - startMinutes) * MINUTE_MS;
  const ticks: Tick[] = [];
  // Hours are counted from the midnight before the night, so 25 is 01:00 and -1 is 23:00.
  const firstHour = Math.ceil((scale.from / MINUTE_MS + startMinutes) / 60);
  for (let hour = firstHour; offsetOf(hour) <= scale.to; hour += 1)
    // The remainder of a negative number is negative, so 24 is added before the second division.
    ticks.push({ offset: offsetOf(hour), hour: ((hour % 24) + 24) % 24 });
  return ticks;
}

/**
 * Returns the full hours as the household's clock showed them in one night. One hour is missing in
 * spring, and one occurs twice in autumn.
 */
export function ticksOfNight(night: Day, scale: Scale, hours: NightHours): Tick[] {
  const anchor = anchorOf(night, hours);
  const ticks: Tick[] = [];
  // Each quarter of an hour is tried, because no zone's offset or clock change is finer than that.
  const stepMs = 15 * MINUTE_MS;
  const start = Math.ceil((anchor + scale.from) / stepMs) * stepMs;
  for (let at = start; at <= anchor + scale.to; at += stepMs) {
    const { time } = wallClockAt(at as Instant, hours);
    if (time.endsWith(':00')) ticks.push({ offset: at - anchor, hour: Number(time.slice(0, 2)) });
  }
  return ticks;
}

/**
 * Returns by how many milliseconds a stretch was longer than the household's clock says: an hour in
 * autumn, minus an hour in spring.
 */
export function clockShiftMs({ from, to }: Interval, zone: Zone): number {
  /** The wall clock's lead over UTC, to the minute. */
  const zoneOffsetMs = (at: Instant) => {
    const { day, time } = wallClockAt(at, zone);
    return Date.parse(`${day}T${time}:00.000Z`) - Math.floor(at / MINUTE_MS) * MINUTE_MS;
  };
  return zoneOffsetMs(from) - zoneOffsetMs(to);
}

/** Returns the minutes from midnight to a wall time. */
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Returns the minutes from a wall time to the next time that equals `to`, 1 to 1440. */
const minutesBetween = (from: string, to: string): number =>
  (minutesOf(to) - minutesOf(from) + 24 * 60) % (24 * 60) || 24 * 60;
