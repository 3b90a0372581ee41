import type { Entry, Incident } from '@/domain/rows/incident';
import { liveEntries } from '@/domain/timeline/foldTimeline';
import { type Day, type Instant, MINUTE_MS, type WallTime } from '@/lib/time';
import { findWallTime, wallClockAt, type Zone } from '@/lib/zone';

/** A line of any incident of a night. */
export interface IncidentEntry {
  incident: Incident;
  entry: Entry;
}

/**
 * What happened in one hour of the household's clock. When the clocks go back, the same hour occurs
 * twice.
 */
export interface HourGroup {
  key: string;
  /** The full hour, as an instant at which the household's clock showed it. */
  at: Instant;
  occurrence: 'once' | 'first' | 'second';
  entries: IncidentEntry[];
}

/**
 * Groups all lines of a night, in chronological order, by the hour of the household's clock. Hours
 * in which nothing happened are left out.
 */
export function groupEntriesByHour(incidents: readonly Incident[], zone: Zone): HourGroup[] {
  const lines = incidents
    .flatMap((incident) => liveEntries(incident.timeline).map((entry) => ({ incident, entry })))
    .sort((a, b) => a.entry.at - b.entry.at);
  const hours: HourGroup[] = [];
  for (const line of lines) {
    const { day, time } = wallClockAt(line.entry.at, zone);
    const occurrence = occurrenceOf(line.entry.at, day, time, zone);
    const key = `${day} ${time.slice(0, 2)} ${occurrence}`;
    const currentHour = hours.at(-1);
    if (currentHour?.key === key) currentHour.entries.push(line);
    else hours.push({ key, at: startOfHour(line.entry.at, time), occurrence, entries: [line] });
  }
  return hours;
}

function occurrenceOf(at: Instant, day: Day, time: WallTime, zone: Zone): HourGroup['occurrence'] {
  const occurrences = findWallTime(day, time, zone);
  if (occurrences.kind !== 'twice') return 'once';
  return at < occurrences.second ? 'first' : 'second';
}

// The whole minute, minus the minutes that the clock shows after the full hour.
const startOfHour = (at: Instant, time: WallTime): Instant =>
  ((Math.floor(at / MINUTE_MS) - Number(time.slice(3))) * MINUTE_MS) as Instant;
