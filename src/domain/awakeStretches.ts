import type { Instant, Interval } from '@/lib/time';
import { awakeIntervalsOf } from './awakeIntervals';
import type { NightWindow } from './night';
import type { Incident } from './rows/incident';
import { caregiversUpAt } from './timeline/caregiversUpAt';
import type { IncidentState } from './timeline/foldTimeline';
import { type FoldedIncident, foldIncidents } from './tonight';

/**
 * A piece of the time in which a child was awake, cut to a night's window and where a caregiver got
 * up or went back to bed.
 */
export interface AwakeStretch extends Interval {
  incidentId: string;
  childId: string;
  /** Whether it belongs to a time that nobody has ended yet. */
  isOpen: boolean;
  /**
   * The caregivers who were awake, for whichever child, sorted; empty if nobody had said so. It
   * contains `somebody` if a remedy was logged without a name.
   */
  caregiverIds: readonly string[];
}

/**
 * Returns the stretches in which any child was awake within a night's window, oldest first. The
 * strip and the raster are drawn from the same pieces (metrics/raster.ts).
 *
 * @param knownUntilOf returns until when an incident is known at most, as `knownUntil` of
 * forgotten.ts does; no stretch reaches past it
 * @example awake 2:43 to 3:03, Mum up from 2:50 → [2:43, 2:50) nobody, [2:50, 3:03) Mum
 */
export const awakeStretches = (
  incidents: readonly Incident[],
  window: NightWindow,
  knownUntilOf: (state: IncidentState) => Instant,
): AwakeStretch[] => stretchesOfFolded(foldIncidents(incidents), window, knownUntilOf);

/** Like {@link awakeStretches}, from incidents whose timelines are folded already. */
export function stretchesOfFolded(
  folded: readonly FoldedIncident[],
  window: NightWindow,
  knownUntilOf: (state: IncidentState) => Instant,
): AwakeStretch[] {
  const upAt = (at: Instant) =>
    folded.flatMap(({ state }) =>
      state.stretches.some(({ from, to }) => from <= at && at < (to ?? knownUntilOf(state)))
        ? [...caregiversUpAt(state.entries, at, true)]
        : [],
    );
  const changes = folded.flatMap(({ state }) => state.entries.map(({ at }) => at)).sort((a, b) => a - b);
  return folded
    .flatMap(({ incident, state }) =>
      awakeIntervalsOf(state, window, knownUntilOf(state)).flatMap(({ from, to }) => {
        const pieces: AwakeStretch[] = [];
        for (const at of [from, ...changes.filter((change) => from < change && change < to)]) {
          const caregiverIds = [...new Set(upAt(at))].sort();
          const last = pieces.at(-1);
          if (last && String(last.caregiverIds) === String(caregiverIds)) continue;
          if (last) last.to = at;
          const isOpen = state.isOpen && from >= state.awakeSince;
          pieces.push({ incidentId: incident.id, childId: incident.childId, from: at, to, isOpen, caregiverIds });
        }
        return pieces;
      }),
    )
    .sort((a, b) => a.from - b.from);
}

/**
 * Returns for how many milliseconds at least one child was awake. Time in which two children were
 * awake counts once.
 *
 * @param stretches in the order of their `from`
 */
export function householdAwakeMs(stretches: readonly AwakeStretch[]): number {
  let awakeMs = 0;
  let countedUntil = Number.NEGATIVE_INFINITY;
  for (const { from, to } of stretches) {
    awakeMs += Math.max(0, to - Math.max(from, countedUntil));
    countedUntil = Math.max(countedUntil, to);
  }
  return awakeMs;
}
