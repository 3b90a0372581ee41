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
import { referenceEscalations, referenceFatigue, referenceLoad, referencePages } from './reference/people';
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
  const withoutDeleted = <T extends { deletedAt: Instant | null }>(rows: readonly T[]): T[] =>
    rows.filter(({ deletedAt }) => deletedAt === null);
  return {
    household: log.household,
    children: withoutDeleted(log.children),
    caregivers: withoutDeleted(log.caregivers),
    incidents: withoutDeleted(log.incidents),
    nights: withoutDeleted(log.nights),
    episodes: withoutDeleted(log.episodes),
    observations: withoutDeleted(log.observations),
    chores: withoutDeleted(log.chores),
    naps: withoutDeleted(log.naps),
    runbooks: withoutDeleted(log.runbooks),
  };
}

/**
 * Returns every figure over a range of nights. All instants of the log must be multiples of a tick,
 * which is a minute unless given.
 */
export function referenceMetrics(wholeLog: HouseholdLog, range: Range, now: Instant, tickMs: number = MINUTE) {
  const log = liveRows(wholeLog);
  const { household } = log;
  const incidents = log.incidents.map((incident) => referenceIncident(incident, log, now));
  const nights = daysOf(range.from, range.to).map((night) => referenceNight(night, { log, incidents, now, tickMs }));
  const observedNights = nights.filter((night) => night.observed);
  const pages = referencePages(log, observedNights);
  return {
    range: { from: range.from, to: range.to, timeZone: household.timeZone },
    incidents: referenceCounts(observedNights),
    mttr: referenceMttr(observedNights),
    mtta: referenceMtta(observedNights),
    timeBetween: referenceTimeBetween(observedNights),
    availability: referenceAvailability(log, observedNights),
    errorBudget: referenceErrorBudget(log, observedNights),
    fatigue: referenceFatigue(log, observedNights),
    escalations: referenceEscalations(log, observedNights),
    ...(pages && { pages }),
    load: referenceLoad(log, observedNights),
    causes: referenceCauses(observedNights),
    remedies: referenceRemedies(observedNights),
    runbooks: referenceRunbooks(observedNights),
    double: referenceDouble(observedNights),
    illness: referenceIllness(log, observedNights),
    streak: referenceStreak(observedNights),
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
  const sumEffort = (selectedChores: HouseholdLog['chores']) =>
    total(selectedChores.map(({ effortMinutes }) => effortMinutes));
  return {
    outstanding: sumEffort(
      chores.filter(({ deferredAt, paidAt }) => deferredAt <= settledAt && !isPaidBy(paidAt, settledAt)),
    ),
    accrued: sumEffort(chores.filter(({ deferredAt }) => isWithin(deferredAt))),
    paid: sumEffort(chores.filter(({ paidAt }) => isWithin(paidAt))),
  };
}
