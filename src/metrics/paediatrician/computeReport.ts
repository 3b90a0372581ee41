import { rowLookup } from '@/domain/forgotten';
import { nightSpan } from '@/domain/night';
import type { Child, Household } from '@/domain/rows/household';
import type { Cause } from '@/domain/rows/incident';
import type { Episode } from '@/domain/rows/others';
import type { HouseholdLog } from '@/domain/rows/tables';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import type { Instant } from '@/lib/time';
import type { Zone } from '@/lib/zone';
import { availability } from '@/metrics/availability';
import { causes } from '@/metrics/causes';
import { computeNightFacts, isObserved, scopeOf } from '@/metrics/nightFacts';
import type { NightRange } from '@/metrics/nightPlans';
import { type NightFigures, nightFigures } from '@/metrics/nights';
import { median } from '@/metrics/percentiles';
import {
  type DoseDay,
  daysOfNights,
  doseDays,
  episodesIn,
  type FoldedIncident,
  notesOf,
  observationsIn,
  type ReportNote,
  type TemperatureDay,
  temperatureDays,
} from './healthFacts';
import { nightOfChild } from './nightOfChild';
import { type SleepRow, sleepRow } from './sleepRow';

/**
 * The median and the maximum of a figure over the nights. Both are null when no night was logged.
 */
interface MedianAndMax {
  median: number | null;
  /** The most wake-ups, the most minutes awake, or the longest of the longest stretches. */
  max: number | null;
}

/** The content of the two pages for the paediatrician. Durations are minutes, not rounded. */
export interface Report {
  household: Household;
  child: Child;
  range: NightRange;
  now: Instant;
  /** The figures of this child alone, one element per night. Other children are not included. */
  nights: readonly NightFigures[];
  rows: readonly SleepRow[];
  observedNights: number;
  /** Observed nights in which no wake-up counts. */
  incidentFreeNights: number;
  /** Those of them in which the child was awake all the same, as after a cry of the evening. */
  freeNightsAwake: number;
  /** Whether a figure holds a wake-up that nobody ended. */
  hasForgotten: boolean;
  wakeUps: MedianAndMax;
  awake: MedianAndMax;
  longestStretch: MedianAndMax;
  /**
   * Cries that settled alone within the grace time. The chart draws them, and no figure counts
   * them.
   */
  falseAlarms: number;
  causes: Partial<Record<Cause | 'unknown', number>>;
  /** Facts about the days that the nights touch, the latest first. */
  episodes: readonly Episode[];
  temperatures: readonly TemperatureDay[];
  doses: readonly DoseDay[];
  notes: readonly ReportNote[];
}

/**
 * Computes the paediatrician's report: the figures of metrics.md over one child's nights, and what
 * was noted about the child's health. Returns null if there is no such child.
 * Source: metrics.md, "The paediatrician's report".
 *
 * @param log with the observations of the days; the log may hold more than the range and other
 * children
 */
export function computeReport(log: HouseholdLog, childId: string, range: NightRange, now: Instant): Report | null {
  const scope = scopeOf(log, range, now);
  const child = scope.children.find(({ id }) => id === childId);
  if (!child) return null;
  const { household } = log;
  const incidents = foldIncidentsOf(log, childId);
  const states = incidents.map(({ state }) => state);
  const figures = { availability: availability({ ...scope, children: [child] }), causes: causes() };
  const nightEnds = { hours: log.household, rowOf: rowLookup(log.nights) };
  const nights: NightFigures[] = [];
  const rows: SleepRow[] = [];
  let hasForgotten = false;
  for (const facts of computeNightFacts(log, scope)) {
    const night = nightOfChild(facts, childId);
    hasForgotten ||= night.forgotten.length > 0;
    nights.push(nightFigures(night, log.household));
    rows.push(sleepRow(night, states, nightEnds, now));
    if (isObserved(night)) for (const figure of Object.values(figures)) figure.add(night);
  }
  const observedNightFigures = nights.filter(({ observed }) => observed);
  const { observedNights, incidentFreeNights } = figures.availability.value();
  const days = daysOfNights(range);
  const episodes = episodesIn(log.episodes, childId, days);
  const observations = observationsIn(log, childId, days);
  return {
    household: log.household,
    child,
    range,
    now,
    nights,
    rows,
    observedNights,
    incidentFreeNights,
    freeNightsAwake: observedNightFigures.filter(({ counted, downtime }) => counted === 0 && (downtime ?? 0) > 0)
      .length,
    hasForgotten,
    wakeUps: medianAndMax(observedNightFigures.map(({ counted }) => counted)),
    awake: medianAndMax(observedNightFigures.map(({ downtime }) => downtime ?? 0)),
    longestStretch: medianAndMax(observedNightFigures.map(({ longestStretch }) => longestStretch ?? 0)),
    falseAlarms: observedNightFigures.reduce((sum, { falseAlarms }) => sum + falseAlarms, 0),
    causes: figures.causes.value(),
    episodes,
    temperatures: temperatureDays(observations, household),
    doses: doseDays(observations, household),
    notes: notesOf(incidentsStartedIn(incidents, range, household), episodes, household),
  };
}

function foldIncidentsOf(log: HouseholdLog, childId: string): FoldedIncident[] {
  return log.incidents
    .filter((incident) => incident.deletedAt === null && incident.childId === childId)
    .flatMap((incident) => {
      const state = foldTimeline(incident.timeline);
      return state ? [{ incident, state }] : [];
    });
}

function incidentsStartedIn(
  incidents: readonly FoldedIncident[],
  { from, to }: NightRange,
  zone: Zone,
): FoldedIncident[] {
  const [{ start }, { end }] = [nightSpan(from, zone), nightSpan(to, zone)];
  return incidents.filter(({ state }) => state.detectedAt >= start && state.detectedAt < end);
}

const medianAndMax = (values: readonly number[]): MedianAndMax => ({
  median: median(values),
  max: values.length === 0 ? null : Math.max(...values),
});
