import { type Duty, dutyLookup, handoverOf, onCallOf, peopleOf } from '@/domain/rota';
import type { Shift } from '@/domain/rows/household';
import { useHousehold } from '@/hooks/useHousehold';
import type { Instant } from '@/lib/time';

export interface OnCallPlan {
  /** Tonight's shift: the one set for this night, or else the rotation's; null without a rota. */
  shift: Shift | null;
  /** The shift of the rotation, whatever was set for this night. */
  plannedShift: Shift | null;
  /** The instant at which primary and secondary swap; null if they do not. */
  handover: Instant | null;
  /** The ids of the caregivers in the shift who are archived or no longer exist. */
  inactiveIds: readonly string[];
  /**
   * Returns the primary and the secondary at an instant of the night. A caregiver who is archived
   * or no longer exists becomes null. Returns null without a rota.
   */
  dutyAt: (at: Instant) => Duty | null;
}

/** Returns who is on call tonight. */
export function useOnCall(): OnCallPlan {
  const { household, activeCaregivers, tonight } = useHousehold();
  const { night, nightRow } = tonight;
  const shift = onCallOf({ night, row: nightRow }, household);
  const dutyOf = shift && dutyLookup(shift, night, household);
  const isActive = (id: string) => activeCaregivers.some((caregiver) => caregiver.id === id);
  const ifActive = (id: string | null) => (id !== null && isActive(id) ? id : null);
  return {
    shift,
    plannedShift: onCallOf({ night, row: null }, household),
    handover: shift && handoverOf(shift, night, household),
    inactiveIds: shift ? peopleOf([shift]).filter((id) => !isActive(id)) : [],
    dutyAt: (at) => {
      if (!dutyOf) return null;
      const { primary, secondary } = dutyOf(at);
      return { primary: ifActive(primary), secondary: ifActive(secondary) };
    },
  };
}
