import { Button } from '@/components/Button';
import form from '@/components/form.module.css';
import { SettingFrame } from '@/components/SettingFrame';
import { forgetFormerZones } from '@/db/people';
import { useHousehold } from '@/hooks/useHousehold';
import { useNow } from '@/hooks/useNow';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { cityOf } from '@/lib/cityOf';
import { readClock } from '@/lib/clock';
import { assumedZone, isTimeZone, knownDeviceZone } from '@/lib/deviceZone';
import { hasSameClock } from '@/lib/hasSameClock';
import { HOUR_MS } from '@/lib/time';
import { useChangeHousehold } from '../useChangeHousehold';
import { ZoneSelect } from '../ZoneSelect';

/** The zone of the household, those it lived in before, and what the phone says of its own. */
export function ZonePage() {
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
    <SettingFrame title={t('household.timeZone')} hint={t('household.zoneHint')}>
      <ZoneSelect label={t('household.timeZone')} value={timeZone} onPick={(zone) => change({ timeZone: zone })} />
      {!isTimeZone(timeZone) && (
        <p role="alert" className={form.hint}>
          {t('household.zone.unknown', { zone: timeZone, assumed: cityOf(assumedZone(timeZone)) })}
        </p>
      )}
      {phoneZone === null && <p className={form.hint}>{t('household.zone.phoneSilent')}</p>}
      {phoneZone !== null && !hasSameClock(phoneZone, timeZone, now) && (
        <>
          <p className={form.hint}>{t('household.zoneDiffers', { zone: cityOf(phoneZone) })}</p>
          <Button onClick={() => change({ timeZone: phoneZone })}>
            {t('household.zone.follow', { zone: cityOf(phoneZone) })}
          </Button>
        </>
      )}
      {formerZones.length > 0 && (
        <>
          <ul className={form.hint}>
            {formerZones.map(({ until, timeZone: zone }) => (
              <li key={until}>{t('household.zone.former', { night: format.longDay(until), zone: cityOf(zone) })}</li>
            ))}
          </ul>
          <Button onClick={fileAllHere}>{t('household.zone.all', { zone: cityOf(timeZone) })}</Button>
        </>
      )}
    </SettingFrame>
  );
}
