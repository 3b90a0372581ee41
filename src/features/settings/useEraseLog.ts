import { writeOriginalRunbooks } from '@/hooks/originalRunbooks';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { deviceTimeZone } from '@/lib/deviceZone';
import { useClockMemory } from '@/stores/clockMemory';
import { clearDrafts } from '@/stores/draft';
import { useReviewSkips } from '@/stores/review';
import { useToasts } from '@/stores/toasts';
import { useWholeLog, type WholeLog } from './useWholeLog';

/**
 * Returns a function that erases the log, the only command in the app that removes rows, and how
 * far that is.
 */
export function useEraseLog(onRefused: (text: string) => void): { work: WholeLog; erase: () => Promise<void> } {
  const words = useTranslation();
  const { t } = words;
  const { db } = useHousehold();
  const reportResult = useReportResult();
  const work = useWholeLog();
  const erase = async () => {
    const names = {
      child: t('common.firstNames.child'),
      caregivers: [t('common.firstNames.mum'), t('common.firstNames.dad')],
    } as const;
    const outcome = await work.run('eraseLog', { timeZone: deviceTimeZone(), names, now: readClock() });
    if ('cancelled' in outcome) return;
    if (!reportResult(outcome, { message: () => null, onRefused })) return;
    await writeOriginalRunbooks(db, words);
    // Drafts and skipped questions on this device belong to the erased nights.
    clearDrafts();
    useReviewSkips.getState().clear();
    useClockMemory.getState().clear();
    useToasts.getState().showSuccess(t('backup.toast.erased'));
  };
  return { work, erase };
}
