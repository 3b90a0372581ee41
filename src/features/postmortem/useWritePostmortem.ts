import { writePostmortem } from '@/db/postmortem';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import type { Day } from '@/lib/time';

interface PostmortemWrite {
  text: string;
  expected: string;
  message: string;
  /** Where the sentence of a refusal goes; without it, where the toasts are. */
  onRefused?: (sentence: string) => void;
}

/** Stores the text and says so, with its undo. `changedSince` if another window wrote meanwhile: nothing is written then. */
export function useWritePostmortem(night: Day) {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const reportResult = useReportResult();
  return async ({
    text,
    expected,
    message,
    onRefused,
  }: PostmortemWrite): Promise<'written' | 'changedSince' | 'refused'> => {
    const result = await writePostmortem(db, { night, text, baseText: expected, now: readClock() });
    if (!result.ok && 'refusal' in result && result.refusal.code === 'changedSince' && onRefused) {
      onRefused(t('postmortem.changedSince'));
      return 'changedSince';
    }
    return reportResult(result, { message: () => message, ...(onRefused ? { onRefused } : {}) })
      ? 'written'
      : 'refused';
  };
}
