import type { RasterNight } from '@/domain/rasterNight';
import type { HouseholdLog } from '@/domain/rows/tables';
import type { Day, Instant } from '@/lib/time';
import { type Availability, availability } from './availability';
import { debt } from './debt';
import { type DoubleIncidents, doubleIncidents } from './doubleIncidents';
import { capacityNights, type Fatigue, fatigue } from './fatigue';
import { type HourOfNight, hoursOfNight } from './hours';
import { type IllnessNights, illnessNights } from './illnessNights';
import { mttr } from './mttr';
import { computeNightFacts, isObserved, type Scope, scopeOf } from './nightFacts';
import type { NightRange } from './nightPlans';
import type { Summary } from './percentiles';
import { plannedLoad } from './plannedLoad';
import { rasterNight } from './raster';
import { type RunbookOutcome, runbookOutcomes } from './runbookOutcomes';
import { type Weaning, weaning } from './weaning';

/** The figures of a part of a range, as one mark on a chart: a night, or a week where there would be too many of those. */
export interface ChartBucket extends NightRange {
  mttr: Summary;
  availability: Availability;
  fatigue: Record<string, Fatigue>;
  weaning: Weaning;
  double: DoubleIncidents;
  /** Minutes of chores put off and not done: at the step's end, or now. The debt burnt down. */
  outstanding: number;
  /** Minutes put off, and done, from the range's beginning to the step's end. The debt burnt up. */
  accrued: number;
  paid: number;
}

/** What the dashboard draws beside the figures of `computeMetrics`: the same definitions, over parts of the range. */
export interface Charts {
  buckets: ChartBucket[];
  weaning: Weaning;
  hours: HourOfNight[];
  /** By caregiver. */
  planned: Record<string, number | null>;
  /** By caregiver, how many nights `fatigue`'s capacity stands on. */
  capacityNights: Record<string, number>;
  /** By runbook, and `none`. */
  runbooks: Record<string, RunbookOutcome>;
  /** How many nights `illness` stands on, on either side. */
  illnessNights: IllnessNights;
  raster: RasterNight[];
}

/**
 * Computes what is drawn over a range of nights, in one pass over them.
 *
 * @param nightsPerBucket 1 or 7; the last step may be shorter
 */
export function computeCharts(log: HouseholdLog, range: NightRange, now: Instant, nightsPerBucket: number): Charts {
  const scope = scopeOf(log, range, now);
  const whole = {
    weaning: weaning(),
    hours: hoursOfNight(scope),
    planned: plannedLoad(scope),
    capacityNights: capacityNights(scope),
    runbooks: runbookOutcomes(),
    illnessNights: illnessNights(scope, log.episodes),
  };
  const raster: RasterNight[] = [];
  const steps: OpenBucket[] = [];
  const caregiverIds = scope.caregivers.map(({ id }) => id);
  for (const night of computeNightFacts(log, scope)) {
    if (raster.length % nightsPerBucket === 0) steps.push(openBucket(scope, night.night));
    raster.push(rasterNight(night, caregiverIds));
    const step = steps.at(-1);
    if (step) step.to = night.night;
    if (!isObserved(night)) continue;
    for (const figure of Object.values(whole)) figure.add(night);
    for (const figure of Object.values(step?.figures ?? {})) figure.add(night);
  }
  return {
    buckets: steps.map((step) => closeBucket(step, scope, log)),
    weaning: whole.weaning.value(),
    hours: whole.hours.value(),
    planned: whole.planned.value(),
    capacityNights: whole.capacityNights.value(),
    runbooks: whole.runbooks.value(),
    illnessNights: whole.illnessNights.value(),
    raster,
  };
}

type OpenBucket = ReturnType<typeof openBucket>;

const openBucket = (scope: Scope, from: Day) => ({
  from,
  to: from,
  figures: {
    mttr: mttr(),
    availability: availability(scope),
    fatigue: fatigue(scope),
    weaning: weaning(),
    double: doubleIncidents(),
  },
});

function closeBucket({ from, to, figures }: OpenBucket, scope: Scope, log: HouseholdLog): ChartBucket {
  const sinceBeginning = { from: scope.range.from, to };
  return {
    from,
    to,
    mttr: figures.mttr.value(),
    availability: figures.availability.value(),
    fatigue: figures.fatigue.value().byCaregiver,
    weaning: figures.weaning.value(),
    double: figures.double.value(),
    ...debt({ ...scope, range: sinceBeginning }, log.chores),
  };
}
