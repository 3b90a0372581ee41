import type { Entry } from '@/domain/rows/incident';
import type { Instant } from '@/lib/time';

/**
 * Who is up with a child at an instant, as its timeline tells it: got up or tried something, and has not gone back to bed, and the child
 * has not been asleep again since. Where a remedy was logged without a name, `somebody` is.
 */
export function caregiversUpAt(entries: readonly Entry[], at: Instant): Set<string> {
  const up = new Set<string>();
  for (const entry of entries) {
    if (entry.at > at) break;
    if (entry.kind === 'acknowledged' || entry.kind === 'remedy') up.add(entry.by ?? 'somebody');
    if (entry.kind === 'stoodDown') up.delete(entry.by);
    if (entry.kind === 'resolved') up.clear();
  }
  return up;
}
