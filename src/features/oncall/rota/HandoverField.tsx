import { useState } from 'react';
import { Choice } from '@/components/Choice';
import controls from '@/components/controls.module.css';
import { HourField } from '@/components/HourField';
import { nightWindow } from '@/domain/night';
import { isHandoverIn } from '@/domain/rotaCycle';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { addMs, type Day, type WallTime } from '@/lib/time';
import { wallClockAt } from '@/lib/zone';

const USUAL_HANDOVER = '03:00' as WallTime;

interface HandoverProps {
  night: Day;
  value: WallTime | null;
  onPick: (handoverAt: WallTime | null) => void;
}

/**
 * Asks whether primary and secondary swap within the night, and at which wall time. A time outside
 * the night hours is refused with a message.
 */
export function HandoverField({ night, value, onPick }: HandoverProps) {
  const { t } = useTranslation();
  const { household, format } = useHousehold();
  const [error, setError] = useState<string | null>(null);
  const hours = nightWindow(night, household);

  const pick = (time: WallTime | null) => {
    const fits = time === null || isHandoverIn(night, time, household);
    setError(fits ? null : t('rota.outsideNight', { from: format.time(hours.start), to: format.time(hours.end) }));
    if (fits) onPick(time);
  };
  const proposedTime = isHandoverIn(night, USUAL_HANDOVER, household)
    ? USUAL_HANDOVER
    : wallClockAt(addMs(hours.start, (hours.end - hours.start) / 2), household).time;

  return (
    <>
      <Choice
        label={t('rota.handover')}
        options={[
          { value: false, label: t('rota.allNight') },
          { value: true, label: t('rota.swapAt') },
        ]}
        value={value !== null}
        onPick={(on) => on !== (value !== null) && pick(on ? proposedTime : null)}
      />
      {value !== null && <HourField label={t('rota.handoverAt')} value={value} onSave={pick} />}
      {error && (
        <p role="alert" className={controls.error}>
          {error}
        </p>
      )}
    </>
  );
}
