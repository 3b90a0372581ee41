import { use } from 'react';
import { Link } from 'wouter';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import { Sheet } from '@/components/Sheet';
import { changeNight } from '@/db/nights';
import { overrideOf, peopleOf, swapped } from '@/domain/rota';
import type { Shift } from '@/domain/rows/household';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { useShiftText } from '@/hooks/useShiftText';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import type { OnCallPlan } from './useOnCall';

/** Changes who is on call for this one night, in one tap. The rota does not change. */
export default function OnCallSheet({ onCall, onClose }: { onCall: OnCallPlan; onClose: () => void }) {
  const { t, loadDayMessages } = useTranslation();
  use(loadDayMessages());
  const { db, activeCaregivers, tonight } = useHousehold();
  const reportResult = useReportResult();
  const formatShiftOfNight = useShiftText();
  const { shift, plannedShift, inactiveIds } = onCall;
  const formatShift = (anyShift: Shift) => formatShiftOfNight(anyShift, tonight.night);
  const swappedShift = shift && inactiveIds.length === 0 ? swapped(shift) : null;
  const areActive = (anyShift: Shift) =>
    peopleOf([anyShift]).every((id) => activeCaregivers.some((caregiver) => caregiver.id === id));
  const rotaShift = tonight.nightRow?.onCall && plannedShift && areActive(plannedShift) ? plannedShift : null;
  const inShift = shift ? peopleOf([shift]).filter((id) => !inactiveIds.includes(id)) : [];
  const candidates =
    inactiveIds.length > 0 ? activeCaregivers : activeCaregivers.filter(({ id }) => !inShift.includes(id));
  // Whoever was on call becomes the backup of the caregiver who takes over.
  const shiftTakenBy = (id: string): Shift => ({
    primary: id,
    secondary: inShift.find((otherId) => otherId !== id) ?? null,
    handoverAt: null,
  });

  const onChoose = async (newShift: Shift) => {
    const change = { onCall: overrideOf(newShift, plannedShift) };
    const result = await changeNight(db, { night: tonight.night, change, now: readClock() });
    if (reportResult(result, { message: () => t('sheets.onCall.toast', { shift: formatShift(newShift) }) })) onClose();
  };

  return (
    <Sheet night title={t('tonight.onCall.title')} onClose={onClose}>
      {shift && inactiveIds.length === 0 && <p>{formatShift(shift)}</p>}
      {swappedShift && overrideOf(swappedShift, rotaShift) && (
        <Button night variant="primary" onClick={() => onChoose(swappedShift)}>
          {t('sheets.onCall.swap', { shift: formatShift(swappedShift) })}
        </Button>
      )}
      {candidates.map(({ id, name }) => (
        <Button night key={id} onClick={() => onChoose(shiftTakenBy(id))}>
          {t('sheets.onCall.takes', { name })}
        </Button>
      ))}
      {rotaShift && (
        <Button night onClick={() => onChoose(rotaShift)}>
          {t('sheets.onCall.back', { shift: formatShift(rotaShift) })}
        </Button>
      )}
      <Link href="/household/on-call" className={`${controls.button} ${controls.quiet} ${controls.night}`}>
        {t('sheets.onCall.all')}
      </Link>
    </Sheet>
  );
}
