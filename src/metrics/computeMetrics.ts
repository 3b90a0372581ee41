import type { Cause, Remedy } from '@/domain/rows/incident';
import type { HouseholdLog } from '@/domain/rows/tables';
import type { Instant } from '@/lib/time';
import { type Availability, availability } from './availability';
import { causes } from './causes';
import { type Debt, debt } from './debt';
import { type DoubleIncidents, doubleIncidents } from './doubleIncidents';
import { type ErrorBudget, errorBudget } from './errorBudget';
import { type EscalationFigures, escalations } from './escalations';
import { type Fatigue, fatigue } from './fatigue';
import { type Illness, illness } from './illness';
import { type IncidentCounts, incidentCounts } from './incidents';
import { type Load, load } from './load';
import { mtta } from './mtta';
import { mttr } from './mttr';
import { computeNightFacts, isObserved, scopeOf } from './nightFacts';
import type { NightRange } from './nightPlans';
import { type NightFigures, nightFigures } from './nights';
import { type Pages, pages } from './pages';
import type { Summary } from './percentiles';
import { type RemedyFigures, remedies } from './remedies';
import { runbooks } from './runbooks';
import { streak } from './streak';
import { timeBetween } from './timeBetween';

/**
 * Every figure over a range of nights. Each function documents its own figure, and docs/metrics.md
 * explains all of them to parents.
 */
export interface Metrics {
  range: NightRange & { timeZone: string };
  incidents: IncidentCounts;
  mttr: Summary;
  mtta: Summary;
  timeBetween: Summary;
  availability: Availability;
  errorBudget: ErrorBudget;
  fatigue: { byCaregiver: Record<string, Fatigue> };
  escalations: EscalationFigures;
  /** There only if somebody was paged. */
  pages?: { byCaregiver: Record<string, Pages> };
  load: Load;
  causes: Partial<Record<Cause | 'unknown', number>>;
  remedies: Partial<Record<Remedy, RemedyFigures>>;
  runbooks: Record<string, number> & { none: number };
  double: DoubleIncidents;
  illness: Illness;
  streak: number;
  debt: Debt;
  nights: NightFigures[];
}

/**
 * Computes every figure over a range of nights from the rows alone. Minutes and shares are not
 * rounded. A figure that has no data is null, never 0. The time is linear in the log, apart from
 * sorting it.
 *
 * @param log valid rows; rows marked as deleted are ignored. The log may hold more than the range
 * @param range nights by the day of their evening, both included; empty if `from` is after `to`
 * @param now the end of a window that is not over, and of an incident that is open
 */
export function computeMetrics(log: HouseholdLog, range: NightRange, now: Instant): Metrics {
  const scope = scopeOf(log, range, now);
  const figures = {
    incidents: incidentCounts(),
    mttr: mttr(),
    mtta: mtta(),
    timeBetween: timeBetween(),
    availability: availability(scope),
    errorBudget: errorBudget(scope),
    fatigue: fatigue(scope),
    escalations: escalations(scope),
    pages: pages(scope),
    load: load(scope),
    causes: causes(),
    remedies: remedies(),
    runbooks: runbooks(),
    double: doubleIncidents(),
    illness: illness(scope, log.episodes),
    streak: streak(),
  };
  const accumulators = Object.values(figures);
  const nights: NightFigures[] = [];
  for (const night of computeNightFacts(log, scope)) {
    nights.push(nightFigures(night, log.household));
    if (isObserved(night)) for (const figure of accumulators) figure.add(night);
  }
  const pageFigures = figures.pages.value();
  return {
    range: { from: range.from, to: range.to, timeZone: log.household.timeZone },
    incidents: figures.incidents.value(),
    mttr: figures.mttr.value(),
    mtta: figures.mtta.value(),
    timeBetween: figures.timeBetween.value(),
    availability: figures.availability.value(),
    errorBudget: figures.errorBudget.value(),
    fatigue: figures.fatigue.value(),
    escalations: figures.escalations.value(),
    ...(pageFigures && { pages: pageFigures }),
    load: figures.load.value(),
    causes: figures.causes.value(),
    remedies: figures.remedies.value(),
    runbooks: figures.runbooks.value(),
    double: figures.double.value(),
    illness: figures.illness.value(),
    streak: figures.streak.value(),
    debt: debt(scope, log.chores),
    nights,
  };
}
