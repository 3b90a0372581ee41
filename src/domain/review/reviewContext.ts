import { isWithin, livedNight, type NightWindow, nightWindow } from '@/domain/night';
import { findOverlap } from '@/domain/overlap';
import type { Entry, Incident } from '@/domain/rows/incident';
import type { NightRow } from '@/domain/rows/others';
import { parseRow } from '@/domain/rows/parseRow';
import { checkTimeline } from '@/domain/timeline/checkTimeline';
import { isFalseAlarm } from '@/domain/timeline/falseAlarm';
import { liveEntries } from '@/domain/timeline/foldTimeline';
import { settleTimeline } from '@/domain/timeline/settleTimeline';
import { type FoldedIncident, foldIncidents } from '@/domain/tonight';
import type { Day, Instant } from '@/lib/time';
import { lastFinishedNight } from './lastFinishedNight';
import type { ReviewLog } from './proposal';

/** An incident with its night. */
export interface PlacedIncident extends FoldedIncident {
  /** The night whose window contains the detection; by day, the one it is filed under. */
  night: Day;
  window: NightWindow;
  /** Whether it was detected within the window and is no false alarm (metrics.md). */
  isCounted: boolean;
  /** The instant of its last entry. */
  lastEntryAt: Instant;
}

/** What all rules of the review read: the log with its incidents placed in their nights. */
export interface ReviewContext {
  log: ReviewLog;
  now: Instant;
  /** The incidents of all children who are not deleted, oldest first. */
  placedIncidents: readonly PlacedIncident[];
  /** The last night that is over. */
  lastNight: Day;
  windowOf(night: Day): NightWindow;
  rowOf(night: Day): NightRow | null;
  /** The same child's other incidents, oldest first. */
  othersOf(incident: Incident): readonly Incident[];
}

/** Prepares a log for the review. Rows that are marked deleted are left out of all but `log`. */
export function createReviewContext(log: ReviewLog, now: Instant): ReviewContext {
  const { household } = log;
  const rows = new Map(log.nights.filter(isLive).map((row) => [row.id, row]));
  const rowOf = (night: Day) => rows.get(night) ?? null;
  const windowOf = (night: Day) => nightWindow(night, household, rowOf(night));
  const children = new Set(log.children.filter(isLive).map(({ id }) => id));
  const incidents = log.incidents.filter((incident) => isLive(incident) && children.has(incident.childId));
  const placedIncidents = foldIncidents(incidents)
    .map((folded): PlacedIncident => {
      const { state } = folded;
      const night = livedNight(state.detectedAt, household, windowOf);
      const window = windowOf(night);
      const counted = isWithin(state.detectedAt, window) && !isFalseAlarm(state, household.graceSeconds);
      return {
        ...folded,
        night,
        window,
        isCounted: counted,
        lastEntryAt: state.entries.at(-1)?.at ?? state.detectedAt,
      };
    })
    .sort((a, b) => a.state.detectedAt - b.state.detectedAt || (a.incident.id < b.incident.id ? -1 : 1));
  const liveIncidents = placedIncidents.map(({ incident }) => incident);
  return {
    log,
    now,
    placedIncidents,
    lastNight: lastFinishedNight(household, rowOf, now),
    windowOf,
    rowOf,
    othersOf: ({ id, childId }) => liveIncidents.filter((other) => other.childId === childId && other.id !== id),
  };
}

const isLive = (row: { deletedAt: Instant | null }): boolean => row.deletedAt === null;

/**
 * Returns whether a row could be written as it is beside these others. These are the rules of the
 * commands, so that no command refuses a repair.
 *
 * @param stored the incident as it is now, if this is a change of it. What two phones have left
 *   contradicting each other in it may stay.
 */
export const isWritable = (
  incident: Incident,
  others: readonly Incident[],
  now: Instant,
  stored: Incident = incident,
): boolean =>
  parseRow('incidents', incident).ok &&
  checkTimeline(incident.timeline, now, contradictionsOf(stored)) === null &&
  findOverlap(incident, others, now) === null;

function contradictionsOf({ timeline }: Incident): readonly Entry[] {
  const entries = liveEntries(timeline);
  return settleTimeline(entries) === entries ? [] : timeline;
}
