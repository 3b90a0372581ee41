import type { Entry, Incident } from '@/domain/rows/incident';
import { liveEntries } from '@/domain/timeline/fold';
import { type Day, type Instant, MINUTE_MS, type WallTime } from '@/lib/time';
import { readWall, wallClockAt } from '@/lib/zone';

/** A line of any of a night's incidents. */
export interface HourLine {
  incident: Incident;
  entry: Entry;
}

/** What happened in one hour on the wall. Where the clocks go back, an hour is there twice. */
export interface HourOfLines {
  key: string;
  /** The full hour, as an instant: a moment at which the wall showed it. */
  at: Instant;
  which: 'once' | 'first' | 'second';
  lines: HourLine[];
}

/** All lines of a night in the order of time, by the hour on the wall; hours in which nothing happened are left out. */
export function byHour(incidents: readonly Incident[], timeZone: string): HourOfLines[] {
  const lines = incidents
    .flatMap((incident) => liveEntries(incident.timeline).map((entry) => ({ incident, entry })))
    .sort((a, b) => a.entry.at - b.entry.at);
  const hours: HourOfLines[] = [];
  for (const line of lines) {
    const { day, time } = wallClockAt(line.entry.at, timeZone);
    const which = turnOf(line.entry.at, day, time, timeZone);
    const key = `${day} ${time.slice(0, 2)} ${which}`;
    const last = hours.at(-1);
    if (last?.key === key) last.lines.push(line);
    else hours.push({ key, at: fullHour(line.entry.at, time), which, lines: [line] });
  }
  return hours;
}

function turnOf(at: Instant, day: Day, time: WallTime, timeZone: string): HourOfLines['which'] {
  const reading = readWall(day, time, timeZone);
  if (reading.kind !== 'twice') return 'once';
  return at < reading.second ? 'first' : 'second';
}

const fullHour = (at: Instant, time: WallTime): Instant =>
  ((Math.floor(at / MINUTE_MS) - Number(time.slice(3))) * MINUTE_MS) as Instant;
