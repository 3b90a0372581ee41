import { useState } from 'react';
import type { Usual } from '@/db/choreQueries';
import { deferChore } from '@/db/chores';
import { useHousehold } from '@/hooks/household';
import { useAnswer } from '@/hooks/useAnswer';
import { useMinutesSaid } from '@/hooks/useMinutesSaid';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';
import { newId } from '@/lib/ids';
import { vibrate } from '@/pwa/vibrate';
import { createTapGuard } from './tapGuard';
import { TAP_BUZZ_MS } from './useActions';

/** Puts a chore off, now. True if it was written. */
export function useDeferChore() {
  const { t } = useWords();
  const { db } = useHousehold();
  const minutes = useMinutesSaid();
  const answer = useAnswer();
  const [accepts] = useState(() => {
    const guard = createTapGuard();
    // The sheet has come up under the thumb: the second half of a double tap must not put off what lies there.
    guard({ begins: 'sheet' }, readClock());
    return guard;
  });
  return async ({ title, effortMinutes }: Usual): Promise<boolean> => {
    const now = readClock();
    if (!accepts({ logs: title }, now)) return false;
    const effort = minutes(effortMinutes);
    const result = await deferChore(db, { choreId: newId(), title, effortMinutes, deferredAt: now, now });
    if (!answer(result, { said: () => t('chores.said.deferred', { title, effort }) })) return false;
    vibrate(TAP_BUZZ_MS);
    return true;
  };
}
