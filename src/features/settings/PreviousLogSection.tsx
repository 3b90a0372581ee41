import { useLiveQuery } from 'dexie-react-hooks';
import { Button } from '@/components/Button';
import form from '@/components/form.module.css';
import { readReplacedAt } from '@/db/previousLog';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { wallClockAt } from '@/lib/zone';
import { shareOrSaveFile } from '@/pwa/shareOrSaveFile';
import { useSyncStatus } from '@/stores/sync';
import { reportUnreadable } from './reportUnreadable';
import styles from './settings.module.css';
import { useWholeLog } from './useWholeLog';
import { WholeLogProgress } from './WholeLogProgress';

/** The log that a restore or an erasure replaced, while it is still kept. */
export function PreviousLogSection() {
  const { t } = useTranslation();
  const { db, household, format } = useHousehold();
  const reportResult = useReportResult();
  const work = useWholeLog();
  const isShared = useSyncStatus(({ sharing }) => sharing === 'on');
  const replacedAt = useLiveQuery(() => readReplacedAt(db), [db]) ?? null;
  if (replacedAt === null) return null;
  const isBusy = work.progress !== null;
  const { day } = wallClockAt(replacedAt, household);

  const bringBack = async () => {
    // The present and the previous log change places, so a second tap would undo the first one: the
    // button is disabled meanwhile.
    const outcome = await work.run('restorePreviousLog', { now: readClock() });
    if ('cancelled' in outcome) return;
    reportResult(outcome, { message: () => t('backup.toast.broughtBack') });
  };
  const save = async () => {
    const packed = await work.run('packPreviousLog', null);
    if (packed.ok) await shareOrSaveFile(`infernalops-${day}-before.json`, packed.value);
    else reportUnreadable(packed);
  };
  return (
    <div className={styles.notice}>
      <p>{t('backup.previous.text', { day: format.day(day), time: format.time(replacedAt) })}</p>
      {isShared && <p className={form.hint}>{t('phones.restore.previousText')}</p>}
      <div className={form.twoColumns}>
        {!isShared && (
          <Button disabled={isBusy} onClick={bringBack}>
            {t('backup.previous.bringBack')}
          </Button>
        )}
        <Button disabled={isBusy} onClick={save}>
          {t('backup.previous.save')}
        </Button>
      </div>
      <WholeLogProgress work={work} />
    </div>
  );
}
