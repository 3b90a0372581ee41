import { answerPage } from '@/db/paging';
import type { PageToAnswer } from '@/domain/paging/pageToAnswer';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import type { PageReply } from './PageCall';
import { watchAlarm } from './watchAlarm';

const TOASTS = { up: 'tonight.toast.acknowledged', declined: 'tonight.toast.declined' } as const;

/** Returns a function that answers a page as the holder of this phone. */
export function useReply(): (call: PageToAnswer, answer: PageReply) => Promise<void> {
  const { t } = useTranslation();
  const { db, holder, format } = useHousehold();
  const reportResult = useReportResult();
  return async ({ open, page }, answer) => {
    if (!holder) return;
    // Whoever has answered hears nothing more, even if the storage takes its time.
    watchAlarm.stop();
    const now = readClock();
    const answered = await answerPage(db, {
      incidentId: open.incident.id,
      pageId: page.escalated.id,
      sentAt: page.escalated.at,
      by: holder.id,
      answer,
      now,
    });
    reportResult(answered, {
      message: () => t(TOASTS[answer], { name: holder.name, time: format.time(now) }),
    });
  };
}
