import { earlier, type Instant, later } from '@/lib/time';
import type { NightWindow } from './night';
import type { Incident } from './rows/incident';
import { foldTimeline } from './timeline/fold';

/** A stretch in which a child was awake, cut to a window. */
export interface AwakeStretch {
  incidentId: string;
  childId: string;
  from: Instant;
  to: Instant;
  /** Still running at `now`. */
  open: boolean;
}

/**
 * The stretches in which a child was awake within a night's window, oldest first. An open one runs to `now`; after "up for
 * the day", said within the window, the child stays awake to its end. Nothing is known after `now`.
 *
 * Said before the window it ended a nap, and said the morning before it is another night's: neither keeps this night awake.
 */
export function awakeStretches(incidents: readonly Incident[], window: NightWindow, now: Instant): AwakeStretch[] {
  const end = earlier(window.end, now);
  return incidents
    .flatMap((incident): AwakeStretch[] => {
      const state = foldTimeline(incident.timeline);
      if (!state) return [];
      const upForDay = state.resolution?.outcome === 'upForDay' && state.resolution.at >= window.start;
      return state.stretches.map(({ from, to }, index) => {
        const last = index === state.stretches.length - 1;
        const until = to === null ? now : last && upForDay ? later(to, end) : to;
        return {
          incidentId: incident.id,
          childId: incident.childId,
          from: later(from, window.start),
          to: earlier(until, end),
          open: to === null,
        };
      });
    })
    .filter(({ from, to }) => from <= to && from < window.end && to >= window.start)
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
