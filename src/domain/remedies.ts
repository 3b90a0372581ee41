import { type Incident, REMEDIES, type Remedy } from './rows/incident';
import type { RunbookStep } from './rows/others';
import { foldTimeline } from './timeline/foldTimeline';

/**
 * Returns all remedies, those that worked most often in these incidents first. A remedy worked if
 * it was the last one before the child settled. One that was only tried comes after those that
 * worked, and remedies without any difference keep the order of `REMEDIES`. The parents' bed comes
 * last until they have used it, because it is not offered to those who do not.
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
  const scoreOf = (remedy: Remedy) => scores.get(remedy) ?? (remedy === 'co-sleep' ? -1 : 0);
  // The sort is stable, so remedies with equal scores keep their order.
  return [...REMEDIES].sort((a, b) => scoreOf(b) - scoreOf(a));
}

/** This many remedies are in reach while a child is awake. */
const COUNT_IN_REACH = 3;

/**
 * Returns the remedies that are in reach during a whole incident: those of its runbook, and then
 * those that worked best for this child, in the order of the ranking. A medicine is none of them:
 * it has a name, a dose and an interval to check, and is given in its own sheet.
 *
 * @param ranked all remedies, those that worked best first
 */
export function remediesInReach(ranked: readonly Remedy[], steps: readonly Pick<RunbookStep, 'remedy'>[]): Remedy[] {
  const ofRunbook = steps.flatMap(({ remedy }) => (remedy === null ? [] : [remedy]));
  const first = [...new Set([...ofRunbook, ...ranked])].filter((remedy) => remedy !== 'medicine');
  const chosen: Remedy[] = first.slice(0, COUNT_IN_REACH);
  return ranked.filter((remedy) => chosen.includes(remedy));
}
