import type { Cause, Remedy } from '@/domain/rows/incident';
import type { HouseholdLog } from '@/domain/rows/tables';
import type { Instant } from '@/lib/time';
import { type Availability, availability } from './availability';
import { causes } from './causes';
import { type Debt, debt } from './debt';
import { type Double, double } from './double';
import { type ErrorBudget, errorBudget } from './errorBudget';
import { type Escalations, escalations } from './escalations';
import { type Fatigue, fatigue } from './fatigue';
import { type Illness, illness } from './illness';
import { type IncidentCounts, incidentCounts } from './incidents';
import { type Load, load } from './load';
import { mtta } from './mtta';
import { mttr } from './mttr';
import { type NightFigures, nightFigures } from './nights';
import type { Summary } from './percentiles';
import { type NightRange, readLog } from './reading';
import { type RemedyFigures, remedies } from './remedies';
import { runbooks } from './runbooks';
import { streak } from './streak';
import { timeBetween } from './timeBetween';

/** Every figure over a range of nights. Each is explained where it is made, and for parents in docs/metrics.md. */
export interface Metrics {
  range: NightRange & { timeZone: string };
  incidents: IncidentCounts;
  mttr: Summary;
  mtta: Summary;
  timeBetween: Summary;
  availability: Availability;
  errorBudget: ErrorBudget;
  fatigue: { byCaregiver: Record<string, Fatigue> };
  escalations: { byCaregiver: Record<string, Escalations> };
  load: Load;
  causes: Partial<Record<Cause | 'unknown', number>>;
  remedies: Partial<Record<Remedy, RemedyFigures>>;
  runbooks: Record<string, number> & { none: number };
  double: Double;
  illness: Illness;
  streak: number;
  debt: Debt;
  nights: NightFigures[];
}

/**
 * Computes every figure over a range of nights, from the rows alone. Minutes and shares are not rounded; what has nothing to be
 * computed from is null, never 0. Linear in the log, but for sorting it.
 *
 * @param log valid rows; those marked deleted count for nothing. It may hold more than the range: only what touches it counts
 * @param range nights by the day of their evening, both included. No night if `from` is after `to`
 * @param now windows are cut here, and what is open runs to here
 */
export function computeMetrics(log: HouseholdLog, range: NightRange, now: Instant): Metrics {
  const reading = readLog(log, range, now);
  return {
    range: { from: range.from, to: range.to, timeZone: log.household.timeZone },
    incidents: incidentCounts(reading),
    mttr: mttr(reading),
    mtta: mtta(reading),
    timeBetween: timeBetween(reading),
    availability: availability(reading),
    errorBudget: errorBudget(reading),
    fatigue: fatigue(reading),
    escalations: escalations(reading),
    load: load(reading),
    causes: causes(reading),
    remedies: remedies(reading),
    runbooks: runbooks(reading),
    double: double(reading),
    illness: illness(reading, log.episodes),
    streak: streak(reading),
    debt: debt(reading, log.chores),
    nights: nightFigures(reading),
  };
}
