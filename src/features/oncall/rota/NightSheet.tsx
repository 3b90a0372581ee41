import { useState } from 'react';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import form from '@/components/form.module.css';
import { Sheet } from '@/components/Sheet';
import { changeNight } from '@/db/nights';
import { overrideOf, peopleOf, swapped } from '@/domain/rota';
import type { Shift } from '@/domain/rows/household';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { useShiftText } from '@/hooks/useShiftText';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { ShiftFields } from './ShiftFields';
import type { PlannedNight } from './useRota';
import { useRotaCaregivers } from './useRotaCaregivers';

interface NightSheetProps {
  plannedNight: PlannedNight;
  onClose: () => void;
}

/**
 * The sheet of one night in the calendar: it changes who is on call in that night alone, or gives
 * the night back to the rotation.
 */
export function NightSheet({ plannedNight: { night, shift, rotationShift, isOverridden }, onClose }: NightSheetProps) {
  const { t } = useTranslation();
  const { db, format } = useHousehold();
  const { active, isActive, caregiverOf } = useRotaCaregivers();
  const reportResult = useReportResult();
  const formatShift = useShiftText();
  const [draft, setDraft] = useState<Shift>(
    shift ?? { primary: active[0]?.id ?? '', secondary: null, handoverAt: null },
  );
  const [error, setError] = useState<string | null>(null);
  const formerIds = shift ? peopleOf([shift]).filter((id) => !isActive(id)) : [];
  const swappedShift = shift && formerIds.length === 0 ? swapped(shift) : null;
  // A swap that restores the shift of the rotation is not offered: "back to the rota" does the
  // same.
  const canSwap = swappedShift !== null && overrideOf(swappedShift, isOverridden ? rotationShift : null) !== null;

  const saveShift = async (onCall: Shift | null) => {
    const newShift = onCall ?? rotationShift;
    const change = { onCall: onCall && overrideOf(onCall, rotationShift) };
    const result = await changeNight(db, { night, change, now: readClock() });
    const values = { day: format.day(night), shift: newShift ? formatShift(newShift, night) : t('rota.noShift') };
    if (reportResult(result, { message: () => t('rota.night', values), onRefused: setError })) onClose();
  };

  return (
    <Sheet title={format.day(night)} onClose={onClose}>
      <p>{shift ? formatShift(shift, night) : t('rota.noShift')}</p>
      {isOverridden && rotationShift && (
        <p className={form.hint}>{t('rota.rotaSays', { shift: formatShift(rotationShift, night) })}</p>
      )}
      {formerIds.map((id) => (
        <p key={id} className={controls.error}>
          {t('rota.gone', { name: caregiverOf(id).name })}
        </p>
      ))}
      {canSwap && (
        <Button variant="primary" onClick={() => saveShift(swappedShift)}>
          {t('sheets.onCall.swap', { shift: formatShift(swappedShift, night) })}
        </Button>
      )}
      {isOverridden && (
        <Button onClick={() => saveShift(null)}>
          {t('sheets.onCall.back', { shift: rotationShift ? formatShift(rotationShift, night) : t('rota.noShift') })}
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
        <Button onClick={() => saveShift(draft)}>{t('common.save')}</Button>
      </div>
    </Sheet>
  );
}
