import { forgottenAt, rowLookup } from '@/domain/forgotten';
import { lastStartedNight } from '@/domain/night';
import type { HouseholdLog } from '@/domain/rows/tables';
import { foldIncidents } from '@/domain/tonight';
import type { Day, Instant } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { computeMetrics } from '@/metrics/computeMetrics';
import { computeNightFacts, scopeOf } from '@/metrics/nightFacts';
import type { NightRange } from '@/metrics/nightPlans';
import { patience } from '@/metrics/patience';
import { type Figures, WINDOWS, type WindowFigures, type WindowName } from './family';
import { type LogSlices, sliceLog } from './logSlices';
import type { PeopleNames } from './people';

/** Computes what is so at `now`: the windows end with the last night that has begun. */
export function figuresAt(log: HouseholdLog, now: Instant, people: PeopleNames): Figures {
  const slices = sliceLog(log);
  const night = lastStartedNight(log.household, now);
  return {
    ...figuresOfNight(slices, night, now, people),
    awakeSince: awakeSince(slices.between({ from: night, to: night }), now),
  };
}

/**
 * Computes the windows that end with a night, as far as the log knows of it at `now`. What is so at
 * one moment only is not among them.
 */
export function figuresOfNight(slices: LogSlices, night: Day, now: Instant, people: PeopleNames): Figures {
  const longest = { from: addDays(night, 1 - WINDOWS['28d']), to: night };
  const log = slices.between(longest);
  const shorter = sliceLog(log);
  const { household, caregivers } = log;
  return {
    windows: Object.entries(WINDOWS).map(([window, nights]) =>
      figuresOfWindow(shorter, window as WindowName, { from: addDays(night, 1 - nights), to: night }, now),
    ),
    people,
    patience: patience(log, longest, now),
    awakeSince: {},
    fatigueLimits: Object.fromEntries(
      caregivers.filter(isLive).map(({ id, fatigueLimit }) => [id, fatigueLimit ?? household.objectives.fatigueLimit]),
    ),
    mttrObjectiveMinutes: household.objectives.mttrMinutes,
  };
}

function figuresOfWindow(slices: LogSlices, window: WindowName, range: NightRange, now: Instant): WindowFigures {
  const log = slices.between(range);
  return { window, metrics: computeMetrics(log, range, now), countedByChild: countByChild(log, range, now) };
}

/** Counts the incidents that `incidents.counted` has, by child. */
function countByChild(log: HouseholdLog, range: NightRange, now: Instant): Record<string, number> {
  const scope = scopeOf(log, range, now);
  const counts = new Map(scope.children.map(({ id }) => [id, 0]));
  for (const { counted } of computeNightFacts(log, scope)) {
    for (const { incident } of counted) {
      const count = counts.get(incident.childId);
      if (count !== undefined) counts.set(incident.childId, count + 1);
    }
  }
  return Object.fromEntries(counts);
}

/** A child of a forgotten incident is taken to sleep, as in every other figure. */
function awakeSince({ household, children, incidents, nights }: HouseholdLog, now: Instant): Figures['awakeSince'] {
  const nightEnds = { hours: household, rowOf: rowLookup(nights) };
  const awake = foldIncidents(incidents.filter(isLive)).filter(
    ({ state }) => state.isOpen && state.awakeSince <= now && forgottenAt(state, nightEnds, now) === null,
  );
  return Object.fromEntries(
    children
      .filter((child) => isLive(child) && !child.archived)
      .map(({ id }) => [id, awake.find(({ incident }) => incident.childId === id)?.state.awakeSince ?? null]),
  );
}

const isLive = ({ deletedAt }: { deletedAt: Instant | null }): boolean => deletedAt === null;
