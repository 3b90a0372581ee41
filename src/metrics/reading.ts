import { downStretches } from '@/domain/downtime';
import { isWithin, type NightWindow } from '@/domain/night';
import type { Caregiver, Child, Household } from '@/domain/rows/household';
import type { Entry, EntryOf, Incident } from '@/domain/rows/incident';
import type { NightRow } from '@/domain/rows/others';
import type { HouseholdLog } from '@/domain/rows/tables';
import { isFalseAlarm } from '@/domain/timeline/falseAlarm';
import { foldTimeline, type IncidentState } from '@/domain/timeline/fold';
import type { Response } from '@/domain/timeline/response';
import type { Day, Instant, Interval } from '@/lib/time';
import { caregiversAwake } from './awake';
import { intersect, union } from './intervals';
import { interventionsIn } from './interventions';
import { type NightPlan, type NightRange, planFinder, planNights } from './nightPlans';

/*
 * The log read once, for all figures: each incident folded, night after night with what happened in it. Rows and entries that are marked
 * deleted are left out here, so that no figure has to think of them.
 */

export interface IncidentReading {
  incident: Incident;
  /** The timeline's entries that count, in their order. */
  entries: readonly Entry[];
  detected: EntryOf<'detected'>;
  /** The `resolved` that still holds; null while the incident is open. */
  resolution: EntryOf<'resolved'> | null;
  reopened: boolean;
  escalated: boolean;
  remedies: readonly EntryOf<'remedy'>[];
  /** Each caregiver's first response, in the order in which they came to it. */
  interventions: readonly Response[];
  /** Settled alone within the grace: downtime, but no incident that counts. */
  falseAlarm: boolean;
}

export interface NightReading {
  night: Day;
  row: NightRow | null;
  /** The night's window cut at `now`; null if it had not begun: such a night is part of no figure. */
  window: Interval | null;
  /** The window's start, also of a night that has not begun. */
  startsAt: Instant;
  /** Whether anybody logged anything of it. Nothing logged is not a perfect night: it is left out of every figure. */
  observed: boolean;
  /** Detected within the window and no false alarm, in the order of their beginnings. */
  counted: readonly IncidentReading[];
  falseAlarms: readonly IncidentReading[];
  /** Per child, and of the household (any child): when they were awake, within the window, in order and apart. */
  downByChild: ReadonlyMap<string, readonly Interval[]>;
  down: readonly Interval[];
  /** Per caregiver: when they were awake for a child, within the window, in order and apart. */
  awakeByCaregiver: ReadonlyMap<string, readonly Interval[]>;
}

/** A night that figures are made of. */
export type ObservedNight = NightReading & { window: Interval };

export const isObserved = (night: NightReading): night is ObservedNight => night.observed;

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
interface OpenNight extends NightReading {
  uncut: NightWindow;
  counted: IncidentReading[];
  falseAlarms: IncidentReading[];
  downByChild: Map<string, Interval[]>;
  awakeByCaregiver: Map<string, Interval[]>;
}

/**
 * Every night of a range, one after the other. Each is told as soon as nothing more can come to it, and then let go of: however
 * long the log, only the nights around one moment are held.
 */
export function* readNights(log: HouseholdLog, { range, household, now }: Scope): Generator<NightReading> {
  const plans = planNights(log, range);
  const open = new Map<NightPlan, OpenNight>();
  const plansAt = planFinder(plans);
  const nightAt = (plan: NightPlan): OpenNight => {
    const known = open.get(plan) ?? openNight(plan, now);
    open.set(plan, known);
    return known;
  };
  const nightsAt: NightFinder = (from, to) => plansAt(from, to).map(nightAt);
  let told = 0;
  function* tell(isOver: (plan: NightPlan) => boolean): Generator<NightReading> {
    for (let plan = plans[told]; plan && isOver(plan); plan = plans[told]) {
      yield close(nightAt(plan));
      open.delete(plan);
      told += 1;
    }
  }
  for (const incident of inOrder(log.incidents)) {
    const beganAt = beginningOf(incident);
    yield* tell(({ uncut }) => uncut.end < beganAt);
    const state = foldTimeline(incident.timeline);
    if (state) fileUnder(nightsAt, incident, state, household.graceSeconds, now);
  }
  yield* tell(() => true);
}

/** A timeline is in order: no entry of it is earlier than its first. */
const beginningOf = ({ timeline }: Incident): number => timeline[0]?.at ?? Number.POSITIVE_INFINITY;

/** The live ones by their beginnings. As rows come from an index they mostly are, and then nothing is sorted. */
function inOrder(incidents: readonly Incident[]): readonly Incident[] {
  const live = incidents.filter(isLive);
  let latest = Number.NEGATIVE_INFINITY;
  for (const incident of live) {
    const at = beginningOf(incident);
    if (at < latest) return live.sort((a, b) => beginningOf(a) - beginningOf(b));
    latest = at;
  }
  return live;
}

function openNight({ night, row, uncut }: NightPlan, now: Instant): OpenNight {
  const window = intersect({ from: uncut.start, to: uncut.end }, { from: uncut.start, to: now });
  const said = row !== null && (row.bedtimeAt !== null || row.morningAt !== null || row.quiet);
  return {
    night,
    row,
    uncut,
    window,
    startsAt: uncut.start,
    observed: window !== null && said,
    counted: [],
    falseAlarms: [],
    downByChild: new Map(),
    down: [],
    awakeByCaregiver: new Map(),
  };
}

/** What the figures need of an incident. The rest of its state is let go of: ten years of it would be most of the time spent. */
function readIncident(incident: Incident, state: IncidentState, graceSeconds: number): IncidentReading {
  return {
    incident,
    entries: state.entries,
    detected: state.detected,
    resolution: state.resolution,
    reopened: state.timesReopened > 0,
    escalated: state.escalated,
    remedies: state.remedies,
    interventions: interventionsIn(state.entries),
    falseAlarm: isFalseAlarm(state, graceSeconds),
  };
}

/** Puts an incident into every night it has to do with. */
function fileUnder(
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
      const reading = readIncident(incident, state, graceSeconds);
      if (state.detected.at < night.window.to) (reading.falseAlarm ? night.falseAlarms : night.counted).push(reading);
    }
    for (const stretch of downStretches(state, night.uncut, now)) {
      if (stretch.from === stretch.to) continue;
      night.observed = true;
      push(night.downByChild, incident.childId, stretch);
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
function close({ uncut: _, ...night }: OpenNight): NightReading {
  const downByChild = joined(night.downByChild);
  const lists = [...downByChild.values()];
  return {
    ...night,
    counted: night.counted.sort(byBeginning),
    downByChild,
    down: lists.length === 1 ? (lists[0] ?? []) : union(lists.flat()),
    awakeByCaregiver: joined(night.awakeByCaregiver),
  };
}

const joined = (pieces: ReadonlyMap<string, readonly Interval[]>): Map<string, readonly Interval[]> =>
  new Map([...pieces].map(([id, list]) => [id, union(list)]));

/**
 * By their beginnings; what began at once by its end, what has none last. The id makes one order of what is left, whatever the
 * order of the rows.
 */
const byBeginning = (a: IncidentReading, b: IncidentReading): number =>
  a.detected.at - b.detected.at || byEnd(a, b) || (a.incident.id < b.incident.id ? -1 : 1);

const byEnd = (a: IncidentReading, b: IncidentReading): number => {
  if (a.resolution === null || b.resolution === null)
    return Number(a.resolution === null) - Number(b.resolution === null);
  return a.resolution.at - b.resolution.at;
};

type NightFinder = (from: Instant, to: Instant) => readonly OpenNight[];
