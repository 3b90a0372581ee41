import type { Incident } from '@/domain/rows/incident';
import { REOPEN_WITHIN_MS } from '@/domain/tonight';
import { idsNeeded, mergeWakeUps } from './mergeWakeUps';
import type { DoubtfulPair } from './proposal';
import { isWritable, type PlacedIncident, type ReviewContext } from './reviewContext';

/**
 * Returns the pairs of consecutive incidents of a child that look like one wake-up, oldest first.
 */
export function findDoubtfulPairs(context: ReviewContext): DoubtfulPair[] {
  const previousByChild = new Map<string, PlacedIncident>();
  return context.placedIncidents.flatMap((second) => {
    const { childId } = second.incident;
    const first = previousByChild.get(childId);
    previousByChild.set(childId, second);
    return first && looksLikeOne(first, second) && canBeOne(first, second, context) ? [pairOf(first, second)] : [];
  });
}

function pairOf({ incident: first, night }: PlacedIncident, { incident: second }: PlacedIncident): DoubtfulPair {
  const mergeRepair = { kind: 'merge', firstId: first.id, secondId: second.id } as const;
  return { kind: 'pair', id: `pair ${first.id} ${second.id}`, night, first, second, mergeRepair };
}

/**
 * Two incidents look like one wake-up if the second began less than ten minutes after the first one
 * ended, which is the rule of the Tonight screen, or if they overlap, because they were then logged
 * on two phones. An estimated end says nothing about the time between them. If they have different
 * causes, somebody regards them as two.
 */
function looksLikeOne(
  { incident: first, state, lastEntryAt }: PlacedIncident,
  { incident: second, state: next }: PlacedIncident,
): boolean {
  if (first.causeId !== null && second.causeId !== null && first.causeId !== second.causeId) return false;
  const { resolution } = state;
  // An open incident overlaps with everything after it, so the time since its last entry decides.
  if (!resolution) return next.detectedAt - lastEntryAt < REOPEN_WITHIN_MS;
  if (next.detectedAt < resolution.at) return true;
  if (resolution.outcome === 'upForDay' || resolution.estimated) return false;
  return next.detectedAt - resolution.at < REOPEN_WITHIN_MS;
}

/**
 * Returns whether the two can be merged and the merge can be undone: neither the result nor the two
 * incidents may overlap with a third one.
 */
function canBeOne(
  { incident: first }: PlacedIncident,
  { incident: second }: PlacedIncident,
  { now, othersOf }: ReviewContext,
): boolean {
  const ids = Array.from({ length: idsNeeded(first, second) }, (_, n) => `merged ${second.id.slice(0, 36)} ${n}`);
  const merged = mergeWakeUps(first, second, { ids, now });
  const others = othersOf(first).filter(({ id }) => id !== second.id);
  const canStand = (incident: Incident, stored: Incident) => isWritable(incident, others, now, stored);
  return merged.ok && canStand(first, first) && canStand(second, second) && canStand(merged.value, first);
}
