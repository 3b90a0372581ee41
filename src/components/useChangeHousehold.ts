import { changeHousehold } from '@/db/people';
import type { Household } from '@/domain/rows/household';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';
import { useHousehold } from './household';
import { useAnswer } from './useAnswer';

/** Changes the settings row and says so. */
export function useChangeHousehold() {
  const { t } = useWords();
  const { db } = useHousehold();
  const answer = useAnswer();
  return async (change: Partial<Omit<Household, 'id' | 'updatedAt' | 'deletedAt'>>) =>
    answer(await changeHousehold(db, { change, now: readClock() }), { said: () => t('household.said.changed') });
}
