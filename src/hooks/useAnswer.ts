import type { Refusal, Result, StorageFailure } from '@/domain/refusal';
import type { Undo } from '@/domain/undo';
import { useWords } from '@/i18n/language';
import { useStatus } from '@/stores/status';
import { useToasts } from '@/stores/toasts';
import { useHousehold } from './household';

/** One sentence for a refusal, its times in the household's clock. */
function useRefusalText(): (refusal: Refusal) => string {
  const { t } = useWords();
  const { format } = useHousehold();
  return (refusal) => {
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
  };
}

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
  const refusalText = useRefusalText();
  const { say, refuse } = useToasts.getState();
  return <T extends { undo?: Undo | readonly Undo[] } | null>(result: Result<T>, answers: Answers<T>): boolean => {
    if (result.ok) {
      const text = answers.said(result.value);
      if (text !== null) say(text, result.value?.undo ?? null);
      return true;
    }
    if ('refusal' in result) (answers.refused ?? refuse)(refusalText(result.refusal));
    else if (result.dropped && saysKept(result.failure))
      (answers.refused ?? refuse)(t(`common.notWritten.${result.failure}`));
    else useStatus.getState().set({ trouble: result.failure });
    return false;
  };
}

/** Troubles whose own sentence says that the tap is kept. */
const saysKept = (failure: StorageFailure): failure is 'connectionLost' | 'full' | 'unknown' =>
  failure === 'connectionLost' || failure === 'full' || failure === 'unknown';
