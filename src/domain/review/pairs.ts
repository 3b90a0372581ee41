import { REOPEN_WITHIN_MS } from '@/domain/tonight';
import { idsNeeded, mergeWakeUps } from './mergeWakeUps';
import type { DoubtfulPair } from './proposal';
import { isWritable, type PlacedIncident, type ReviewContext } from './reviewContext';

/** Neighbouring incidents of one child that look like one wake-up, oldest first. */
export function findDoubtfulPairs(reading: ReviewContext): DoubtfulPair[] {
  const before = new Map<string, PlacedIncident>();
  return reading.placed.flatMap((second) => {
    const { childId } = second.incident;
    const first = before.get(childId);
    before.set(childId, second);
    return first && looksLikeOne(first, second) && canBeOne(first, second, reading) ? [pairOf(first, second)] : [];
  });
}

function pairOf({ incident: first, night }: PlacedIncident, { incident: second }: PlacedIncident): DoubtfulPair {
  const merge = { kind: 'merge', firstId: first.id, secondId: second.id } as const;
  return { kind: 'pair', id: `pair ${first.id} ${second.id}`, night, first, second, mergeRepair: merge };
}

/**
 * Awake again within ten minutes is the same wake-up, as it is when it is tapped on Tonight; and what overlaps was logged on two phones. An
 * end that is a guess says nothing about how soon the next one was, and who gave the two a cause each has told them apart.
 */
function looksLikeOne(
  { incident: first, state, lastEntryAt }: PlacedIncident,
  { incident: second, state: next }: PlacedIncident,
): boolean {
  if (first.causeId !== null && second.causeId !== null && first.causeId !== second.causeId) return false;
  const { resolution } = state;
  // While it is open it would overlap with everything that comes: only what follows its last line soon is the same.
  if (!resolution) return next.detectedAt - lastEntryAt < REOPEN_WITHIN_MS;
  if (next.detectedAt < resolution.at) return true;
  if (resolution.outcome === 'upForDay' || resolution.estimated) return false;
  return next.detectedAt - resolution.at < REOPEN_WITHIN_MS;
}

/** Whether they can be told as one, and told as two again if that is taken back: neither may collide with a third. */
function canBeOne(
  { incident: first }: PlacedIncident,
  { incident: second }: PlacedIncident,
  { now, othersOf }: ReviewContext,
): boolean {
  const ids = Array.from({ length: idsNeeded(first, second) }, (_, n) => `merged ${second.id.slice(0, 36)} ${n}`);
  const merged = mergeWakeUps(first, second, { ids, now });
  const others = othersOf(first).filter(({ id }) => id !== second.id);
  return merged.ok && [first, second, merged.value].every((incident) => isWritable(incident, others, now));
}
