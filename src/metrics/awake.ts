import type { Entry } from '@/domain/rows/incident';
import { earlier, type Instant, type Interval } from '@/lib/time';

/** A stretch in which one caregiver was up for one incident. */
interface Awake {
  caregiverId: string;
  stretch: Interval;
}

/**
 * When caregivers were awake for an incident: from any `detected`, `acknowledged` or `remedy` by them to their next
 * `stoodDown`, the next `resolved`, or `now`, whichever comes first. Whoever logs "Baby woke" is awake.
 * Source: metrics.md, "Incidents", *awake*.
 *
 * @param entries live, in their order
 * @example detected by Mum 2:43, acknowledged by Dad 2:50, stoodDown by Mum 2:51, resolved 3:03 → Mum [2:43, 2:51), Dad [2:50, 3:03)
 */
export function caregiversAwake(entries: readonly Entry[], now: Instant): Awake[] {
  const found: Awake[] = [];
  const since = new Map<string, Instant>();
  const end = (caregiverId: string, at: Instant) => {
    const from = since.get(caregiverId);
    since.delete(caregiverId);
    if (from !== undefined) found.push({ caregiverId, stretch: { from, to: earlier(at, now) } });
  };
  for (const entry of entries) {
    switch (entry.kind) {
      case 'detected':
      case 'acknowledged':
      case 'remedy':
        if (entry.by !== null && !since.has(entry.by)) since.set(entry.by, entry.at);
        break;
      case 'stoodDown':
        end(entry.by, entry.at);
        break;
      case 'resolved':
        for (const caregiverId of [...since.keys()]) end(caregiverId, entry.at);
        break;
      default:
        break;
    }
  }
  for (const caregiverId of [...since.keys()]) end(caregiverId, now);
  return found.filter(({ stretch }) => stretch.from < stretch.to);
}
