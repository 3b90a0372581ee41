import { forgiveChore, payChore } from '@/db/chores';
import type { Chore } from '@/domain/rows/others';
import { useHousehold } from '@/hooks/useHousehold';
import { useMinutesText } from '@/hooks/useMinutesText';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';

/**
 * Returns `pay` and `forgive`, the two commands that end a chore's debt. Each shows a toast with
 * its undo.
 */
export function useChoreActions() {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const formatEffort = useMinutesText();
  const reportResult = useReportResult();
  return {
    pay: async ({ id, title, effortMinutes }: Chore) =>
      reportResult(await payChore(db, { choreId: id, now: readClock() }), {
        message: () => t('chores.toast.paid', { title, effort: formatEffort(effortMinutes) }),
      }),
    forgive: async ({ id, title }: Chore) =>
      reportResult(await forgiveChore(db, { choreId: id, now: readClock() }), {
        message: () => t('chores.toast.forgiven', { title }),
      }),
  };
}
