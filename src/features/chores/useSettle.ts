import { forgiveChore, payChore } from '@/db/chores';
import type { Chore } from '@/domain/rows/others';
import { useHousehold } from '@/hooks/household';
import { useAnswer } from '@/hooks/useAnswer';
import { useMinutesSaid } from '@/hooks/useMinutesSaid';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';

/** The two ways in which a debt ends, each one tap. */
export function useSettle() {
  const { t } = useWords();
  const { db } = useHousehold();
  const effort = useMinutesSaid();
  const answer = useAnswer();
  return {
    pay: async ({ id, title, effortMinutes }: Chore) =>
      answer(await payChore(db, { choreId: id, now: readClock() }), {
        said: () => t('chores.said.paid', { title, effort: effort(effortMinutes) }),
      }),
    forgive: async ({ id, title }: Chore) =>
      answer(await forgiveChore(db, { choreId: id, now: readClock() }), {
        said: () => t('chores.said.forgiven', { title }),
      }),
  };
}
