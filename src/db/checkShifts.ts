import { type Refusal, refused } from '@/domain/refusal';
import { peopleOf } from '@/domain/rota';
import type { Shift } from '@/domain/rows/household';
import type { InfernalDatabase } from './database';

/**
 * Checks that everybody in these shifts is in the household. Returns a refusal, or null if the
 * shifts may be assigned. An archived caregiver gets no new shift, but may keep the shifts in
 * `previousShifts` until somebody else is chosen for them. The caller has opened a transaction over
 * the caregivers.
 */
export async function checkShifts(
  db: InfernalDatabase,
  shifts: readonly Shift[],
  previousShifts: readonly Shift[],
): Promise<{ ok: false; refusal: Refusal } | null> {
  const previousIds = peopleOf(previousShifts);
  for (const id of peopleOf(shifts)) {
    const caregiver = await db.caregivers.get(id);
    const isUnavailable =
      !caregiver || caregiver.deletedAt !== null || (caregiver.archived && !previousIds.includes(id));
    if (isUnavailable) return refused({ code: 'unknownCaregiver' });
  }
  return null;
}
