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
import { type NightNote, nightNote } from './nightNotes';
import type { NightRange } from './nightPlans';
import type { Summary } from './percentiles';
import { plannedLoad } from './plannedLoad';
import { rasterNight } from './raster';
import { type RunbookOutcome, runbookOutcomes } from './runbookOutcomes';
import { type Weaning, weaning } from './weaning';

/**
 * The figures of one mark on a chart: one night, or one week where the range has too many nights.
 */
export interface ChartBucket extends NightRange {
  mttr: Summary;
  availability: Availability;
  fatigue: Record<string, Fatigue>;
  weaning: Weaning;
  double: DoubleIncidents;
  /**
   * Minutes of chores that are deferred and not paid at the bucket's end, or at `now` if that is
   * earlier. The burn-down chart draws this value.
   */
  outstanding: number;
  /**
   * Minutes deferred, and minutes paid, from the beginning of the range to the bucket's end. The
   * burn-up chart draws these two values.
   */
  accrued: number;
  paid: number;
}

/**
 * What the dashboard draws in addition to `computeMetrics`. The definitions are the same; they are
 * applied to parts of the range.
 */
export interface Charts {
  buckets: ChartBucket[];
  weaning: Weaning;
  hours: HourOfNight[];
  /** By caregiver id, the share of the hours on call that the rota planned. */
  planned: Record<string, number | null>;
  /** By caregiver id, the number of nights that the capacity of `fatigue` is computed from. */
  capacityNights: Record<string, number>;
  /** By runbook id. The key `none` holds the incidents without a runbook. */
  runbooks: Record<string, RunbookOutcome>;
  /** The number of nights that each side of `illness` is computed from. */
  illnessNights: IllnessNights;
  raster: RasterNight[];
  /** One element per night of the range. */
  notes: NightNote[];
}

/**
 * Computes what the charts show for a range of nights, in one pass over the nights.
 *
 * @param nightsPerBucket 1 or 7; the last bucket may be shorter
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
  const notes: NightNote[] = [];
  const buckets: OpenBucket[] = [];
  const caregiverIds = scope.caregivers.map(({ id }) => id);
  for (const night of computeNightFacts(log, scope)) {
    if (raster.length % nightsPerBucket === 0) buckets.push(openBucket(scope, night.night));
    raster.push(rasterNight(night, caregiverIds));
    notes.push(nightNote(night));
    const bucket = buckets.at(-1);
    if (bucket) bucket.to = night.night;
    if (!isObserved(night)) continue;
    for (const figure of Object.values(whole)) figure.add(night);
    for (const figure of Object.values(bucket?.figures ?? {})) figure.add(night);
  }
  return {
    buckets: buckets.map((bucket) => closeBucket(bucket, scope, log)),
    weaning: whole.weaning.value(),
    hours: whole.hours.value(),
    planned: whole.planned.value(),
    capacityNights: whole.capacityNights.value(),
    runbooks: whole.runbooks.value(),
    illnessNights: whole.illnessNights.value(),
    raster,
    notes,
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
