import type { Entry } from '@/domain/rows/incident';
import { earlierOf, type Instant, type Interval } from '@/lib/time';

/** A stretch in which one caregiver was up for one incident. */
interface AwakeInterval extends Interval {
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
export function caregiversAwake(entries: readonly Entry[], now: Instant): readonly AwakeInterval[] {
  const found: AwakeInterval[] = [];
  // Whoever gets up is up till now, as long as nothing says otherwise.
  let up = NO_INTERVALS;
  for (const entry of entries) {
    switch (entry.kind) {
      case 'detected':
      case 'acknowledged':
      case 'remedy': {
        if (entry.by === null || up.some(({ caregiverId }) => caregiverId === entry.by)) break;
        const awake: AwakeInterval = { caregiverId: entry.by, from: entry.at, to: now };
        found.push(awake);
        up = [...up, awake];
        break;
      }
      case 'stoodDown':
        for (const each of up) if (each.caregiverId === entry.by) each.to = earlierOf(entry.at, now);
        up = up.filter(({ caregiverId }) => caregiverId !== entry.by);
        break;
      case 'resolved':
        for (const each of up) each.to = earlierOf(entry.at, now);
        up = NO_INTERVALS;
        break;
      default:
        break;
    }
  }
  return found.every(isOfLength) ? found : found.filter(isOfLength);
}

const NO_INTERVALS: readonly AwakeInterval[] = [];

const isOfLength = ({ from, to }: Interval): boolean => from < to;
