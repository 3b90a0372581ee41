import { type Incident, REMEDIES, type Remedy } from './rows/incident';
import { foldTimeline } from './timeline/foldTimeline';

/**
 * Returns all remedies, those that worked most often in these incidents first. A remedy worked if
 * it was the last one before the child settled. One that was only tried comes after those that
 * worked, and remedies without any difference keep the order of `REMEDIES`.
 */
export function rankRemedies(incidents: readonly Incident[]): Remedy[] {
  // So many points that a remedy that worked once comes before one that was tried in vain often.
  const POINTS_IF_WORKED = 1000;
  const scores = new Map<Remedy, number>();
  const addPoints = (remedy: Remedy, points: number) => scores.set(remedy, (scores.get(remedy) ?? 0) + points);
  for (const { timeline } of incidents) {
    const state = foldTimeline(timeline);
    if (!state) continue;
    for (const { remedy } of state.remedies) addPoints(remedy, 1);
    const { resolution } = state;
    if (resolution?.outcome !== 'settled') continue;
    const last = state.remedies.findLast(({ at }) => at <= resolution.at);
    if (last) addPoints(last.remedy, POINTS_IF_WORKED);
  }
  // The sort is stable, so remedies with equal scores keep their order.
  return [...REMEDIES].sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
}

/**
 * Returns the first `count` remedies of a ranking without those that have their button elsewhere.
 * Each of these is replaced in its place, so that no other remedy moves.
 */
export function remediesInReach(ranked: readonly Remedy[], count: number, elsewhere: readonly Remedy[]): Remedy[] {
  const spare = ranked.slice(count).filter((remedy) => !elsewhere.includes(remedy));
  return ranked.slice(0, count).flatMap((remedy) => (elsewhere.includes(remedy) ? spare.splice(0, 1) : [remedy]));
}
