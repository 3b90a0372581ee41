import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Button } from '@/components/Button';
import form from '@/components/form.module.css';
import { readPreviousLog, restorePreviousLog } from '@/db/previousLog';
import { rawBackup } from '@/db/rawTables';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { wallClockAt } from '@/lib/zone';
import { shareOrSaveFile } from '@/pwa/shareOrSaveFile';
import styles from './settings.module.css';

/** The log that a restore or an erasure replaced, while it is still kept. */
export function PreviousLogSection() {
  const { t } = useTranslation();
  const { db, household, format } = useHousehold();
  const reportResult = useReportResult();
  const [isBusy, setBusy] = useState(false);
  const previous = useLiveQuery(() => readPreviousLog(db), [db]);
  if (!previous) return null;
  const { day } = wallClockAt(previous.replacedAt, household.timeZone);

  const bringBack = async () => {
    // The present and the previous log change places, so a second tap would undo the first one.
    setBusy(true);
    const result = await restorePreviousLog(db, { now: readClock() });
    setBusy(false);
    reportResult(result, { message: () => t('backup.toast.broughtBack') });
  };
  return (
    <div className={styles.notice}>
      <p>{t('backup.previous.text', { day: format.day(day), time: format.time(previous.replacedAt) })}</p>
      <div className={form.twoColumns}>
        <Button disabled={isBusy} onClick={bringBack}>
          {t('backup.previous.bringBack')}
        </Button>
        <Button
          onClick={() =>
            shareOrSaveFile(
              `infernalops-${day}-before.json`,
              JSON.stringify(rawBackup(previous.tables, previous.replacedAt)),
            )
          }
        >
          {t('backup.previous.save')}
        </Button>
      </div>
    </div>
  );
}
