import { useState } from 'react';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import form from '@/components/form.module.css';
import { HourField } from '@/components/HourField';
import { SettingsSection } from '@/components/SettingsSection';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { WallTime } from '@/lib/time';
import { deviceTimeZone } from '@/lib/zone';
import { useChangeHousehold } from './useChangeHousehold';

/** The section of the night hours and the time zone. */
export function NightHoursSection() {
  const { t } = useTranslation();
  const { household } = useHousehold();
  const change = useChangeHousehold();
  const [error, setError] = useState<string | null>(null);
  const deviceZone = deviceTimeZone();

  const changeHour = (field: 'nightStart' | 'nightEnd', time: WallTime) => {
    const hours = { nightStart: household.nightStart, nightEnd: household.nightEnd, [field]: time };
    if (hours.nightStart === hours.nightEnd) return setError(t('household.sameHours'));
    setError(null);
    change(hours);
  };

  return (
    <SettingsSection title={t('household.hours')} hint={t('household.hoursHint')}>
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
      <label className={form.field}>
        {t('household.timeZone')}
        <select
          className={controls.input}
          value={household.timeZone}
          onChange={(event) => change({ timeZone: event.target.value })}
        >
          {zoneOptions(household.timeZone).map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </select>
      </label>
      {deviceZone !== household.timeZone && (
        <>
          <p className={form.hint}>{t('household.zoneDiffers', { zone: deviceZone })}</p>
          <Button onClick={() => change({ timeZone: deviceZone })}>
            {t('household.takeZone', { zone: deviceZone })}
          </Button>
        </>
      )}
    </SettingsSection>
  );
}

/**
 * Returns every zone that the platform lists, and the household's own zone, which may be an
 * unlisted alias.
 */
const zoneOptions = (householdZone: string): string[] =>
  [...new Set([...Intl.supportedValuesOf('timeZone'), householdZone])].sort();
