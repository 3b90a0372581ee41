import { useRef, useState } from 'react';
import frame from '@/components/page.module.css';
import type { Repair } from '@/domain/review/proposal';
import { usePage } from '@/hooks/usePage';
import { useReview } from '@/hooks/useReview';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { useReviewSkips } from '@/stores/review';
import { AllClear } from './AllClear';
import { QuestionCard } from './QuestionCard';
import { useRepair } from './useRepair';

/**
 * Taps are ignored for this long after a new card, since the second half of a double tap would land
 * on its buttons.
 */
const SETTLE_MS = 600;

/** The screen of the morning review: one question at a time, answered or skipped with one tap. */
export default function ReviewScreen() {
  const { t } = useTranslation();
  const review = useReview();
  const repair = useRepair();
  const skip = useReviewSkips((skips) => skips.skip);
  const current = review?.remaining[0] ?? null;
  const questionNumber = useQuestionNumber(current?.id ?? null);
  const { isDeliberate, runOnce } = useDoubleTapGuard(current?.id ?? null);

  usePage(t('review.title'), review !== undefined);

  if (!review) return <main className={frame.page} />;
  if (!current)
    return <AllClear nightRows={review.nights} skippedIds={review.skippedIds} hasAnswered={questionNumber > 0} />;
  const guard = (run: () => unknown) => {
    if (isDeliberate()) run();
  };
  return (
    <QuestionCard
      key={current.id}
      proposal={current}
      log={review}
      questionNumber={questionNumber}
      total={questionNumber - 1 + review.remaining.length}
      onRepair={(change: Repair) => guard(() => runOnce(() => repair(current, change)))}
      onSkip={() => guard(() => skip([current.id]))}
      onStop={() => guard(() => skip(review.remaining.map(({ id }) => id)))}
    />
  );
}

/**
 * Returns the position of the current question among all questions of this sitting, from 1, or the
 * number of questions asked when `askedId` is null. An answer may raise a new question, so the
 * total can grow: an incident with an end still needs a cause. A question that returns after an
 * undo keeps its position.
 */
function useQuestionNumber(askedId: string | null): number {
  const [asked, setAsked] = useState<readonly string[]>([]);
  if (askedId === null) return asked.length;
  if (asked.includes(askedId)) return asked.indexOf(askedId) + 1;
  setAsked([...asked, askedId]);
  return asked.length + 1;
}

/**
 * Tells a deliberate tap from the second half of a double tap: on a card that has just appeared,
 * and on a card whose answer is still being written.
 */
function useDoubleTapGuard(askedId: string | null) {
  const [shown, setShown] = useState({ askedId, since: readClock() });
  if (shown.askedId !== askedId) setShown({ askedId, since: readClock() });
  const answered = useRef<typeof shown | null>(null);
  return {
    isDeliberate: () => answered.current !== shown && Math.abs(readClock() - shown.since) >= SETTLE_MS,
    /** @param answer resolves to false when it was refused; the card can then be answered again */
    runOnce: async (answer: () => Promise<boolean>) => {
      answered.current = shown;
      if (!(await answer())) answered.current = null;
    },
  };
}
