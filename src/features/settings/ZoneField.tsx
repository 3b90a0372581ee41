import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import form from '@/components/form.module.css';
import { forgetFormerZones } from '@/db/people';
import { useHousehold } from '@/hooks/useHousehold';
import { useNow } from '@/hooks/useNow';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { assumedZone, isTimeZone, knownDeviceZone } from '@/lib/deviceZone';
import { hasSameClock } from '@/lib/hasSameClock';
import { HOUR_MS } from '@/lib/time';
import { useChangeHousehold } from './useChangeHousehold';

/** The zone of the household, those it lived in before, and what the phone says of its own. */
export function ZoneField() {
  const { t } = useTranslation();
  const { db, household, format } = useHousehold();
  const change = useChangeHousehold();
  const reportResult = useReportResult();
  const now = useNow(HOUR_MS);
  const { timeZone, formerZones } = household;
  const phoneZone = knownDeviceZone();

  const fileAllHere = async () =>
    reportResult(await forgetFormerZones(db, { now: readClock() }), { message: () => t('household.toast.changed') });
  return (
    <>
      <label className={form.field}>
        {t('household.timeZone')}
        <select
          className={controls.input}
          value={timeZone}
          onChange={(event) => change({ timeZone: event.target.value })}
        >
          {zoneOptions(timeZone).map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </select>
      </label>
      {!isTimeZone(timeZone) && (
        <p role="alert" className={form.hint}>
          {t('household.zone.unknown', { zone: timeZone, assumed: assumedZone(timeZone) })}
        </p>
      )}
      {phoneZone === null && <p className={form.hint}>{t('household.zone.phoneSilent')}</p>}
      {phoneZone !== null && !hasSameClock(phoneZone, timeZone, now) && (
        <>
          <p className={form.hint}>{t('household.zoneDiffers', { zone: phoneZone })}</p>
          <Button onClick={() => change({ timeZone: phoneZone })}>
            {t('household.takeZone', { zone: phoneZone })}
          </Button>
        </>
      )}
      {formerZones.length > 0 && (
        <>
          <ul className={form.hint}>
            {formerZones.map(({ until, timeZone: zone }) => (
              <li key={until}>{t('household.zone.former', { night: format.longDay(until), zone })}</li>
            ))}
          </ul>
          <Button onClick={fileAllHere}>{t('household.zone.all', { zone: timeZone })}</Button>
        </>
      )}
    </>
  );
}

/**
 * Returns every zone that the platform lists, where it lists them, and those of the household and
 * of the phone, which may be unlisted aliases.
 */
function zoneOptions(householdZone: string): string[] {
  const listed = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
  return [...new Set([...listed, 'UTC', knownDeviceZone() ?? 'UTC', householdZone])].sort();
}
