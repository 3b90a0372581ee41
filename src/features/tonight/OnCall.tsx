import { ChevronRight } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Tonight } from '@/domain/tonight';
import { useHousehold } from '@/hooks/household';
import { useShiftWords } from '@/hooks/useShiftWords';
import { useWords } from '@/i18n/language';
import type { Instant } from '@/lib/time';
import styles from './OnCall.module.css';
import { type OnCall as Shifts, useOnCall } from './useOnCall';

/* Not needed before the first tap, and kept for offline use like everything else. */
const OnCallSheet = lazy(() => import('./OnCallSheet'));

interface OnCallProps {
  phase: Tonight['phase'];
  now: Instant;
}

/** Who has the night, and the way to change it. Nothing without a rota, and nothing once the night is over. */
export function OnCall({ phase, now }: OnCallProps) {
  const { t } = useWords();
  const { tonight } = useHousehold();
  const onCall = useOnCall();
  const words = useShiftWords();
  const sentence = useSentence(onCall, phase, now);
  const [opened, setOpened] = useState(false);
  const { shift } = onCall;
  if (!shift || phase === 'after') return null;

  return (
    <>
      <button type="button" className={styles.onCall} onClick={() => setOpened(true)}>
        <span>
          {sentence ?? (
            <>
              <small>{t('tonight.onCall.title')}</small> {words(shift, tonight.night)}
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

/** What the one who holds this phone should know before the names: somebody left, or somebody else has it and they may sleep on. */
function useSentence({ shift, gone, duty, handover }: Shifts, phase: Tonight['phase'], now: Instant): string | null {
  const { t } = useWords();
  const { caregivers, holder, format } = useHousehold();
  const nameOf = (id: string) => caregivers.find((one) => one.id === id)?.name ?? t('common.somebody');
  const [left] = gone;
  if (left !== undefined) return t('tonight.onCall.gone', { name: nameOf(left) });
  const has = duty(now)?.primary;
  if (!shift || !holder || phase !== 'night' || !has || has === holder.id) return null;
  const name = nameOf(has);
  // Until the hand-over to them; somebody who is in neither half sleeps through it.
  return handover !== null && now < handover && shift.secondary === holder.id
    ? t('tonight.onCall.hasUntil', { name, time: format.time(handover) })
    : t('tonight.onCall.has', { name });
}
