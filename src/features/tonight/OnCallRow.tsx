import ChevronRight from 'lucide-react/icons/chevron-right';
import { lazy, Suspense, useState } from 'react';
import type { Tonight } from '@/domain/tonight';
import { useHousehold } from '@/hooks/useHousehold';
import { useShiftText } from '@/hooks/useShiftText';
import { useTranslation } from '@/i18n/useTranslation';
import type { Instant } from '@/lib/time';
import styles from './OnCall.module.css';
import { type OnCallPlan as Shifts, useOnCall } from './useOnCall';

/*
 * The sheet is not needed before the first tap, so it is a chunk of its own. It is kept for offline
 * use like everything else.
 */
const OnCallSheet = lazy(() => import('./OnCallSheet'));

interface OnCallProps {
  phase: Tonight['phase'];
  now: Instant;
}

/**
 * Shows who is on call and opens the sheet to change it. It renders nothing without a rota, and
 * nothing once the night is over.
 */
export function OnCallRow({ phase, now }: OnCallProps) {
  const { t } = useTranslation();
  const { tonight } = useHousehold();
  const onCall = useOnCall();
  const formatShift = useShiftText();
  const sentence = useOnCallText(onCall, phase, now);
  const [opened, setOpened] = useState(false);
  const { shift } = onCall;
  if (!shift || phase === 'after') return null;

  return (
    <>
      <button type="button" className={styles.onCall} onClick={() => setOpened(true)}>
        <span>
          {sentence ?? (
            <>
              <small>{t('tonight.onCall.title')}</small> {formatShift(shift, tonight.night)}
            </>
          )}
        </span>
        <ChevronRight aria-hidden="true" />
      </button>
      {opened && (
        <Suspense>
          <OnCallSheet onCall={onCall} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}

/**
 * Returns what the holder of this phone should know before the names: that the caregiver on call is
 * no longer there, or that somebody else is on call and the holder may sleep.
 */
function useOnCallText(
  { shift, inactiveIds, dutyAt, handover }: Shifts,
  phase: Tonight['phase'],
  now: Instant,
): string | null {
  const { t } = useTranslation();
  const { caregivers, holder, format } = useHousehold();
  const nameOf = (id: string) => caregivers.find((caregiver) => caregiver.id === id)?.name ?? t('common.somebody');
  const [inactiveId] = inactiveIds;
  if (inactiveId !== undefined) return t('tonight.onCall.gone', { name: nameOf(inactiveId) });
  const primaryId = dutyAt(now)?.primary;
  if (!shift || !holder || phase !== 'night' || !primaryId || primaryId === holder.id) return null;
  const name = nameOf(primaryId);
  // The holder may sleep until the hand-over to them. Somebody in neither half of the shift may
  // sleep all night.
  return handover !== null && now < handover && shift.secondary === holder.id
    ? t('tonight.onCall.hasUntil', { name, time: format.time(handover) })
    : t('tonight.onCall.has', { name });
}
