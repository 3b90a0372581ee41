import { changeRotation } from '@/db/rota';
import type { Rotation } from '@/domain/rota';
import { useHousehold } from '@/hooks/household';
import { useAnswer } from '@/hooks/useAnswer';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';

/** Puts another rota in the place of the one there is, null for none, and says so. True if it was written. */
export function useChangeRotation() {
  const { t } = useWords();
  const { db } = useHousehold();
  const answer = useAnswer();
  return async (rotation: Rotation | null) =>
    answer(await changeRotation(db, { rotation, now: readClock() }), { said: () => t('household.said.changed') });
}
