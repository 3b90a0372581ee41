import type { Instant, Interval } from '@/lib/time';
import { downStretches } from './downtime';
import type { NightWindow } from './night';
import type { Incident } from './rows/incident';
import { foldTimeline } from './timeline/fold';

/** A stretch in which a child was awake, cut to a window. */
export interface AwakeStretch extends Interval {
  incidentId: string;
  childId: string;
  /** Still running at `now`. */
  open: boolean;
}

/** The stretches in which any child was awake within a night's window, oldest first. Nothing is known after `now`. */
export function awakeStretches(incidents: readonly Incident[], window: NightWindow, now: Instant): AwakeStretch[] {
  return incidents
    .flatMap((incident): AwakeStretch[] => {
      const state = foldTimeline(incident.timeline);
      if (!state) return [];
      return downStretches(state, window, now).map(({ from, to }) => ({
        incidentId: incident.id,
        childId: incident.childId,
        from,
        to,
        open: state.open && from >= state.awakeSince,
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
