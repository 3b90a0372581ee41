import { type Duty, dutyLookup, handoverOf, onCallOf, peopleOf } from '@/domain/rota';
import type { Shift } from '@/domain/rows/household';
import { useHousehold } from '@/hooks/useHousehold';
import type { Instant } from '@/lib/time';

export interface OnCallPlan {
  /** Tonight's shift: the night's own, else the rotation's; null without a rota. */
  shift: Shift | null;
  /** What the rotation alone says of tonight. */
  plannedShift: Shift | null;
  /** When the two swap; null if they do not. */
  handover: Instant | null;
  /** The ids of those in the shift who are no longer in the night, or no longer there at all. */
  inactiveIds: readonly string[];
  /** Who has the night at an instant of it, and who backs up; whoever is gone is nobody. Null without a rota. */
  dutyAt: (at: Instant) => Duty | null;
}

/** Who is on call tonight. */
export function useOnCall(): OnCallPlan {
  const { household, activeCaregivers, tonight } = useHousehold();
  const { night, nightRow } = tonight;
  const shift = onCallOf({ night, row: nightRow }, household);
  const dutyOf = shift && dutyLookup(shift, night, household.timeZone);
  const isActive = (id: string) => activeCaregivers.some((caregiver) => caregiver.id === id);
  const ifActive = (id: string | null) => (id !== null && isActive(id) ? id : null);
  return {
    shift,
    plannedShift: onCallOf({ night, row: null }, household),
    handover: shift && handoverOf(shift, night, household.timeZone),
    inactiveIds: shift ? peopleOf([shift]).filter((id) => !isActive(id)) : [],
    dutyAt: (at) => {
      if (!dutyOf) return null;
      const { primary, secondary } = dutyOf(at);
      return { primary: ifActive(primary), secondary: ifActive(secondary) };
    },
  };
}
