import type { Entry, EntryOf } from '@/domain/rows/incident';

export type CaregiverResponse = (EntryOf<'acknowledged'> | EntryOf<'remedy'> | EntryOf<'resolved'>) & { by: string };

/**
 * Whether an entry says that a caregiver did something about it (metrics.md, "Incidents"): got up, tried something, or brought the
 * child back to sleep. Tapping "Settled alone" is none: nobody did anything.
 */
export function isResponse(entry: Entry): entry is CaregiverResponse {
  switch (entry.kind) {
    case 'acknowledged':
    case 'remedy':
      return entry.by !== null;
    case 'resolved':
      return entry.by !== null && entry.outcome !== 'selfSettled';
    default:
      return false;
  }
}
