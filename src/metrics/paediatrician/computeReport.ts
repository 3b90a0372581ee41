import { nightSpan } from '@/domain/night';
import type { Child, Household } from '@/domain/rows/household';
import type { Cause } from '@/domain/rows/incident';
import type { Episode } from '@/domain/rows/others';
import type { HouseholdLog } from '@/domain/rows/tables';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import type { Instant } from '@/lib/time';
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

/** How a figure of the nights lies. Null where no night was logged. */
interface MedianAndMax {
  median: number | null;
  /** The most wake-ups, the most minutes awake; of the longest stretches the best night's. */
  max: number | null;
}

/** What the two pages for the paediatrician say. Minutes, not rounded. */
export interface Report {
  household: Household;
  child: Child;
  range: NightRange;
  now: Instant;
  /** The child's own, a night each: that of others is in none of them. */
  nights: readonly NightFigures[];
  rows: readonly SleepRow[];
  observedNights: number;
  /** Of those, with no wake-up that counts. */
  incidentFreeNights: number;
  wakeUps: MedianAndMax;
  awake: MedianAndMax;
  longestStretch: MedianAndMax;
  /** Cries that settled alone within the grace: drawn, and not counted. */
  falseAlarms: number;
  causes: Partial<Record<Cause | 'unknown', number>>;
  /** Facts of the days that the nights lie in, the latest first. */
  episodes: readonly Episode[];
  temperatures: readonly TemperatureDay[];
  doses: readonly DoseDay[];
  notes: readonly ReportNote[];
}

/**
 * Computes the paediatrician's report: the figures of metrics.md over one child's nights, and what was noted of its health.
 * Source: metrics.md, "The paediatrician's report". Null if there is no such child.
 *
 * @param log with the observations of the days; it may hold more than the range and other children
 */
export function computeReport(log: HouseholdLog, childId: string, range: NightRange, now: Instant): Report | null {
  const scope = scopeOf(log, range, now);
  const child = scope.children.find(({ id }) => id === childId);
  if (!child) return null;
  const { timeZone } = log.household;
  const incidents = foldedOf(log, childId);
  const states = incidents.map(({ state }) => state);
  const figures = { availability: availability({ ...scope, children: [child] }), causes: causes() };
  const nights: NightFigures[] = [];
  const rows: SleepRow[] = [];
  for (const reading of computeNightFacts(log, scope)) {
    const night = nightOfChild(reading, childId);
    nights.push(nightFigures(night, log.household));
    rows.push(sleepRow(night, states, now, timeZone));
    if (isObserved(night)) for (const figure of Object.values(figures)) figure.add(night);
  }
  const logged = nights.filter(({ observed }) => observed);
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
    wakeUps: medianAndMax(logged.map(({ counted }) => counted)),
    awake: medianAndMax(logged.map(({ downtime }) => downtime ?? 0)),
    longestStretch: medianAndMax(logged.map(({ longestStretch }) => longestStretch ?? 0)),
    falseAlarms: logged.reduce((sum, { falseAlarms }) => sum + falseAlarms, 0),
    causes: figures.causes.value(),
    episodes,
    temperatures: temperatureDays(observations, timeZone),
    doses: doseDays(observations, timeZone),
    notes: notesOf(incidentsStartedIn(incidents, range, timeZone), episodes, timeZone),
  };
}

function foldedOf(log: HouseholdLog, childId: string): FoldedIncident[] {
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
  timeZone: string,
): FoldedIncident[] {
  const [{ start }, { end }] = [nightSpan(from, timeZone), nightSpan(to, timeZone)];
  return incidents.filter(({ state }) => state.detectedAt >= start && state.detectedAt < end);
}

const medianAndMax = (values: readonly number[]): MedianAndMax => ({
  median: median(values),
  max: values.length === 0 ? null : Math.max(...values),
});
