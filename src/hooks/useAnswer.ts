import { useCallback } from 'react';
import type { Refusal, Result, StorageFailure } from '@/domain/refusal';
import type { Undo } from '@/domain/undo';
import type { Format } from '@/i18n/format';
import { useWords, type Words } from '@/i18n/language';
import { useStatus } from '@/stores/status';
import { useToasts } from '@/stores/toasts';
import { useHousehold } from './household';

export interface Answers<T> {
  /** What was logged, in words; null says nothing. */
  said: (value: T) => string | null;
  /** Where the sentence of a refusal goes; without it, where the toasts are. */
  refused?: (text: string) => void;
}

/**
 * Answers the result of a command on the screen: what was logged, with its undo; or the one sentence of a refusal; or the
 * trouble with the storage. True if it was written.
 */
export function useAnswer() {
  const { t } = useWords();
  const { format } = useHousehold();
  return useCallback(
    <T extends { undo?: Undo | readonly Undo[] } | null>(result: Result<T>, answers: Answers<T>): boolean => {
      const { say, refuse } = useToasts.getState();
      if (result.ok) {
        const text = answers.said(result.value);
        if (text !== null) say(text, result.value?.undo ?? null);
        return true;
      }
      if ('refusal' in result) (answers.refused ?? refuse)(refusalText(result.refusal, t, format));
      else if (result.dropped && saysKept(result.failure))
        (answers.refused ?? refuse)(t(`common.notWritten.${result.failure}`));
      else useStatus.getState().set({ trouble: result.failure });
      return false;
    },
    [t, format],
  );
}

/** Troubles whose own sentence says that the tap is kept. */
const saysKept = (failure: StorageFailure): failure is 'connectionLost' | 'full' | 'unknown' =>
  failure === 'connectionLost' || failure === 'full' || failure === 'unknown';

/** One sentence for a refusal, its times in the household's clock. */
function refusalText(refusal: Refusal, t: Words['t'], format: Format): string {
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
