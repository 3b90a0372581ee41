import type { Instant, Interval } from '@/lib/time';
import { awakeIntervalsOf } from './awakeIntervals';
import type { NightWindow } from './night';
import type { Incident } from './rows/incident';
import type { IncidentState } from './timeline/foldTimeline';
import { type FoldedIncident, foldIncidents } from './tonight';

/** A stretch in which a child was awake, cut to a night's window. */
export interface AwakeStretch extends Interval {
  incidentId: string;
  childId: string;
  /** Whether nobody has ended it yet. */
  isOpen: boolean;
}

/**
 * Returns the stretches in which any child was awake within a night's window, oldest first.
 *
 * @param knownUntilOf returns until when an incident is known at most, as `knownUntil` of
 * forgotten.ts does; no stretch reaches past it
 */
export const awakeStretches = (
  incidents: readonly Incident[],
  window: NightWindow,
  knownUntilOf: (state: IncidentState) => Instant,
): AwakeStretch[] => stretchesOfFolded(foldIncidents(incidents), window, knownUntilOf);

/** Like {@link awakeStretches}, from incidents whose timelines are folded already. */
export const stretchesOfFolded = (
  folded: readonly FoldedIncident[],
  window: NightWindow,
  knownUntilOf: (state: IncidentState) => Instant,
): AwakeStretch[] =>
  folded
    .flatMap(({ incident, state }) =>
      awakeIntervalsOf(state, window, knownUntilOf(state)).map(
        ({ from, to }): AwakeStretch => ({
          incidentId: incident.id,
          childId: incident.childId,
          from,
          to,
          isOpen: state.isOpen && from >= state.awakeSince,
        }),
      ),
    )
    .sort((a, b) => a.from - b.from);

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
