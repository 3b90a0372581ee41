import { useState } from 'react';
import controls from '@/components/controls.module.css';
import form from '@/components/form.module.css';
import { HourField } from '@/components/HourField';
import { SettingFrame } from '@/components/SettingFrame';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { WallTime } from '@/lib/time';
import { useChangeHousehold } from '../useChangeHousehold';

/** Asks for the hours of the night. */
export function NightHoursPage() {
  const { t } = useTranslation();
  const { household } = useHousehold();
  const change = useChangeHousehold();
  const [error, setError] = useState<string | null>(null);

  const changeHour = (field: 'nightStart' | 'nightEnd', time: WallTime) => {
    const hours = { nightStart: household.nightStart, nightEnd: household.nightEnd, [field]: time };
    if (hours.nightStart === hours.nightEnd) return setError(t('household.sameHours'));
    setError(null);
    change(hours);
  };

  return (
    <SettingFrame title={t('household.hours')} hint={t('household.hoursHint')}>
      <div className={form.twoColumns}>
        {(['nightStart', 'nightEnd'] as const).map((field) => (
          <HourField
            key={field}
            label={t(`household.${field}`)}
            value={household[field]}
            onSave={(time) => changeHour(field, time)}
          />
        ))}
      </div>
      {error && (
        <p role="alert" className={controls.error}>
          {error}
        </p>
      )}
    </SettingFrame>
  );
}
