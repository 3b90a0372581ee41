import { isWithin, type NightWindow, nightOf, nightWindow } from '@/domain/night';
import { findOverlap } from '@/domain/overlap';
import type { Incident } from '@/domain/rows/incident';
import type { NightRow } from '@/domain/rows/others';
import { parseRow } from '@/domain/rows/parseRow';
import { checkTimeline } from '@/domain/timeline/checkTimeline';
import { isFalseAlarm } from '@/domain/timeline/falseAlarm';
import { type FoldedIncident, foldIncidents } from '@/domain/tonight';
import type { Day, Instant } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { lastFinishedNight } from './lastFinishedNight';
import type { ReviewLog } from './proposal';

/** An incident, and where it lies. */
export interface PlacedIncident extends FoldedIncident {
  /** The night in whose window it was detected; by day, the one it is filed under. */
  night: Day;
  window: NightWindow;
  /** Detected within the window and no false alarm (metrics.md). */
  isCounted: boolean;
  /** Of its last line: until then somebody was in it. */
  lastEntryAt: Instant;
}

export interface ReviewContext {
  log: ReviewLog;
  now: Instant;
  /** Of children who are still there, oldest first. */
  placed: readonly PlacedIncident[];
  /** The last night that is over. */
  lastNight: Day;
  windowOf(night: Day): NightWindow;
  rowOf(night: Day): NightRow | null;
  /** The same child's other incidents, oldest first. */
  othersOf(incident: Incident): readonly Incident[];
}

/** The log as the review looks at it; what is marked deleted is left out here. */
export function createReviewContext(log: ReviewLog, now: Instant): ReviewContext {
  const { household } = log;
  const rows = new Map(log.nights.filter(isLive).map((row) => [row.id, row]));
  const rowOf = (night: Day) => rows.get(night) ?? null;
  const windowOf = (night: Day) => nightWindow(night, household, rowOf(night));
  const children = new Set(log.children.filter(isLive).map(({ id }) => id));
  const incidents = log.incidents.filter((incident) => isLive(incident) && children.has(incident.childId));
  const placed = foldIncidents(incidents)
    .map((folded): PlacedIncident => {
      const { state } = folded;
      const night = nightAt(state.detectedAt, household.timeZone, windowOf);
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
  const liveIncidents = placed.map(({ incident }) => incident);
  return {
    log,
    now,
    placed,
    lastNight: lastFinishedNight(household, rowOf, now),
    windowOf,
    rowOf,
    othersOf: ({ id, childId }) => liveIncidents.filter((other) => other.childId === childId && other.id !== id),
  };
}

const isLive = (row: { deletedAt: Instant | null }): boolean => row.deletedAt === null;

/** Where the household sleeps across noon, a window reaches into what the calendar calls the next night or the one before. */
function nightAt(at: Instant, timeZone: string, windowOf: (night: Day) => NightWindow): Day {
  const filed = nightOf(at, timeZone);
  const near = [filed, addDays(filed, 1), addDays(filed, -1)];
  return near.find((night) => isWithin(at, windowOf(night))) ?? filed;
}

/** Whether a row could be written as it is, beside these others: the rules of the door, so that no proposal is refused there. */
export const isWritable = (incident: Incident, others: readonly Incident[], now: Instant): boolean =>
  parseRow('incidents', incident).ok &&
  checkTimeline(incident.timeline, now) === null &&
  findOverlap(incident, others) === null;
