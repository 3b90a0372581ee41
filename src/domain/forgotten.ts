import { type Day, earlierOf, type Instant } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { type NightHours, nightOf, nightWindow } from './night';
import type { NightRow } from './rows/others';
import type { IncidentState } from './timeline/foldTimeline';

/** An open incident whose night is over. */
export interface ForgottenIncident {
  incidentId: string;
  childId: string;
  /** Since when the child has been awake, as far as the log says. */
  since: Instant;
  /** Until when the figures count it: the end of the first window that ended after `since`. */
  until: Instant;
}

/** The hours of a household and the logged bedtimes and mornings: what decides where nights end. */
export interface NightEnds {
  hours: NightHours;
  /** Returns the row of a night; null if there is none, or if it is marked deleted. */
  rowOf: (night: Day) => NightRow | null;
}

/**
 * The window that is asked for belongs to the night that the instant is filed under, or to one of
 * its neighbours: hours may reach past noon, and a logged morning may come early.
 */
const NEIGHBOURS = [-1, 0, 1, 2] as const;

/**
 * Returns the end of the first window that ends after an instant, whatever the time is now. The
 * window need not contain the instant: for a cry at 15:00 it is the window of the coming night.
 */
export function nextWindowEnd(at: Instant, { hours, rowOf }: NightEnds): Instant {
  const filedNight = nightOf(at, hours);
  const ends = NEIGHBOURS.map((days) => addDays(filedNight, days))
    .map((night) => nightWindow(night, hours, rowOf(night)).end)
    .filter((end) => end > at);
  return ends.reduce(earlierOf);
}

/**
 * Returns until when an open incident counts, if somebody forgot to end it; null if the incident is
 * not open, or if it may still be going on.
 *
 * An open stretch is forgotten once the first window that ends after the stretch began is over. A
 * child who was awake at 03:00 has not been awake for three days only because nobody tapped: its
 * downtime, and the time in which somebody was awake with it, end with that window.
 *
 * Source: metrics.md, "Incidents", *forgotten*.
 * @example hours until 07:00, awake since 03:00 → 07:00 from 07:00 on, null before
 */
export function forgottenAt(
  state: Pick<IncidentState, 'isOpen' | 'awakeSince'>,
  nightEnds: NightEnds,
  now: Instant,
): Instant | null {
  if (!state.isOpen || state.awakeSince >= now) return null;
  const end = nextWindowEnd(state.awakeSince, nightEnds);
  return end <= now ? end : null;
}

/**
 * Returns until when an incident is known at most: `now`, or where its forgotten stretch ends. To
 * be used in the place of `now` in everything that measures this incident.
 */
export const knownUntil = (
  state: Pick<IncidentState, 'isOpen' | 'awakeSince'>,
  nightEnds: NightEnds,
  now: Instant,
): Instant => forgottenAt(state, nightEnds, now) ?? now;

/** Returns a lookup of night rows by their night, for rows that are not marked deleted. */
export function rowLookup(rows: readonly NightRow[]): (night: Day) => NightRow | null {
  const byNight = new Map(rows.filter(({ deletedAt }) => deletedAt === null).map((row) => [row.id, row]));
  return (night) => byNight.get(night) ?? null;
}
