import { type Incident, REMEDIES, type Remedy } from './rows/incident';
import { foldTimeline } from './timeline/foldTimeline';

/**
 * All remedies, the ones that worked best for this child first. A remedy worked if it was the last one before the child
 * settled; one that was merely tried counts for little; the rest keep the list's own order.
 */
export function rankRemedies(incidents: readonly Incident[]): Remedy[] {
  /** A remedy that brought sleep once ranks before one that was tried in vain many times. */
  const WORKED = 1000;
  const score = new Map<Remedy, number>();
  const add = (remedy: Remedy, points: number) => score.set(remedy, (score.get(remedy) ?? 0) + points);
  for (const { timeline } of incidents) {
    const state = foldTimeline(timeline);
    if (!state) continue;
    for (const { remedy } of state.remedies) add(remedy, 1);
    const { resolution } = state;
    if (resolution?.outcome !== 'settled') continue;
    const last = state.remedies.findLast(({ at }) => at <= resolution.at);
    if (last) add(last.remedy, WORKED);
  }
  return [...REMEDIES].sort((a, b) => (score.get(b) ?? 0) - (score.get(a) ?? 0));
}
