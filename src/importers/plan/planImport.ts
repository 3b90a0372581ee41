import { newNightRow } from '@/domain/defaults';
import { type NightHours, nightSpan } from '@/domain/night';
import { findOverlap } from '@/domain/overlap';
import type { Incident } from '@/domain/rows/incident';
import type { NightRow } from '@/domain/rows/others';
import type { HouseholdLog, RowOf } from '@/domain/rows/tables';
import { nextUpdatedAt } from '@/domain/timeline/editTimeline';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import type { NightEnds } from '@/importers/rules/nightEnds';
import type { Told } from '@/importers/told';
import { type Day, type Instant, MINUTE_MS } from '@/lib/time';
import { incidentRow, type Names, observationRow } from './toRows';

type ObservationRow = RowOf<'observations'>;

/** What an import does with rows of one table: each is in one of the lists. */
interface Sorted<Row> {
  added: Row[];
  /** They are in the log, whatever has become of them there. */
  alreadyHere: Row[];
  /** They were imported before, and somebody deleted them. */
  deletedHere: Row[];
}

/** What an import would write, and what it leaves as it is. */
export interface ImportPlan {
  incidents: Sorted<Incident> & {
    /** They would lie over an incident of the log. */
    overlapping: Incident[];
  };
  observations: Sorted<ObservationRow>;
  /** The rows of the nights of which nothing was said. */
  nightsSet: NightRow[];
  /** The nights of which something was said already. */
  nightsLeft: Day[];
}

export interface PlanOptions {
  log: Pick<HouseholdLog, 'incidents' | 'observations' | 'nights'>;
  hours: NightHours;
  names: Names;
  now: Instant;
}

/** The same temperature or medicine logged by hand that near is the same one. */
const SAME_MS = 10 * MINUTE_MS;

/** Compares what files tell with the log. A row that is there is never written again. */
export function planImport(told: Told, { log, hours, names, now }: PlanOptions): ImportPlan {
  const nights = planNights(told.nights, log, hours);
  return {
    incidents: planIncidents(
      told.incidents.map((each) => incidentRow(each, names)),
      log.incidents,
      now,
    ),
    observations: planObservations(
      told.observations.map((each) => observationRow(each, names)),
      log.observations,
    ),
    ...nights,
  };
}

function planIncidents(rows: readonly Incident[], known: readonly Incident[], now: Instant): ImportPlan['incidents'] {
  const byId = new Map(known.map((incident) => [incident.id, incident]));
  const spans = known.flatMap((incident) => {
    const state = foldTimeline(incident.timeline);
    return state && incident.deletedAt === null
      ? [{ incident, from: state.detectedAt, to: state.resolution?.at ?? Number.POSITIVE_INFINITY }]
      : [];
  });
  const plan: ImportPlan['incidents'] = { added: [], alreadyHere: [], deletedHere: [], overlapping: [] };
  for (const row of rows) {
    const here = byId.get(row.id);
    // An imported row is as old as its end.
    const [from, to] = [row.timeline[0]?.at ?? row.updatedAt, row.updatedAt];
    const near = () => spans.filter((span) => span.from <= to && from <= span.to).map(({ incident }) => incident);
    if (here) (isGone(here) ? plan.deletedHere : plan.alreadyHere).push(row);
    else if (findOverlap(row, near(), now)) plan.overlapping.push(row);
    else {
      plan.added.push(row);
      // Two names of the files may be one child here.
      spans.push({ incident: row, from, to });
    }
  }
  return plan;
}

/** An incident that was joined into another one is in the log. */
const isGone = ({ deletedAt, mergedInto }: Incident): boolean => deletedAt !== null && mergedInto === null;

function planObservations(rows: readonly ObservationRow[], known: readonly ObservationRow[]): Sorted<ObservationRow> {
  const byId = new Map(known.map((row) => [row.id, row]));
  const plan: Sorted<ObservationRow> = { added: [], alreadyHere: [], deletedHere: [] };
  for (const row of rows) {
    const here = byId.get(row.id);
    if (here?.deletedAt != null) plan.deletedHere.push(row);
    else if (here || known.some((other) => isSame(row, other))) plan.alreadyHere.push(row);
    else plan.added.push(row);
  }
  return plan;
}

function isSame(row: ObservationRow, other: ObservationRow): boolean {
  const isNear = other.deletedAt === null && other.childId === row.childId && Math.abs(other.at - row.at) <= SAME_MS;
  if (!isNear) return false;
  if (row.kind === 'temperature') return other.kind === 'temperature' && other.celsius === row.celsius;
  return (
    other.kind === 'medicine' &&
    other.name.toLowerCase() === row.name.toLowerCase() &&
    other.amount.replace(/\s/g, '') === row.amount.replace(/\s/g, '')
  );
}

function planNights(
  told: readonly NightEnds[],
  { nights, incidents }: PlanOptions['log'],
  hours: NightHours,
): Pick<ImportPlan, 'nightsSet' | 'nightsLeft'> {
  const rows = new Map(nights.map((row) => [row.id, row]));
  const logged = incidents
    .filter(({ deletedAt, timeline }) => deletedAt === null && !timeline.some(isImported))
    .map(({ timeline }) => timeline[0]?.at ?? 0);
  const plan: Pick<ImportPlan, 'nightsSet' | 'nightsLeft'> = { nightsSet: [], nightsLeft: [] };
  for (const { night, bedtimeAt, morningAt } of told) {
    const row = rows.get(night);
    const span = nightSpan(night, hours);
    const isSaid =
      (row !== undefined && (row.bedtimeAt !== null || row.morningAt !== null || row.quiet)) ||
      logged.some((at) => at >= span.start && at < span.end);
    if (isSaid) plan.nightsLeft.push(night);
    else {
      // It is as old as the morning of which it speaks.
      const updatedAt = row ? nextUpdatedAt(row, morningAt) : morningAt;
      plan.nightsSet.push({
        ...(row ?? newNightRow(night, morningAt)),
        ...{ deletedAt: null, bedtimeAt, morningAt, updatedAt },
      });
    }
  }
  return plan;
}

const isImported = (entry: Incident['timeline'][number]): boolean =>
  entry.kind === 'detected' && entry.via === 'import';
