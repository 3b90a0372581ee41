import { changeHousehold, type HouseholdChange } from '@/db/people';
import { useHousehold } from '@/hooks/household';
import { useAnswer } from '@/hooks/useAnswer';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';

/** Changes the settings row and says so. */
export function useChangeHousehold() {
  const { t } = useWords();
  const { db } = useHousehold();
  const answer = useAnswer();
  return async (change: HouseholdChange) =>
    answer(await changeHousehold(db, { change, now: readClock() }), { said: () => t('household.said.changed') });
}
