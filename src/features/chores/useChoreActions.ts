import { forgiveChore, payChore } from '@/db/chores';
import type { Chore } from '@/domain/rows/others';
import { useHousehold } from '@/hooks/useHousehold';
import { useMinutesText } from '@/hooks/useMinutesText';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';

/** The two ways in which a debt ends, each one tap. */
export function useChoreActions() {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const effort = useMinutesText();
  const reportResult = useReportResult();
  return {
    pay: async ({ id, title, effortMinutes }: Chore) =>
      reportResult(await payChore(db, { choreId: id, now: readClock() }), {
        message: () => t('chores.toast.paid', { title, effort: effort(effortMinutes) }),
      }),
    forgive: async ({ id, title }: Chore) =>
      reportResult(await forgiveChore(db, { choreId: id, now: readClock() }), {
        message: () => t('chores.toast.forgiven', { title }),
      }),
  };
}
