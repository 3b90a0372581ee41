import type { Entry } from '@/domain/rows/incident';
import type { Instant } from '@/lib/time';

/**
 * Returns the ids of the caregivers who are up with a child at an instant: those who got up or
 * tried a remedy, and have not gone back to bed since, unless the child has fallen asleep again.
 * The set contains `somebody` if a remedy was logged without a name.
 *
 * @param entries in their order, without deleted ones
 * @param withLogger whether a caregiver who logs that the child woke counts, too: they are awake,
 * but have not got up yet
 */
export function caregiversUpAt(entries: readonly Entry[], at: Instant, withLogger = false): Set<string> {
  const up = new Set<string>();
  for (const entry of entries) {
    if (entry.at > at) break;
    if (entry.kind === 'acknowledged' || entry.kind === 'remedy') up.add(entry.by ?? 'somebody');
    if (withLogger && entry.kind === 'detected' && entry.by !== null) up.add(entry.by);
    if (entry.kind === 'stoodDown') up.delete(entry.by);
    if (entry.kind === 'resolved') up.clear();
  }
  return up;
}
