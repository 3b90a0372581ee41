import { type Refusal, refused } from '@/domain/refusal';
import { peopleOf } from '@/domain/rota';
import type { Shift } from '@/domain/rows/household';
import type { InfernalDatabase } from './database';

/**
 * Why these shifts cannot be given out: somebody in them is not in the household. One who was taken out of the night is given
 * nothing new, but keeps what they had until somebody else is chosen, shift by shift. In a transaction over the caregivers.
 */
export async function checkShifts(
  db: InfernalDatabase,
  shifts: readonly Shift[],
  before: readonly Shift[],
): Promise<{ ok: false; refusal: Refusal } | null> {
  const had = peopleOf(before);
  for (const id of peopleOf(shifts)) {
    const caregiver = await db.caregivers.get(id);
    const isUnavailable = !caregiver || caregiver.deletedAt !== null || (caregiver.archived && !had.includes(id));
    if (isUnavailable) return refused({ code: 'unknownCaregiver' });
  }
  return null;
}
