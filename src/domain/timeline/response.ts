import type { Entry, EntryOf } from '@/domain/rows/incident';

export type CaregiverResponse = (EntryOf<'acknowledged'> | EntryOf<'remedy'> | EntryOf<'resolved'>) & { by: string };

/**
 * Returns whether an entry says that a caregiver responded (metrics.md, "Incidents"): got up, tried
 * a remedy, or brought the child back to sleep. "Settled alone" is no response, because nobody did
 * anything.
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
