import { useState } from 'react';
import { useHousehold } from '@/components/household';
import { minutesSaid } from '@/components/minutesSaid';
import { useAnswer } from '@/components/useAnswer';
import type { Usual } from '@/db/choreQueries';
import { deferChore } from '@/db/chores';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';
import { newId } from '@/lib/ids';
import { vibrate } from '@/pwa/vibrate';
import { createTapGuard } from './tapGuard';
import { TAP_BUZZ_MS } from './useActions';

/** Puts a chore off, now. True if it was written. */
export function useDeferChore() {
  const { t, locale } = useWords();
  const { db, format } = useHousehold();
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
    const effort = minutesSaid(effortMinutes, format, locale);
    const result = await deferChore(db, { choreId: newId(), title, effortMinutes, deferredAt: now, now });
    if (!answer(result, { said: () => t('chores.said.deferred', { title, effort }) })) return false;
    vibrate(TAP_BUZZ_MS);
    return true;
  };
}
