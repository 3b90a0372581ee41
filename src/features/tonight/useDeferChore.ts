import { useState } from 'react';
import type { UsualChore } from '@/db/choreQueries';
import { deferChore } from '@/db/chores';
import { useHousehold } from '@/hooks/useHousehold';
import { useMinutesText } from '@/hooks/useMinutesText';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { newId } from '@/lib/ids';
import { vibrate } from '@/pwa/vibrate';
import { createTapGuard } from './tapGuard';
import { TAP_BUZZ_MS } from './useActions';

/** Returns a function that puts a chore off now, and resolves to true if that was written. */
export function useDeferChore() {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const formatMinutes = useMinutesText();
  const reportResult = useReportResult();
  const [acceptTap] = useState(() => {
    const guard = createTapGuard();
    // The sheet has just opened under the thumb. The second half of a double tap must not put off
    // the chore that appears there.
    guard({ begins: 'sheet' }, readClock());
    return guard;
  });
  return async ({ title, effortMinutes }: UsualChore): Promise<boolean> => {
    const now = readClock();
    if (!acceptTap({ logs: title }, now)) return false;
    const effort = formatMinutes(effortMinutes);
    const result = await deferChore(db, { choreId: newId(), title, effortMinutes, deferredAt: now, now });
    if (!reportResult(result, { message: () => t('chores.toast.deferred', { title, effort }) })) return false;
    vibrate(TAP_BUZZ_MS);
    return true;
  };
}
