import { handoverOf } from '@/domain/rota';
import type { Shift } from '@/domain/rows/household';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';
import { useHousehold } from './useHousehold';

/** Returns a function that formats a shift: "Dad", "Dad, then Mum", "Dad until 03:00, then Mum". */
export function useShiftText(): (shift: Shift, night: Day) => string {
  const { t } = useTranslation();
  const { household, caregivers, format } = useHousehold();
  const nameOf = (id: string) => caregivers.find((caregiver) => caregiver.id === id)?.name ?? t('common.somebody');
  return (shift, night) => {
    const primaryName = nameOf(shift.primary);
    const secondaryName = shift.secondary === null ? t('tonight.onCall.nobody') : nameOf(shift.secondary);
    const handoverAt = handoverOf(shift, night, household);
    if (handoverAt !== null)
      return t('tonight.onCall.until', { first: primaryName, second: secondaryName, time: format.time(handoverAt) });
    return shift.secondary === null
      ? primaryName
      : t('tonight.onCall.behind', { first: primaryName, second: secondaryName });
  };
}
