import { writePostmortem } from '@/db/postmortem';
import { useHousehold } from '@/hooks/household';
import { useAnswer } from '@/hooks/useAnswer';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';
import type { Day } from '@/lib/time';

interface Writing {
  text: string;
  over: string;
  said: string;
  /** Where the sentence of a refusal goes; without it, where the toasts are. */
  refused?: (sentence: string) => void;
}

/** Stores the text and says so, with its undo. `changedSince` if another window wrote meanwhile: nothing is written then. */
export function useWrite(night: Day) {
  const { t } = useWords();
  const { db } = useHousehold();
  const answer = useAnswer();
  return async ({ text, over, said, refused }: Writing): Promise<'written' | 'changedSince' | 'refused'> => {
    const result = await writePostmortem(db, { night, text, over, now: readClock() });
    if (!result.ok && 'refusal' in result && result.refusal.code === 'changedSince' && refused) {
      refused(t('postmortem.changedSince'));
      return 'changedSince';
    }
    return answer(result, { said: () => said, ...(refused ? { refused } : {}) }) ? 'written' : 'refused';
  };
}
