import { handoverOf } from '@/domain/rota';
import type { Shift } from '@/domain/rows/household';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';
import { useHousehold } from './useHousehold';

/** Returns a function that formats a shift: "Dad", "Dad, then Mum", "Dad until 03:00, then Mum". */
export function useShiftText(): (shift: Shift, night: Day) => string {
  const { t } = useTranslation();
  const { household, caregivers, format } = useHousehold();
  const nameOf = (id: string) => caregivers.find((one) => one.id === id)?.name ?? t('common.somebody');
  return (shift, night) => {
    const first = nameOf(shift.primary);
    const second = shift.secondary === null ? t('tonight.onCall.nobody') : nameOf(shift.secondary);
    const handover = handoverOf(shift, night, household.timeZone);
    if (handover !== null) return t('tonight.onCall.until', { first, second, time: format.time(handover) });
    return shift.secondary === null ? first : t('tonight.onCall.behind', { first, second });
  };
}
