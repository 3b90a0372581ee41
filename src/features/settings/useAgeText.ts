import type { Child } from '@/domain/rows/household';
import { formatChildAge } from '@/hooks/formatChildAge';
import { useHousehold } from '@/hooks/useHousehold';
import { useNow } from '@/hooks/useNow';
import { useTranslation } from '@/i18n/useTranslation';
import { HOUR_MS } from '@/lib/time';
import { wallClockAt } from '@/lib/zone';

/** Returns a function that formats a child's age today in words; null without a birth date. */
export function useAgeText(): (child: Pick<Child, 'birthDate' | 'dueDate'>) => string | null {
  const { household } = useHousehold();
  const translation = useTranslation();
  const today = wallClockAt(useNow(HOUR_MS), household).day;
  return (child) => formatChildAge(child, today, translation);
}
