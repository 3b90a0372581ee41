import { useState } from 'react';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import form from '@/components/form.module.css';
import { Sheet } from '@/components/Sheet';
import { changeNight } from '@/db/nights';
import { overrideOf, peopleOf, swapped } from '@/domain/rota';
import type { Shift } from '@/domain/rows/household';
import { useHousehold } from '@/hooks/household';
import { useAnswer } from '@/hooks/useAnswer';
import { useShiftWords } from '@/hooks/useShiftWords';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';
import { ShiftFields } from './ShiftFields';
import { usePersons } from './usePersons';
import type { PlannedNight } from './useRota';

interface NightSheetProps {
  planned: PlannedNight;
  onClose: () => void;
}

/** One night of the calendar: another order for it alone, or back to the rota. */
export function NightSheet({ planned: { night, shift, planned, changed }, onClose }: NightSheetProps) {
  const { t } = useWords();
  const { db, format } = useHousehold();
  const { active, isThere, personOf } = usePersons();
  const answer = useAnswer();
  const shiftWords = useShiftWords();
  const [draft, setDraft] = useState<Shift>(
    shift ?? { primary: active[0]?.id ?? '', secondary: null, handoverAt: null },
  );
  const [error, setError] = useState<string | null>(null);
  const gone = shift ? peopleOf([shift]).filter((id) => !isThere(id)) : [];
  const other = shift && gone.length === 0 ? swapped(shift) : null;
  // Swapped back it would be as in the rota, which has its own button.
  const canSwap = other !== null && overrideOf(other, changed ? planned : null) !== null;

  const put = async (onCall: Shift | null) => {
    const now = onCall ?? planned;
    const change = { onCall: onCall && overrideOf(onCall, planned) };
    const result = await changeNight(db, { night, change, now: readClock() });
    const words = { day: format.day(night), shift: now ? shiftWords(now, night) : t('rota.noShift') };
    if (answer(result, { said: () => t('rota.night', words), refused: setError })) onClose();
  };

  return (
    <Sheet title={format.day(night)} onClose={onClose}>
      <p>{shift ? shiftWords(shift, night) : t('rota.noShift')}</p>
      {changed && planned && <p className={form.hint}>{t('rota.rotaSays', { shift: shiftWords(planned, night) })}</p>}
      {gone.map((id) => (
        <p key={id} className={controls.error}>
          {t('rota.gone', { name: personOf(id).name })}
        </p>
      ))}
      {canSwap && (
        <Button look="primary" onClick={() => put(other)}>
          {t('tonight.onCall.swap', { shift: shiftWords(other, night) })}
        </Button>
      )}
      {changed && (
        <Button onClick={() => put(null)}>
          {t('tonight.onCall.back', { shift: planned ? shiftWords(planned, night) : t('rota.noShift') })}
        </Button>
      )}
      <div className={form.form} role="group" aria-label={t('rota.somebodyElse')}>
        <h3>{t('rota.somebodyElse')}</h3>
        <ShiftFields night={night} shift={draft} onChange={setDraft} />
        {error && (
          <p role="alert" className={controls.error}>
            {error}
          </p>
        )}
        <Button onClick={() => put(draft)}>{t('common.save')}</Button>
      </div>
    </Sheet>
  );
}
