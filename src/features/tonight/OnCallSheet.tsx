import { Link } from 'wouter';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import { Sheet } from '@/components/Sheet';
import { changeNight } from '@/db/nights';
import { overrideOf, peopleOf, swapped } from '@/domain/rota';
import type { Shift } from '@/domain/rows/household';
import { useHousehold } from '@/hooks/household';
import { useAnswer } from '@/hooks/useAnswer';
import { useShiftWords } from '@/hooks/useShiftWords';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';
import type { OnCall } from './useOnCall';

/** Another order for this one night, in one tap. The rota stays as it is. */
export default function OnCallSheet({ onCall, onClose }: { onCall: OnCall; onClose: () => void }) {
  const { t } = useWords();
  const { db, activeCaregivers, tonight } = useHousehold();
  const answer = useAnswer();
  const shiftWords = useShiftWords();
  const { shift, planned, gone } = onCall;
  const words = (one: Shift) => shiftWords(one, tonight.night);
  const other = shift && gone.length === 0 ? swapped(shift) : null;
  const areThere = (one: Shift) => peopleOf([one]).every((id) => activeCaregivers.some((there) => there.id === id));
  const before = tonight.nightRow?.onCall && planned && areThere(planned) ? planned : null;
  const inShift = shift ? peopleOf([shift]).filter((id) => !gone.includes(id)) : [];
  const candidates = gone.length > 0 ? activeCaregivers : activeCaregivers.filter(({ id }) => !inShift.includes(id));
  // Whoever had the night backs up the one who takes it.
  const taken = (id: string): Shift => ({
    primary: id,
    secondary: inShift.find((had) => had !== id) ?? null,
    handoverAt: null,
  });

  const put = async (wanted: Shift) => {
    const change = { onCall: overrideOf(wanted, planned) };
    const result = await changeNight(db, { night: tonight.night, change, now: readClock() });
    if (answer(result, { said: () => t('tonight.onCall.said', { shift: words(wanted) }) })) onClose();
  };

  return (
    <Sheet night title={t('tonight.onCall.title')} onClose={onClose}>
      {shift && gone.length === 0 && <p>{words(shift)}</p>}
      {other && overrideOf(other, before) && (
        <Button night look="primary" onClick={() => put(other)}>
          {t('tonight.onCall.swap', { shift: words(other) })}
        </Button>
      )}
      {candidates.map(({ id, name }) => (
        <Button night key={id} onClick={() => put(taken(id))}>
          {t('tonight.onCall.takes', { name })}
        </Button>
      ))}
      {before && (
        <Button night onClick={() => put(before)}>
          {t('tonight.onCall.back', { shift: words(before) })}
        </Button>
      )}
      <Link href="/household/on-call" className={`${controls.button} ${controls.quiet} ${controls.night}`}>
        {t('tonight.onCall.all')}
      </Link>
    </Sheet>
  );
}
