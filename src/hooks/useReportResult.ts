import { useCallback } from 'react';
import type { Refusal, Result, StorageFailure } from '@/domain/refusal';
import type { Undo } from '@/domain/undo';
import type { Format } from '@/i18n/format';
import { type Translation, useTranslation } from '@/i18n/useTranslation';
import { useAppStatus } from '@/stores/status';
import { useToasts } from '@/stores/toasts';
import { useHousehold } from './useHousehold';

export interface ResultMessages<T> {
  /** Returns what was logged, in words; null shows no message. */
  message: (value: T) => string | null;
  /** Receives the sentence of a refusal. Without it, the sentence is shown as a toast. */
  onRefused?: (text: string) => void;
}

/**
 * Returns a function that reports the result of a command on the screen: what was logged, with its
 * undo; the sentence of a refusal; or the storage failure. The function returns true if the command
 * was written.
 */
export function useReportResult() {
  const { t, loadDayMessages } = useTranslation();
  const { format } = useHousehold();
  return useCallback(
    <T extends { undo?: Undo | readonly Undo[] } | null>(result: Result<T>, messages: ResultMessages<T>): boolean => {
      const { showSuccess, showError } = useToasts.getState();
      if (result.ok) {
        const text = messages.message(result.value);
        if (text !== null) showSuccess(text, result.value?.undo ?? null);
        return true;
      }
      const showRefusal = messages.onRefused ?? showError;
      if ('refusal' in result) showRefusal(formatRefusal(result.refusal, t, format));
      // The write is not kept, so a sentence that promises this must not be shown.
      else if (result.dropped && promisesRetry(result.failure)) {
        const { failure } = result;
        loadDayMessages().then(() => showRefusal(t(`storage.notWritten.${failure}`)));
      } else {
        const { set, noteKept } = useAppStatus.getState();
        if (result.kept) noteKept(result.kept);
        set({ storageProblem: result.failure });
      }
      return false;
    },
    [t, loadDayMessages, format],
  );
}

/** Whether the usual sentence for this failure says that the tap is kept. */
const promisesRetry = (failure: StorageFailure): failure is 'connectionLost' | 'full' | 'unknown' =>
  failure === 'connectionLost' || failure === 'full' || failure === 'unknown';

/** Formats a refusal as one sentence, with times on the household's clock. */
function formatRefusal(refusal: Refusal, t: Translation['t'], format: Format): string {
  switch (refusal.code) {
    case 'overlaps':
      return refusal.resolvedAt === null
        ? t('common.refusal.overlapsOpen', { detectedAt: format.time(refusal.detectedAt) })
        : t('common.refusal.overlaps', {
            detectedAt: format.time(refusal.detectedAt),
            resolvedAt: format.time(refusal.resolvedAt),
          });
    case 'napOverlaps':
      return t('naps.overlaps', { from: format.time(refusal.startedAt), to: format.time(refusal.endedAt) });
    case 'beforeDetected':
      return t('common.refusal.beforeDetected', { detectedAt: format.timeWithSeconds(refusal.detectedAt) });
    case 'resolvedWhileClosed':
      return t('common.refusal.resolvedWhileClosed', { resolvedAt: format.time(refusal.resolvedAt) });
    case 'nameTooLong':
      return t('common.refusal.nameTooLong', { max: refusal.max });
    default:
      return t(`common.refusal.${refusal.code}`);
  }
}
