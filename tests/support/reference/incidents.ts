import type { Cause, Remedy } from '@/domain/rows/incident';
import type { HouseholdLog } from '@/domain/rows/tables';
import type { Day } from '@/lib/time';
import type { ReferenceIncident } from './incident';
import type { ReferenceNight } from './night';
import { ratio, summary } from './numbers';
import { MINUTE } from './wallClock';

/* The figures that count incidents, or that measure times between their entries. */

type Nights = readonly ReferenceNight[];

const HELD_MINUTES = 60;

const countedOf = (nights: Nights): ReferenceIncident[] => nights.flatMap(({ counted }) => counted);

export function referenceCounts(nights: Nights) {
  const counted = countedOf(nights);
  return {
    counted: counted.length,
    falseAlarms: nights.flatMap(({ falseAlarms }) => falseAlarms).length,
    selfSettled: counted.filter(({ outcome }) => outcome === 'selfSettled').length,
    reopened: counted.filter(({ entries }) => entries.some(({ kind }) => kind === 'reopened')).length,
    open: counted.filter(({ resolved }) => resolved === null).length,
  };
}

export function referenceMttr(nights: Nights) {
  const minutes: number[] = [];
  for (const { detected, resolved } of countedOf(nights)) {
    if (!resolved || resolved.outcome === 'upForDay') continue;
    if (!detected.estimated && !resolved.estimated) minutes.push((resolved.at - detected.at) / MINUTE);
  }
  return summary(minutes);
}

export function referenceMtta(nights: Nights) {
  const minutes: number[] = [];
  for (const { detected, entries } of countedOf(nights)) {
    const firstResponse = entries.find(({ kind }) => kind === 'acknowledged' || kind === 'remedy');
    if (firstResponse && !detected.estimated && !firstResponse.estimated)
      minutes.push((firstResponse.at - detected.at) / MINUTE);
  }
  return summary(minutes);
}

/** Returns the values that incidents are sorted by: the beginning, the end, and the id. */
const sortKeyOf = ({ detected, resolved, incident }: ReferenceIncident) =>
  [detected.at, resolved?.at ?? Number.POSITIVE_INFINITY, incident.id] as const;

function isLess(a: ReturnType<typeof sortKeyOf>, b: ReturnType<typeof sortKeyOf>): boolean {
  const firstDifference = a.findIndex((value, index) => value !== b[index]);
  return firstDifference >= 0 && (a[firstDifference] ?? 0) < (b[firstDifference] ?? 0);
}

export function referenceTimeBetween(nights: Nights) {
  const minutes: number[] = [];
  for (const { counted } of nights) {
    for (const current of counted) {
      const [next] = counted
        .filter(({ incident }) => incident.childId === current.incident.childId)
        .filter((candidate) => isLess(sortKeyOf(current), sortKeyOf(candidate)))
        .sort((a, b) => (isLess(sortKeyOf(a), sortKeyOf(b)) ? -1 : 1));
      if (!next || !current.resolved || current.outcome === 'upForDay') continue;
      const minutesBetween = (next.detected.at - current.resolved.at) / MINUTE;
      if (minutesBetween >= 0) minutes.push(minutesBetween);
    }
  }
  return summary(minutes);
}

export function referenceCauses(nights: Nights): Partial<Record<Cause | 'unknown', number>> {
  const causes: Partial<Record<Cause | 'unknown', number>> = {};
  for (const { incident } of countedOf(nights)) {
    const cause = incident.causeId ?? 'unknown';
    causes[cause] = (causes[cause] ?? 0) + 1;
  }
  return causes;
}

export function referenceRunbooks(nights: Nights): Record<string, number> & { none: number } {
  const runbooks: Record<string, number> & { none: number } = { none: 0 };
  for (const { incident } of countedOf(nights)) {
    const runbook = incident.runbookId ?? 'none';
    runbooks[runbook] = (runbooks[runbook] ?? 0) + 1;
  }
  return runbooks;
}

export function referenceRemedies(nights: Nights) {
  const counted = countedOf(nights);
  const remediesOf = ({ entries }: ReferenceIncident) => entries.filter((entry) => entry.kind === 'remedy');
  const figuresOf = (remedy: Remedy) => {
    const recoveries: number[] = [];
    let held = 0;
    for (const current of counted) {
      const { entries, resolved, resolvedIndex } = current;
      const lastRemedy = entries.slice(0, Math.max(0, resolvedIndex)).findLast((entry) => entry.kind === 'remedy');
      if (resolved?.outcome !== 'settled' || lastRemedy?.remedy !== remedy) continue;
      recoveries.push((resolved.at - lastRemedy.at) / MINUTE);
      if (!counted.some((candidate) => wokeAgain(current, candidate))) held += 1;
    }
    const used = counted.filter((current) => remediesOf(current).some((entry) => entry.remedy === remedy)).length;
    return {
      used,
      credited: recoveries.length,
      recovery: summary(recoveries),
      held: ratio(held, recoveries.length),
    };
  };
  const triedRemedies = counted.flatMap((current) => remediesOf(current).map(({ remedy }) => remedy));
  const remedies: Partial<Record<Remedy, ReturnType<typeof figuresOf>>> = {};
  for (const remedy of triedRemedies) remedies[remedy] = figuresOf(remedy);
  return remedies;
}

/** Returns whether the candidate is a cry of the same child within an hour of the sleep. */
function wokeAgain(current: ReferenceIncident, candidate: ReferenceIncident): boolean {
  if (candidate === current || candidate.incident.childId !== current.incident.childId || !current.resolved)
    return false;
  const minutesLater = (candidate.detected.at - current.resolved.at) / MINUTE;
  return minutesLater >= 0 && minutesLater <= HELD_MINUTES;
}

export function referenceIllness(log: HouseholdLog, nights: Nights) {
  const isIll = (childId: string, night: Day) =>
    log.episodes.some(
      (episode) =>
        episode.childId === childId &&
        episode.startDay <= night &&
        (episode.endDay === null || night <= episode.endDay),
    );
  const incidents = { during: 0, outside: 0 };
  const childNights = { during: 0, outside: 0 };
  for (const child of log.children) {
    for (const { night, counted } of nights) {
      const side = isIll(child.id, night) ? 'during' : 'outside';
      childNights[side] += 1;
      incidents[side] += counted.filter(({ incident }) => incident.childId === child.id).length;
    }
  }
  return {
    during: ratio(incidents.during, childNights.during),
    outside: ratio(incidents.outside, childNights.outside),
  };
}

export function referenceStreak(nights: Nights): number {
  let streak = 0;
  for (const { counted } of [...nights].reverse()) {
    if (counted.length === 0) break;
    streak += 1;
  }
  return streak;
}
