import type { Entry } from '@/domain/rows/incident';
import { earlierOf, type Instant, type Interval } from '@/lib/time';

/** A stretch in which one caregiver was up for one incident. */
interface AwakeInterval extends Interval {
  caregiverId: string;
}

/**
 * Returns when each caregiver was awake for an incident. A stretch begins with any `detected`,
 * `acknowledged` or `remedy` by that caregiver. It ends with their next `stoodDown`, the next
 * `resolved`, or `now`, whichever comes first. A caregiver who logs "Baby woke" is awake. Stretches
 * of no length are left out.
 * Source: metrics.md, "Incidents", *awake*.
 *
 * @param entries the entries that are not deleted, in timeline order
 * @example detected by Mum 2:43, acknowledged by Dad 2:50, stoodDown by Mum 2:51, resolved 3:03 →
 * Mum [2:43, 2:51), Dad [2:50, 3:03)
 */
export function caregiversAwake(entries: readonly Entry[], now: Instant): readonly AwakeInterval[] {
  const found: AwakeInterval[] = [];
  // A stretch runs to `now` until a later entry ends it.
  let runningStretches = NO_INTERVALS;
  for (const entry of entries) {
    switch (entry.kind) {
      case 'detected':
      case 'acknowledged':
      case 'remedy': {
        if (entry.by === null || runningStretches.some(({ caregiverId }) => caregiverId === entry.by)) break;
        const awake: AwakeInterval = { caregiverId: entry.by, from: entry.at, to: now };
        found.push(awake);
        runningStretches = [...runningStretches, awake];
        break;
      }
      case 'stoodDown':
        for (const stretch of runningStretches)
          if (stretch.caregiverId === entry.by) stretch.to = earlierOf(entry.at, now);
        runningStretches = runningStretches.filter(({ caregiverId }) => caregiverId !== entry.by);
        break;
      case 'resolved':
        for (const stretch of runningStretches) stretch.to = earlierOf(entry.at, now);
        runningStretches = NO_INTERVALS;
        break;
      default:
        break;
    }
  }
  return found.every(hasLength) ? found : found.filter(hasLength);
}

const NO_INTERVALS: readonly AwakeInterval[] = [];

const hasLength = ({ from, to }: Interval): boolean => from < to;
