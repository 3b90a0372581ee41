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
  let up: { caregiverId: string; from: Instant }[] = [];
  const end = (who: (caregiverId: string) => boolean, at: Instant) => {
    for (const { caregiverId, from } of up) {
      const to = earlier(at, now);
      if (who(caregiverId) && from < to) found.push({ caregiverId, stretch: { from, to } });
    }
    up = up.filter(({ caregiverId }) => !who(caregiverId));
  };
  for (const entry of entries) {
    switch (entry.kind) {
      case 'detected':
      case 'acknowledged':
      case 'remedy': {
        const { by } = entry;
        if (by !== null && !up.some(({ caregiverId }) => caregiverId === by))
          up.push({ caregiverId: by, from: entry.at });
        break;
      }
      case 'stoodDown':
        end((caregiverId) => caregiverId === entry.by, entry.at);
        break;
      case 'resolved':
        end(() => true, entry.at);
        break;
      default:
        break;
    }
  }
  if (up.length > 0) end(() => true, now);
  return found;
}
