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
  /** Receives the sentence of a refusal; without it, a toast shows the sentence. */
  onRefused?: (sentence: string) => void;
}

/**
 * Returns a function that stores the text and shows a toast with its undo. When another window
 * wrote meanwhile, it writes nothing; with `onRefused`, it then resolves to `changedSince`.
 */
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
