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

/** After a card has changed, the second half of a double tap lands on the next one's buttons. */
const SETTLE_MS = 600;

/** The morning review: one thing at a time, answered in one tap or skipped. */
export default function ReviewScreen() {
  const { t } = useTranslation();
  const review = useReview();
  const repair = useRepair();
  const skip = useReviewSkips((passed) => passed.skip);
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
 * The asked one's place among all that were asked in this sitting, from 1; 0 if there was none. An answer may raise a question of its own
 * (with an end, a wake-up wants a cause): then there is one more to come. What is undone has its place again.
 */
function useQuestionNumber(askedId: string | null): number {
  const [asked, setAsked] = useState<readonly string[]>([]);
  if (askedId === null) return asked.length;
  if (asked.includes(askedId)) return asked.indexOf(askedId) + 1;
  setAsked([...asked, askedId]);
  return asked.length + 1;
}

/** Tells a meant tap from the second half of a double one: on a card that has just come, and on one whose answer is being written. */
function useDoubleTapGuard(askedId: string | null) {
  const [shown, setShown] = useState({ askedId, since: readClock() });
  if (shown.askedId !== askedId) setShown({ askedId, since: readClock() });
  const answered = useRef<typeof shown | null>(null);
  return {
    isDeliberate: () => answered.current !== shown && Math.abs(readClock() - shown.since) >= SETTLE_MS,
    /** @param answer false if it was refused: then the card may be answered another way */
    runOnce: async (answer: () => Promise<boolean>) => {
      answered.current = shown;
      if (!(await answer())) answered.current = null;
    },
  };
}
