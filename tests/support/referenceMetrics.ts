import type { HouseholdLog } from '@/domain/rows/tables';
import type { Day, Instant } from '@/lib/time';
import { referenceIncident } from './reference/incident';
import {
  referenceCauses,
  referenceCounts,
  referenceIllness,
  referenceMtta,
  referenceMttr,
  referenceRemedies,
  referenceRunbooks,
  referenceStreak,
  referenceTimeBetween,
} from './reference/incidents';
import { type ReferenceNight, referenceNight } from './reference/night';
import { total } from './reference/numbers';
import { referenceEscalations, referenceFatigue, referenceLoad } from './reference/people';
import {
  availabilityOf,
  childAwakeMinutes,
  longestStretchOf,
  referenceAvailability,
  referenceDouble,
  referenceErrorBudget,
} from './reference/time';
import { daysLater, daysOf, MINUTE, NOON, wallInstant } from './reference/wallClock';

/*
 * A second implementation of every figure, slow and obvious: time is measured by looking at every
 * tick of every night, and the rest by plain loops. It shares no code with src/metrics, nor with
 * the zone arithmetic that src/metrics uses.
 */

interface Range {
  from: Day;
  to: Day;
}

/** Returns the rows or entries that are not deleted. A deleted one is in no figure. */
function liveRows(log: HouseholdLog): HouseholdLog {
  const live = <T extends { deletedAt: Instant | null }>(rows: readonly T[]): T[] =>
    rows.filter(({ deletedAt }) => deletedAt === null);
  return {
    household: log.household,
    children: live(log.children),
    caregivers: live(log.caregivers),
    incidents: live(log.incidents),
    nights: live(log.nights),
    episodes: live(log.episodes),
    observations: live(log.observations),
    chores: live(log.chores),
    naps: live(log.naps),
    runbooks: live(log.runbooks),
  };
}

/**
 * Returns every figure over a range of nights. All instants of the log must be multiples of a tick,
 * which is a minute unless given.
 */
export function referenceMetrics(everything: HouseholdLog, range: Range, now: Instant, tickMs: number = MINUTE) {
  const log = liveRows(everything);
  const { household } = log;
  const incidents = log.incidents.map((incident) => referenceIncident(incident, household, now));
  const nights = daysOf(range.from, range.to).map((night) => referenceNight(night, { log, incidents, now, tickMs }));
  const observed = nights.filter((night) => night.observed);
  return {
    range: { from: range.from, to: range.to, timeZone: household.timeZone },
    incidents: referenceCounts(observed),
    mttr: referenceMttr(observed),
    mtta: referenceMtta(observed),
    timeBetween: referenceTimeBetween(observed),
    availability: referenceAvailability(log, observed),
    errorBudget: referenceErrorBudget(log, observed),
    fatigue: referenceFatigue(log, observed),
    escalations: referenceEscalations(log, observed),
    load: referenceLoad(log, observed),
    causes: referenceCauses(observed),
    remedies: referenceRemedies(observed),
    runbooks: referenceRunbooks(observed),
    double: referenceDouble(observed),
    illness: referenceIllness(log, observed),
    streak: referenceStreak(observed),
    debt: referenceDebt(log, range, now),
    nights: nights.map(figuresOf),
  };
}

const figuresOf = (night: ReferenceNight) => ({
  night: night.night,
  observed: night.observed,
  windowStart: night.windowStart,
  windowEnd: night.windowEnd,
  counted: night.counted.length,
  falseAlarms: night.falseAlarms.length,
  downtime: night.observed ? childAwakeMinutes([night]) : null,
  availability: night.observed ? availabilityOf([night]) : null,
  longestStretch: night.observed ? longestStretchOf(night) : null,
  onCall: night.onCall,
});

function referenceDebt({ household, chores }: HouseholdLog, { from, to }: Range, now: Instant) {
  const start = wallInstant(from, NOON, household.timeZone);
  const end = wallInstant(daysLater(to, 1), NOON, household.timeZone);
  const settledAt = now < end ? now : end;
  const isPaidBy = (paidAt: Instant | null, at: Instant) => paidAt !== null && paidAt <= at;
  const isWithin = (at: Instant | null) => at !== null && at >= start && at < end;
  const effort = (some: HouseholdLog['chores']) => total(some.map(({ effortMinutes }) => effortMinutes));
  return {
    outstanding: effort(
      chores.filter(({ deferredAt, paidAt }) => deferredAt <= settledAt && !isPaidBy(paidAt, settledAt)),
    ),
    accrued: effort(chores.filter(({ deferredAt }) => isWithin(deferredAt))),
    paid: effort(chores.filter(({ paidAt }) => isWithin(paidAt))),
  };
}
