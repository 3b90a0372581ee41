import type { Instant, Interval } from '@/lib/time';
import { awakeIntervalsOf } from './awakeIntervals';
import type { NightWindow } from './night';
import type { Incident } from './rows/incident';
import { foldTimeline } from './timeline/foldTimeline';

/** A stretch in which a child was awake, cut to a window. */
export interface AwakeStretch extends Interval {
  incidentId: string;
  childId: string;
  /** Still running at `now`. */
  isOpen: boolean;
}

/** The stretches in which any child was awake within a night's window, oldest first. Nothing is known after `now`. */
export function awakeStretches(incidents: readonly Incident[], window: NightWindow, now: Instant): AwakeStretch[] {
  return incidents
    .flatMap((incident): AwakeStretch[] => {
      const state = foldTimeline(incident.timeline);
      if (!state) return [];
      return awakeIntervalsOf(state, window, now).map(({ from, to }) => ({
        incidentId: incident.id,
        childId: incident.childId,
        from,
        to,
        isOpen: state.isOpen && from >= state.awakeSince,
      }));
    })
    .sort((a, b) => a.from - b.from);
}

/** How long at least one child was awake, in milliseconds: where two were, it counts once. */
export function householdAwakeMs(stretches: readonly AwakeStretch[]): number {
  let awake = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const { from, to } of stretches) {
    awake += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return awake;
}
