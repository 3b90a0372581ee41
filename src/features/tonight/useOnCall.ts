import { type Duty, dutyAt, handoverOf, onCallOf, peopleOf } from '@/domain/rota';
import type { Shift } from '@/domain/rows/household';
import { useHousehold } from '@/hooks/household';
import type { Instant } from '@/lib/time';

export interface OnCall {
  /** Tonight's shift: the night's own, else the rotation's; null without a rota. */
  shift: Shift | null;
  /** What the rotation alone says of tonight. */
  planned: Shift | null;
  /** When the two swap; null if they do not. */
  handover: Instant | null;
  /** The ids of those in the shift who are no longer in the night, or no longer there at all. */
  gone: readonly string[];
  /** Who has the night at an instant of it, and who backs up; whoever is gone is nobody. Null without a rota. */
  duty: (at: Instant) => Duty | null;
}

/** Who is on call tonight. */
export function useOnCall(): OnCall {
  const { household, activeCaregivers, tonight } = useHousehold();
  const { night, nightRow } = tonight;
  const shift = onCallOf({ night, row: nightRow }, household);
  const dutyOf = shift && dutyAt(shift, night, household.timeZone);
  const isThere = (id: string) => activeCaregivers.some((caregiver) => caregiver.id === id);
  const there = (id: string | null) => (id !== null && isThere(id) ? id : null);
  return {
    shift,
    planned: onCallOf({ night, row: null }, household),
    handover: shift && handoverOf(shift, night, household.timeZone),
    gone: shift ? peopleOf([shift]).filter((id) => !isThere(id)) : [],
    duty: (at) => {
      if (!dutyOf) return null;
      const { primary, secondary } = dutyOf(at);
      return { primary: there(primary), secondary: there(secondary) };
    },
  };
}
