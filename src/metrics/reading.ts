import { downStretches } from '@/domain/downtime';
import { isWithin, type NightWindow, nightWindow } from '@/domain/night';
import type { Caregiver, Child, Household } from '@/domain/rows/household';
import type { Incident } from '@/domain/rows/incident';
import type { NightRow } from '@/domain/rows/others';
import type { HouseholdLog } from '@/domain/rows/tables';
import { foldTimeline, type IncidentState, recoveryMs } from '@/domain/timeline/fold';
import { type Day, type Instant, type Interval, SECOND_MS } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { caregiversAwake } from './awake';
import { intersect, union } from './intervals';
import { type Intervention, interventionsIn } from './interventions';

/*
 * The log read once, for all figures: each incident folded, each night with what happened in it. Rows and entries that are marked
 * deleted are left out here, so that no figure has to think of them.
 */

export interface NightRange {
  /** Nights by the day of their evening, both included. */
  from: Day;
  to: Day;
}

export interface IncidentReading {
  incident: Incident;
  state: IncidentState;
  /** Who did something about it, once each, in the order in which they came to it. */
  interventions: readonly Intervention[];
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
  counted: IncidentReading[];
  falseAlarms: IncidentReading[];
  /** Per child, and of the household (any child): when they were awake, within the window, in order and apart. */
  downByChild: Map<string, readonly Interval[]>;
  down: readonly Interval[];
  /** Per caregiver: when they were awake for a child, within the window, in order and apart. */
  awakeByCaregiver: Map<string, readonly Interval[]>;
}

export interface Reading {
  household: Household;
  children: readonly Child[];
  caregivers: readonly Caregiver[];
  range: NightRange;
  now: Instant;
  /** Every night of the range. */
  nights: readonly NightReading[];
  /** Those that figures are made of. */
  observed: readonly (NightReading & { window: Interval })[];
  /** The counted incidents of all nights, night by night. */
  counted: readonly IncidentReading[];
}

const isLive = (row: { deletedAt: Instant | null }): boolean => row.deletedAt === null;

/** A night while it is being read: what lies in it is still in pieces. */
interface OpenNight extends NightReading {
  uncut: NightWindow;
  downPieces: Map<string, Interval[]>;
  awakePieces: Map<string, Interval[]>;
}

export function readLog(log: HouseholdLog, range: NightRange, now: Instant): Reading {
  const rows = new Map(log.nights.filter(isLive).map((row) => [row.id, row]));
  const nights: OpenNight[] = [];
  for (let night = range.from; night <= range.to; night = addDays(night, 1)) {
    nights.push(openNight(night, log.household, rows.get(night) ?? null, now));
  }
  const touched = nightFinder(nights);
  for (const reading of readIncidents(log.incidents, log.household.graceSeconds)) fileUnder(touched, reading, now);
  for (const night of nights) close(night);
  return {
    household: log.household,
    children: log.children.filter(isLive),
    caregivers: log.caregivers.filter(isLive),
    range,
    now,
    nights,
    observed: nights.filter((night): night is OpenNight & { window: Interval } => night.observed),
    counted: nights.flatMap(({ counted }) => counted),
  };
}

/** By their beginnings; the id makes one order of what began at once, whatever the order of the rows. */
function readIncidents(incidents: readonly Incident[], graceSeconds: number): IncidentReading[] {
  const readings: IncidentReading[] = [];
  for (const incident of incidents) {
    const state = isLive(incident) ? foldTimeline(incident.timeline) : null;
    if (!state) continue;
    const falseAlarm = isFalseAlarm(state, graceSeconds);
    readings.push({ incident, state, interventions: interventionsIn(state.entries), falseAlarm });
  }
  return readings.sort((a, b) => a.state.detectedAt - b.state.detectedAt || (a.incident.id < b.incident.id ? -1 : 1));
}

function openNight(night: Day, household: Household, row: NightRow | null, now: Instant): OpenNight {
  const uncut = nightWindow(night, household, row);
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
    downPieces: new Map(),
    awakePieces: new Map(),
  };
}

/** Puts an incident into every night it has to do with. */
function fileUnder(touched: (from: Instant, to: Instant) => OpenNight[], reading: IncidentReading, now: Instant): void {
  const { incident, state, falseAlarm } = reading;
  const nights = touched(state.detectedAt, state.resolution?.at ?? now);
  for (const night of nights) {
    if (night.window === null) continue;
    if (isWithin(state.detectedAt, night.uncut)) {
      night.observed = true;
      if (state.detectedAt < night.window.to) (falseAlarm ? night.falseAlarms : night.counted).push(reading);
    }
    for (const stretch of downStretches(state, night.uncut, now)) {
      if (stretch.from === stretch.to) continue;
      night.observed = true;
      push(night.downPieces, incident.childId, stretch);
    }
  }
  for (const { caregiverId, stretch } of caregiversAwake(state.entries, now)) {
    // Somebody may stay up longer than the child: beyond the nights of the incident itself.
    for (const night of stretch.to <= (state.resolution?.at ?? now) ? nights : touched(stretch.from, stretch.to)) {
      const within = night.window && intersect(stretch, night.window);
      if (within) push(night.awakePieces, caregiverId, within);
    }
  }
}

function push(map: Map<string, Interval[]>, key: string, interval: Interval): void {
  const known = map.get(key);
  if (known) known.push(interval);
  else map.set(key, [interval]);
}

/** Joins the pieces once all of them are there. */
function close(night: OpenNight): void {
  for (const [id, pieces] of night.downPieces) night.downByChild.set(id, union(pieces));
  for (const [id, pieces] of night.awakePieces) night.awakeByCaregiver.set(id, union(pieces));
  const lists = [...night.downByChild.values()];
  night.down = lists.length === 1 ? (lists[0] ?? []) : union(lists.flat());
}

/**
 * Finds the nights that a stretch of time touches without looking at all of them. Windows follow each other, but a logged
 * bedtime may be anything, so their ends are looked up by the latest so far.
 */
function nightFinder(nights: readonly OpenNight[]): (from: Instant, to: Instant) => OpenNight[] {
  const byStart = [...nights].sort((a, b) => a.uncut.start - b.uncut.start);
  let latest = Number.NEGATIVE_INFINITY;
  const latestEnds = byStart.map(({ uncut }) => {
    latest = Math.max(latest, uncut.end);
    return latest;
  });
  return (from, to) => {
    const found: OpenNight[] = [];
    for (let index = firstAtLeast(latestEnds, from); index < byStart.length; index += 1) {
      const night = byStart[index];
      if (!night || night.uncut.start > to) break;
      found.push(night);
    }
    return found;
  };
}

/** The first place in an ascending list whose value is at least `wanted`. */
function firstAtLeast(values: readonly number[], wanted: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isFalseAlarm(state: IncidentState, graceSeconds: number): boolean {
  const recovery = recoveryMs(state);
  return state.resolution?.outcome === 'selfSettled' && recovery !== null && recovery <= graceSeconds * SECOND_MS;
}
