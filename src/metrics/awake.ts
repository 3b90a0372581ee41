import type { Entry } from '@/domain/rows/incident';
import { earlier, type Instant, type Interval } from '@/lib/time';

/** A stretch in which one caregiver was up for one incident. */
interface Awake extends Interval {
  caregiverId: string;
}

/**
 * When caregivers were awake for an incident: from any `detected`, `acknowledged` or `remedy` by them to their next
 * `stoodDown`, the next `resolved`, or `now`, whichever comes first. Whoever logs "Baby woke" is awake.
 * Source: metrics.md, "Incidents", *awake*.
 *
 * @param entries live, in their order
 * @example detected by Mum 2:43, acknowledged by Dad 2:50, stoodDown by Mum 2:51, resolved 3:03 → Mum [2:43, 2:51), Dad [2:50, 3:03)
 */
export function caregiversAwake(entries: readonly Entry[], now: Instant): readonly Awake[] {
  const found: Awake[] = [];
  // Whoever gets up is up till now, as long as nothing says otherwise.
  let up = NOBODY;
  for (const entry of entries) {
    switch (entry.kind) {
      case 'detected':
      case 'acknowledged':
      case 'remedy': {
        if (entry.by === null || up.some(({ caregiverId }) => caregiverId === entry.by)) break;
        const awake: Awake = { caregiverId: entry.by, from: entry.at, to: now };
        found.push(awake);
        up = [...up, awake];
        break;
      }
      case 'stoodDown':
        for (const each of up) if (each.caregiverId === entry.by) each.to = earlier(entry.at, now);
        up = up.filter(({ caregiverId }) => caregiverId !== entry.by);
        break;
      case 'resolved':
        for (const each of up) each.to = earlier(entry.at, now);
        up = NOBODY;
        break;
      default:
        break;
    }
  }
  return found.every(isOfLength) ? found : found.filter(isOfLength);
}

const NOBODY: readonly Awake[] = [];

const isOfLength = ({ from, to }: Interval): boolean => from < to;
