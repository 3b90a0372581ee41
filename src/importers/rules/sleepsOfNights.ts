import { type NightHours, type NightWindow, nightOf, nightWindow } from '@/domain/night';
import type { SleepFact, Sourced } from '@/importers/facts';
import { type Day, HOUR_MS, MINUTE_MS } from '@/lib/time';
import { addDays } from '@/lib/zone';
import type { Moment, Span } from './resolveSpans';

type SleepSpan = Span<Sourced<SleepFact>>;

/** Sleeps of one child and night that are one: they overlap, or lie less than two minutes apart. */
interface SleepBlock {
  start: Moment;
  /** Null: a sleep in it has no end, so nothing is known after it. */
  end: Moment | null;
  /** Who logged the sleep that begins it. */
  by: string | null;
  /** The sleep that ends it. */
  ending: Sourced<SleepFact>;
}

/** The sleeps of a child in one night, in their order. */
export interface ChildNight {
  night: Day;
  window: NightWindow;
  blocks: SleepBlock[];
}

/** A shorter gap is no wake-up: two people logged it, or a timer slipped. */
const SHORTEST_GAP_MS = 2 * MINUTE_MS;
/** A night that has no end yet may have begun that long before its window. */
const EARLY_MS = 3 * HOUR_MS;

interface Sorted {
  nights: ChildNight[];
  /** The sleeps by day. */
  byDay: SleepSpan[];
  /** The sleeps that count as sleep of a night. */
  used: SleepSpan[];
}

/** Sorts the sleeps of one child into nights and days, and joins what is one. */
export function sleepsOfNights(spans: readonly SleepSpan[], hours: NightHours): Sorted {
  const byDay: SleepSpan[] = [];
  const used: SleepSpan[] = [];
  const byNight = new Map<Day, SleepSpan[]>();
  for (const span of spans) {
    const night = nightOfSleep(span, hours);
    if (night === null) {
      byDay.push(span);
      continue;
    }
    used.push(span);
    byNight.set(night, [...(byNight.get(night) ?? []), span]);
  }
  const nights = [...byNight]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([night, sleeps]) => ({ night, window: nightWindow(night, hours), blocks: join(sleeps) }));
  return { nights, byDay, used };
}

/** Returns the night of which a sleep is a part; null if it is by day. */
function nightOfSleep({ fact: { mark }, start, end }: SleepSpan, hours: NightHours): Day | null {
  const filed = nightOf(start.at, hours);
  const nights = [addDays(filed, -1), filed, addDays(filed, 1)];
  if (!end) {
    if (mark === 'nap') return null;
    const earlyMs = mark === 'night' ? EARLY_MS : 0;
    return (
      nights.find((night) => {
        const window = nightWindow(night, hours);
        return start.at >= window.start - earlyMs && start.at < window.end;
      }) ?? null
    );
  }
  const overlapOf = (night: Day) => {
    const window = nightWindow(night, hours);
    return Math.min(end.at, window.end) - Math.max(start.at, window.start);
  };
  const night = nights.reduce((best, next) => (overlapOf(next) > overlapOf(best) ? next : best));
  const overlap = overlapOf(night);
  const duration = end.at - start.at;
  const least = mark === 'night' ? 1 : mark === 'nap' ? duration : duration / 2;
  return overlap > 0 && overlap >= least ? night : null;
}

function join(sleeps: readonly SleepSpan[]): SleepBlock[] {
  const blocks: SleepBlock[] = [];
  for (const { fact, start, end } of sleeps.toSorted((a, b) => a.start.at - b.start.at)) {
    const last = blocks.at(-1);
    const isOne = last !== undefined && start.at - (last.end ?? last.start).at < SHORTEST_GAP_MS;
    if (!isOne) blocks.push({ start, end, by: fact.by, ending: fact });
    // What begins within a sleep that has an end is known to end with it.
    else if (end === null) {
      if (last.end && start.at >= last.end.at) last.end = null;
    } else if (last.end === null || end.at > last.end.at) Object.assign(last, { end, ending: fact });
  }
  return blocks;
}
