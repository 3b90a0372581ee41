import { awakeIntervalsOf } from '@/domain/awakeIntervals';
import { isWithin, type NightWindow } from '@/domain/night';
import type { Caregiver, Child, Household } from '@/domain/rows/household';
import type { Entry, EntryOf, Incident } from '@/domain/rows/incident';
import type { NightRow } from '@/domain/rows/others';
import type { HouseholdLog } from '@/domain/rows/tables';
import { isFalseAlarm } from '@/domain/timeline/falseAlarm';
import { foldTimeline, type IncidentState } from '@/domain/timeline/foldTimeline';
import type { CaregiverResponse } from '@/domain/timeline/response';
import type { Day, Instant, Interval } from '@/lib/time';
import { caregiversAwake } from './caregiversAwake';
import { intersect, union } from './intervals';
import { interventionsIn } from './interventions';
import { createPlanFinder, type NightPlan, type NightRange, planNights } from './nightPlans';

/*
 * The log read once, for all figures: each incident folded, night after night with what happened in it. Rows and entries that are marked
 * deleted are left out here, so that no figure has to think of them.
 */

export interface IncidentFacts {
  incident: Incident;
  /** The timeline's entries that count, in their order. */
  entries: readonly Entry[];
  detected: EntryOf<'detected'>;
  /** The `resolved` that still holds; null while the incident is open. */
  resolution: EntryOf<'resolved'> | null;
  wasReopened: boolean;
  wasEscalated: boolean;
  remedies: readonly EntryOf<'remedy'>[];
  /** Each caregiver's first response, in the order in which they came to it. */
  interventions: readonly CaregiverResponse[];
  /** Settled alone within the grace: downtime, but no incident that counts. */
  isFalseAlarm: boolean;
}

export interface NightFacts {
  night: Day;
  row: NightRow | null;
  /** The night's window cut at `now`; null if it had not begun: such a night is part of no figure. */
  window: Interval | null;
  /** The window's start, also of a night that has not begun. */
  startsAt: Instant;
  /** Whether anybody logged anything of it. Nothing logged is not a perfect night: it is left out of every figure. */
  observed: boolean;
  /** Detected within the window and no false alarm, in the order of their beginnings. */
  counted: readonly IncidentFacts[];
  falseAlarms: readonly IncidentFacts[];
  /** Per child, and of the household (any child): when they were awake, within the window, in order and apart. */
  awakeByChild: ReadonlyMap<string, readonly Interval[]>;
  anyChildAwake: readonly Interval[];
  /** Per caregiver: when they were awake for a child, within the window, in order and apart. */
  awakeByCaregiver: ReadonlyMap<string, readonly Interval[]>;
}

/** A night that figures are made of. */
export type ObservedNight = NightFacts & { window: Interval };

export const isObserved = (night: NightFacts): night is ObservedNight => night.observed;

/** Whose nights are read, which, and when. */
export interface Scope {
  household: Household;
  children: readonly Child[];
  caregivers: readonly Caregiver[];
  range: NightRange;
  now: Instant;
}

export const scopeOf = (log: HouseholdLog, range: NightRange, now: Instant): Scope => ({
  household: log.household,
  children: log.children.filter(isLive),
  caregivers: log.caregivers.filter(isLive),
  range,
  now,
});

const isLive = (row: { deletedAt: Instant | null }): boolean => row.deletedAt === null;

/** A night while it is being read: what lies in it is still in pieces. */
interface OpenNight extends NightFacts {
  uncut: NightWindow;
  counted: IncidentFacts[];
  falseAlarms: IncidentFacts[];
  awakeByChild: Map<string, Interval[]>;
  awakeByCaregiver: Map<string, Interval[]>;
}

/**
 * Every night of a range, one after the other. Each is told as soon as nothing more can come to it, and then let go of: however
 * long the log, only the nights around one moment are held.
 */
export function* computeNightFacts(log: HouseholdLog, { range, household, now }: Scope): Generator<NightFacts> {
  const plans = planNights(log, range);
  const open = new Map<NightPlan, OpenNight>();
  const plansAt = createPlanFinder(plans);
  const nightAt = (plan: NightPlan): OpenNight => {
    const known = open.get(plan) ?? openNight(plan, now);
    open.set(plan, known);
    return known;
  };
  const nightsAt: NightFinder = (from, to) => plansAt(from, to).map(nightAt);
  let finished = 0;
  function* finishNights(isOver: (plan: NightPlan) => boolean): Generator<NightFacts> {
    for (let plan = plans[finished]; plan && isOver(plan); plan = plans[finished]) {
      yield finishNight(nightAt(plan));
      open.delete(plan);
      finished += 1;
    }
  }
  for (const incident of sortedLive(log.incidents)) {
    const beganAt = firstEntryAt(incident);
    yield* finishNights(({ fullWindow }) => fullWindow.end < beganAt);
    const state = foldTimeline(incident.timeline);
    if (state) addToNights(nightsAt, incident, state, household.graceSeconds, now);
  }
  yield* finishNights(() => true);
}

/** A timeline is in order: no entry of it is earlier than its first. */
const firstEntryAt = ({ timeline }: Incident): number => timeline[0]?.at ?? Number.POSITIVE_INFINITY;

/** The live ones by their beginnings. As rows come from an index they mostly are, and then nothing is sorted. */
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
    uncut: fullWindow,
    window,
    startsAt: fullWindow.start,
    observed: window !== null && hasLoggedRow,
    counted: [],
    falseAlarms: [],
    awakeByChild: new Map(),
    anyChildAwake: [],
    awakeByCaregiver: new Map(),
  };
}

/** What the figures need of an incident. The rest of its state is let go of: ten years of it would be most of the time spent. */
function toIncidentFacts(incident: Incident, state: IncidentState, graceSeconds: number): IncidentFacts {
  return {
    incident,
    entries: state.entries,
    detected: state.detected,
    resolution: state.resolution,
    wasReopened: state.timesReopened > 0,
    wasEscalated: state.wasEscalated,
    remedies: state.remedies,
    interventions: interventionsIn(state.entries),
    isFalseAlarm: isFalseAlarm(state, graceSeconds),
  };
}

/** Puts an incident into every night it has to do with. */
function addToNights(
  nightsAt: NightFinder,
  incident: Incident,
  state: IncidentState,
  graceSeconds: number,
  now: Instant,
) {
  const until = state.resolution?.at ?? now;
  const nights = nightsAt(state.detected.at, until);
  for (const night of nights) {
    if (night.window === null) continue;
    if (isWithin(state.detected.at, night.uncut)) {
      night.observed = true;
      const reading = toIncidentFacts(incident, state, graceSeconds);
      if (state.detected.at < night.window.to) (reading.isFalseAlarm ? night.falseAlarms : night.counted).push(reading);
    }
    for (const stretch of awakeIntervalsOf(state, night.uncut, now)) {
      if (stretch.from === stretch.to) continue;
      night.observed = true;
      push(night.awakeByChild, incident.childId, stretch);
    }
  }
  for (const awake of caregiversAwake(state.entries, now)) {
    // Somebody may stay up longer than the child: beyond the nights of the incident itself.
    for (const night of awake.to <= until ? nights : nightsAt(awake.from, awake.to)) {
      const within = night.window && intersect(awake, night.window);
      if (within) push(night.awakeByCaregiver, awake.caregiverId, within);
    }
  }
}

function push(map: Map<string, Interval[]>, key: string, interval: Interval): void {
  const known = map.get(key);
  if (known) known.push(interval);
  else map.set(key, [interval]);
}

/** Joins the pieces once all of them are there. */
function finishNight({ uncut: _, ...night }: OpenNight): NightFacts {
  const downByChild = unionByKey(night.awakeByChild);
  const lists = [...downByChild.values()];
  return {
    ...night,
    counted: night.counted.sort(byBeginning),
    awakeByChild: downByChild,
    anyChildAwake: lists.length === 1 ? (lists[0] ?? []) : union(lists.flat()),
    awakeByCaregiver: unionByKey(night.awakeByCaregiver),
  };
}

const unionByKey = (pieces: ReadonlyMap<string, readonly Interval[]>): Map<string, readonly Interval[]> =>
  new Map([...pieces].map(([id, list]) => [id, union(list)]));

/**
 * By their beginnings; what began at once by its end, what has none last. The id makes one order of what is left, whatever the
 * order of the rows.
 */
const byBeginning = (a: IncidentFacts, b: IncidentFacts): number =>
  a.detected.at - b.detected.at || byEnd(a, b) || (a.incident.id < b.incident.id ? -1 : 1);

const byEnd = (a: IncidentFacts, b: IncidentFacts): number => {
  if (a.resolution === null || b.resolution === null)
    return Number(a.resolution === null) - Number(b.resolution === null);
  return a.resolution.at - b.resolution.at;
};

type NightFinder = (from: Instant, to: Instant) => readonly OpenNight[];
