import { useRef, useState } from 'react';
import frame from '@/components/page.module.css';
import type { Repair } from '@/domain/review/proposal';
import { usePage } from '@/hooks/usePage';
import { useReview } from '@/hooks/useReview';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';
import { useReviewPassed } from '@/stores/review';
import { AllClear } from './AllClear';
import { Card } from './Card';
import { useRepair } from './useRepair';

/** After a card has changed, the second half of a double tap lands on the next one's buttons. */
const SETTLE_MS = 600;

/** The morning review: one thing at a time, answered in one tap or skipped. */
export default function ReviewScreen() {
  const { t } = useWords();
  const review = useReview();
  const repair = useRepair();
  const pass = useReviewPassed((passed) => passed.pass);
  const asked = review?.left[0] ?? null;
  const place = usePlace(asked?.id ?? null);
  const { isMeant, once } = useSettled(asked?.id ?? null);

  usePage(t('review.title'), review !== undefined);

  if (!review) return <main className={frame.page} />;
  if (!asked) return <AllClear nights={review.nights} passed={review.passed} worked={place > 0} />;
  const tap = (run: () => unknown) => {
    if (isMeant()) run();
  };
  return (
    <Card
      key={asked.id}
      proposal={asked}
      weeks={review}
      place={place}
      total={place - 1 + review.left.length}
      onRepair={(change: Repair) => tap(() => once(() => repair(asked, change)))}
      onSkip={() => tap(() => pass([asked.id]))}
      onEnough={() => tap(() => pass(review.left.map(({ id }) => id)))}
    />
  );
}

/**
 * The asked one's place among all that were asked in this sitting, from 1; 0 if there was none. An answer may raise a question of its own
 * (with an end, a wake-up wants a cause): then there is one more to come. What is undone has its place again.
 */
function usePlace(askedId: string | null): number {
  const [asked, setAsked] = useState<readonly string[]>([]);
  if (askedId === null) return asked.length;
  if (asked.includes(askedId)) return asked.indexOf(askedId) + 1;
  setAsked([...asked, askedId]);
  return asked.length + 1;
}

/** Tells a meant tap from the second half of a double one: on a card that has just come, and on one whose answer is being written. */
function useSettled(askedId: string | null) {
  const [shown, setShown] = useState({ askedId, since: readClock() });
  if (shown.askedId !== askedId) setShown({ askedId, since: readClock() });
  const answered = useRef<typeof shown | null>(null);
  return {
    isMeant: () => answered.current !== shown && Math.abs(readClock() - shown.since) >= SETTLE_MS,
    /** @param answer false if it was refused: then the card may be answered another way */
    once: async (answer: () => Promise<boolean>) => {
      answered.current = shown;
      if (!(await answer())) answered.current = null;
    },
  };
}
