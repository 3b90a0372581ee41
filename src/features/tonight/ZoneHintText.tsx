import { use } from 'react';
import { Link } from 'wouter';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import { changeHousehold } from '@/db/people';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { cityOf } from '@/lib/cityOf';
import { readClock } from '@/lib/clock';
import { assumedZone, isTimeZone, knownDeviceZone } from '@/lib/deviceZone';
import { hasSameClock } from '@/lib/hasSameClock';
import type { Instant } from '@/lib/time';
import { useDeviceSettings } from '@/stores/device';
import styles from './ZoneHint.module.css';

interface ZoneHintTextProps {
  now: Instant;
}

/**
 * What is odd about the zone: the phone is elsewhere, it does not say where it is, or it does not
 * know the household's zone. Nothing is changed unless somebody says so, and each zone is left
 * alone for good with one tap.
 */
export default function ZoneHintText({ now }: ZoneHintTextProps) {
  const { t, loadDayMessages } = useTranslation();
  use(loadDayMessages());
  const { db, household } = useHousehold();
  const reportResult = useReportResult();
  const { zoneHintDoneFor, set } = useDeviceSettings();
  const phoneZone = knownDeviceZone();
  const { timeZone } = household;
  const subject = `${timeZone} ${phoneZone ?? ''}`;

  if (zoneHintDoneFor === subject) return null;
  const isUnknown = !isTimeZone(timeZone);
  const isAssumed = phoneZone === null && timeZone === 'UTC';
  const isElsewhere = !isUnknown && phoneZone !== null && !hasSameClock(phoneZone, timeZone, now);
  if (!isUnknown && !isAssumed && !isElsewhere) return null;

  const follow = async (zone: string) => {
    reportResult(await changeHousehold(db, { change: { timeZone: zone }, now: readClock() }), {
      message: () => t('household.zone.moved', { zone: cityOf(zone) }),
    });
  };
  const keep = () => set({ zoneHintDoneFor: subject });
  return (
    <section className={styles.hint} aria-label={t('household.timeZone')}>
      <p>
        {isUnknown && t('household.zone.unknown', { zone: timeZone, assumed: cityOf(assumedZone(timeZone)) })}
        {isAssumed && t('household.zone.assumed')}
        {isElsewhere && t('household.zone.elsewhere', { phone: cityOf(phoneZone), household: cityOf(timeZone) })}
      </p>
      <div className={styles.buttons}>
        {isElsewhere ? (
          <Button night onClick={() => follow(phoneZone)}>
            {t('household.zone.follow', { zone: cityOf(phoneZone) })}
          </Button>
        ) : (
          <Link href="/household/zone" className={`${controls.button} ${controls.night}`}>
            {t('household.zone.choose')}
          </Link>
        )}
        <Button night variant="quiet" onClick={keep}>
          {isElsewhere ? t('household.zone.keep', { zone: cityOf(timeZone) }) : t('household.zone.keepAssumed')}
        </Button>
      </div>
    </section>
  );
}
