import type { Entry, EntryOf } from '@/domain/rows/incident';
import { type CaregiverResponse, isResponse } from '@/domain/timeline/response';

/**
 * Returns what a caregiver is said to have done next after they were called: a response, or that
 * they did not wake or could not come. Null if they did nothing yet. "Settled alone" is no response
 * of whoever tapped it, so it is passed over.
 *
 * @param entries the entries that are not deleted, in timeline order
 */
export function replyTo(
  entries: readonly Entry[],
  call: EntryOf<'escalated'>,
): CaregiverResponse | EntryOf<'noResponse'> | null {
  for (let index = entries.indexOf(call) + 1; index < entries.length; index += 1) {
    const entry = entries[index];
    if (entry && (isResponse(entry) || entry.kind === 'noResponse') && entry.by === call.to) return entry;
  }
  return null;
}
