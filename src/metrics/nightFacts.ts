import { awakeIntervalsOf } from '@/domain/awakeIntervals';
import { inOrderOfBirth } from '@/domain/childOrder';
import { type ForgottenIncident, forgottenAt, type NightEnds, rowLookup } from '@/domain/forgotten';
import { isWithin, type NightWindow } from '@/domain/night';
import type { Caregiver, Child, Household } from '@/domain/rows/household';
import type { Entry, EntryOf, Incident } from '@/domain/rows/incident';
import type { NightRow } from '@/domain/rows/others';
import type { HouseholdLog } from '@/domain/rows/tables';
import { isFalseAlarm } from '@/domain/timeline/falseAlarm';
import { foldTimeline, type IncidentState } from '@/domain/timeline/foldTimeline';
import type { CaregiverResponse } from '@/domain/timeline/response';
import { type Day, earlierOf, type Instant, type Interval } from '@/lib/time';
import { caregiversAwake } from './caregiversAwake';
import { intersect, union } from './intervals';
import { interventionsIn } from './interventions';
import { createPlanFinder, type NightPlan, type NightRange, planNights } from './nightPlans';

/*
 * The log is read once for all figures: each incident is folded, and each night gets the facts of
 * what happened in it. Deleted rows and entries are left out here, so that no figure has to check
 * for them.
 */

export interface IncidentFacts {
  incident: Incident;
  /** The entries that are not deleted, in timeline order. */
  entries: readonly Entry[];
  detected: EntryOf<'detected'>;
  /** The `resolved` that still holds; null while the incident is open. */
  resolution: EntryOf<'resolved'> | null;
  /** Until when an open incident counts: `now`, or the end of its night if it was forgotten. */
  openUntil: Instant;
  wasReopened: boolean;
  wasEscalated: boolean;
  remedies: readonly EntryOf<'remedy'>[];
  /** Each caregiver's first response, in the order of the timeline. */
  interventions: readonly CaregiverResponse[];
  /**
   * Settled alone within the grace time. A false alarm is downtime, but it is not counted as an
   * incident.
   */
  isFalseAlarm: boolean;
}

export interface NightFacts {
  night: Day;
  row: NightRow | null;
  /**
   * The night's window, cut at `now`; null if the window has not begun. A night without a window is
   * in no figure.
   */
  window: Interval | null;
  /** The start of the window, known even if the night has not begun. */
  startsAt: Instant;
  /**
   * Whether anybody logged anything about the night. A night without a log is unknown, not perfect:
   * it is left out of every figure.
   */
  observed: boolean;
  /**
   * Incidents that were detected within the window and are no false alarm, sorted by their
   * beginnings.
   */
  counted: readonly IncidentFacts[];
  falseAlarms: readonly IncidentFacts[];
  /** When each child was awake, and when any child was, within the window; sorted and disjoint. */
  awakeByChild: ReadonlyMap<string, readonly Interval[]>;
  anyChildAwake: readonly Interval[];
  /** When each caregiver was awake for a child, within the window; sorted and disjoint. */
  awakeByCaregiver: ReadonlyMap<string, readonly Interval[]>;
  /**
   * Since when each child was awake who did not sleep when the window began. Such a cry is
   * downtime, and no incident that counts.
   */
  awakeSince: ReadonlyMap<string, Instant>;
  /** Incidents that nobody ended and that count in this night, or are downtime in it. */
  forgotten: readonly ForgottenIncident[];
  /** Whether somebody was called, or did not wake, in any incident of this night. */
  wasEscalated: boolean;
}

/** A night that the figures are computed from. */
export type ObservedNight = NightFacts & { window: Interval };

export const isObserved = (night: NightFacts): night is ObservedNight => night.observed;

/** Whose nights are read, in which range, and seen from which instant. */
export interface Scope {
  household: Household;
  children: readonly Child[];
  caregivers: readonly Caregiver[];
  range: NightRange;
  now: Instant;
}

export const scopeOf = (log: HouseholdLog, range: NightRange, now: Instant): Scope => ({
  household: log.household,
  children: inOrderOfBirth(log.children.filter(isLive)),
  caregivers: log.caregivers.filter(isLive),
  range,
  now,
});

const isLive = (row: { deletedAt: Instant | null }): boolean => row.deletedAt === null;

/** A night to which incidents are still being added; its intervals are not joined yet. */
interface OpenNight extends NightFacts {
  fullWindow: NightWindow;
  counted: IncidentFacts[];
  falseAlarms: IncidentFacts[];
  awakeByChild: Map<string, Interval[]>;
  awakeByCaregiver: Map<string, Interval[]>;
  awakeSince: Map<string, Instant>;
  forgotten: ForgottenIncident[];
}

/**
 * Yields the facts of every night of a range, in ascending order. A night is yielded as soon as no
 * later incident can touch it, and is then released. However long the log is, memory holds only the
 * nights around one instant.
 */
export function* computeNightFacts(log: HouseholdLog, { range, household, now }: Scope): Generator<NightFacts> {
  const plans = planNights(log, range);
  const openNights = new Map<NightPlan, OpenNight>();
  const plansAt = createPlanFinder(plans);
  const nightAt = (plan: NightPlan): OpenNight => {
    const night = openNights.get(plan) ?? openNight(plan, now);
    openNights.set(plan, night);
    return night;
  };
  const nightsAt: NightFinder = (from, to) => plansAt(from, to).map(nightAt);
  const context: FoldContext = {
    nightsAt,
    graceSeconds: household.graceSeconds,
    nightEnds: { hours: household, rowOf: rowLookup(log.nights) },
    now,
  };
  let finishedCount = 0;
  function* finishNights(isOver: (plan: NightPlan) => boolean): Generator<NightFacts> {
    for (let plan = plans[finishedCount]; plan && isOver(plan); plan = plans[finishedCount]) {
      yield finishNight(nightAt(plan));
      openNights.delete(plan);
      finishedCount += 1;
    }
  }
  for (const incident of sortedLive(log.incidents)) {
    const beganAt = firstEntryAt(incident);
    yield* finishNights(({ fullWindow }) => fullWindow.end < beganAt);
    const state = foldTimeline(incident.timeline);
    if (state) addToNights(incident, state, context);
  }
  yield* finishNights(() => true);
}

/** The first entry of a timeline is the earliest, because timelines are sorted. */
const firstEntryAt = ({ timeline }: Incident): number => timeline[0]?.at ?? Number.POSITIVE_INFINITY;

/**
 * Returns the incidents that are not deleted, sorted by their beginnings. Rows from an index mostly
 * come sorted, and in that case nothing is sorted.
 */
function sortedLive(incidents: readonly Incident[]): readonly Incident[] {
  const live = incidents.filter(isLive);
  let latest = Number.NEGATIVE_INFINITY;
  for (const incident of live) {
    const at = firstEntryAt(incident);
    if (at < latest) return live.sort((a, b) => firstEntryAt(a) - firstEntryAt(b));
    latest = at;
  }
  return live;
}

function openNight({ night, row, fullWindow }: NightPlan, now: Instant): OpenNight {
  const window = intersect({ from: fullWindow.start, to: fullWindow.end }, { from: fullWindow.start, to: now });
  const hasLoggedRow = row !== null && (row.bedtimeAt !== null || row.morningAt !== null || row.quiet);
  return {
    night,
    row,
    fullWindow,
    window,
    startsAt: fullWindow.start,
    observed: window !== null && hasLoggedRow,
    counted: [],
    falseAlarms: [],
    awakeByChild: new Map(),
    anyChildAwake: [],
    awakeByCaregiver: new Map(),
    awakeSince: new Map(),
    forgotten: [],
    wasEscalated: false,
  };
}

/**
 * Returns the part of an incident's state that the figures need. The rest is dropped: keeping the
 * whole state of ten years of incidents would take most of the time.
 */
function toIncidentFacts(
  incident: Incident,
  state: IncidentState,
  graceSeconds: number,
  openUntil: Instant,
): IncidentFacts {
  return {
    incident,
    entries: state.entries,
    detected: state.detected,
    resolution: state.resolution,
    openUntil,
    wasReopened: state.timesReopened > 0,
    wasEscalated: state.wasEscalated,
    remedies: state.remedies,
    interventions: interventionsIn(state.entries),
    isFalseAlarm: isFalseAlarm(state, graceSeconds),
  };
}

/** What an incident is measured with. */
interface FoldContext {
  nightsAt: NightFinder;
  graceSeconds: number;
  nightEnds: NightEnds;
  now: Instant;
}

/** Adds an incident to every night that it touches. */
function addToNights(incident: Incident, state: IncidentState, context: FoldContext) {
  const { nightsAt, graceSeconds, nightEnds, now } = context;
  const forgottenUntil = forgottenAt(state, nightEnds, now);
  const openUntil = forgottenUntil ?? now;
  const until = state.resolution?.at ?? openUntil;
  const nights = nightsAt(state.detected.at, until);
  for (const night of nights) {
    if (night.window === null) continue;
    const isDetectedHere = isWithin(state.detected.at, night.fullWindow);
    if (isDetectedHere) {
      night.observed = true;
      const facts = toIncidentFacts(incident, state, graceSeconds, openUntil);
      if (state.detected.at < night.window.to) (facts.isFalseAlarm ? night.falseAlarms : night.counted).push(facts);
    }
    const stretches = awakeIntervalsOf(state, night.fullWindow, openUntil).filter(({ from, to }) => from < to);
    for (const stretch of stretches) push(night.awakeByChild, incident.childId, stretch);
    if (stretches.length === 0 && !isDetectedHere) continue;
    night.observed = true;
    night.wasEscalated ||= state.wasEscalated;
    addAwakeSince(night, incident.childId, state, stretches);
    if (forgottenUntil !== null)
      night.forgotten.push({
        incidentId: incident.id,
        childId: incident.childId,
        since: state.awakeSince,
        until: forgottenUntil,
      });
  }
  for (const awake of caregiversAwake(state.entries, openUntil)) {
    // A caregiver may stay up longer than the child, into nights that the incident does not touch.
    for (const night of awake.to <= until ? nights : nightsAt(awake.from, awake.to)) {
      const within = night.window && intersect(awake, night.window);
      if (within) push(night.awakeByCaregiver, awake.caregiverId, within);
    }
  }
}

/** Remembers since when a child was awake, if the first of its stretches reaches into the night. */
function addAwakeSince(
  { awakeSince, fullWindow: { start } }: OpenNight,
  childId: string,
  state: IncidentState,
  [first]: readonly Interval[],
): void {
  if (first?.from !== start || state.detected.at >= start) return;
  const since = state.stretches.findLast(({ from }) => from <= start)?.from;
  if (since === undefined || since === start) return;
  awakeSince.set(childId, earlierOf(awakeSince.get(childId) ?? since, since));
}

function push(map: Map<string, Interval[]>, key: string, interval: Interval): void {
  const intervals = map.get(key);
  if (intervals) intervals.push(interval);
  else map.set(key, [interval]);
}

/** Joins the intervals of a night once all incidents are added. */
function finishNight({ fullWindow: _, ...night }: OpenNight): NightFacts {
  const awakeByChild = unionByKey(night.awakeByChild);
  const lists = [...awakeByChild.values()];
  return {
    ...night,
    counted: night.counted.sort(byBeginning),
    awakeByChild,
    anyChildAwake: lists.length === 1 ? (lists[0] ?? []) : union(lists.flat()),
    awakeByCaregiver: unionByKey(night.awakeByCaregiver),
  };
}

const unionByKey = (pieces: ReadonlyMap<string, readonly Interval[]>): Map<string, readonly Interval[]> =>
  new Map([...pieces].map(([id, list]) => [id, union(list)]));

/**
 * Sorts incidents by their beginnings, then by their ends with open incidents last. The id decides
 * the rest, so that the result does not depend on the order of the rows.
 */
const byBeginning = (a: IncidentFacts, b: IncidentFacts): number =>
  a.detected.at - b.detected.at || byEnd(a, b) || (a.incident.id < b.incident.id ? -1 : 1);

const byEnd = (a: IncidentFacts, b: IncidentFacts): number => {
  if (a.resolution === null || b.resolution === null)
    return Number(a.resolution === null) - Number(b.resolution === null);
  return a.resolution.at - b.resolution.at;
};

type NightFinder = (from: Instant, to: Instant) => readonly OpenNight[];
