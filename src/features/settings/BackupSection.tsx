import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { FileButton } from '@/components/FileButton';
import form from '@/components/form.module.css';
import { SettingsSection } from '@/components/SettingsSection';
import { hasLogged } from '@/db/queries';
import { useHousehold } from '@/hooks/useHousehold';
import { useNow } from '@/hooks/useNow';
import { useTranslation } from '@/i18n/useTranslation';
import { DAY_MS, HOUR_MS } from '@/lib/time';
import { wallClockAt } from '@/lib/zone';
import { useDeviceSettings } from '@/stores/device';
import { EraseSheet } from './EraseSheet';
import { PreviousLogSection } from './PreviousLogSection';
import { type OpenBackup, RestoreSheet } from './RestoreSheet';
import { reportUnreadable } from './reportUnreadable';
import { SaveBackupButton } from './SaveBackupButton';
import { useBackupRefusalText } from './useBackupRefusalText';
import { useWholeLog } from './useWholeLog';
import { WholeLogProgress } from './WholeLogProgress';

/** The section of the backup: its age, and the buttons that save, restore or erase the log. */
export function BackupSection() {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const work = useWholeLog();
  const formatRefusal = useBackupRefusalText();
  const isEmpty = useLiveQuery(() => hasLogged(db), [db]) === false;
  const [restoring, setRestoring] = useState<OpenBackup | null>(null);
  const [erasing, setErasing] = useState(false);

  const read = async (file: File): Promise<string | null> => {
    // A file that is still being read gives way to the one that was picked now.
    work.close();
    const outcome = await work.run('openBackup', { file });
    if (!outcome.ok) reportUnreadable(outcome);
    else if (!outcome.value.ok) return formatRefusal(outcome.value.refusal);
    else setRestoring(outcome.value);
    return null;
  };
  const closeRestore = () => {
    work.close();
    setRestoring(null);
  };

  return (
    <SettingsSection title={t('backup.title')} hint={t('backup.hint')}>
      <BackupAge isEmpty={isEmpty} />
      <SaveBackupButton variant="primary" disabled={isEmpty} label={t('backup.save')} />
      <FileButton label={t('backup.restore')} onFile={read} />
      {!restoring && <WholeLogProgress work={work} />}
      <PreviousLogSection />
      <Button variant="quiet" disabled={isEmpty} onClick={() => setErasing(true)}>
        {t('backup.erase')}
      </Button>
      {restoring && <RestoreSheet backup={restoring} work={work} onClose={closeRestore} />}
      {erasing && <EraseSheet onClose={() => setErasing(false)} />}
    </SettingsSection>
  );
}

function BackupAge({ isEmpty }: { isEmpty: boolean }) {
  const { t } = useTranslation();
  const { household } = useHousehold();
  const now = useNow(HOUR_MS);
  const lastBackupAt = useDeviceSettings((device) => device.lastBackupAt);
  if (lastBackupAt === null) return <p className={form.hint}>{t(isEmpty ? 'backup.empty' : 'backup.never')}</p>;
  const dayOf = (at: typeof lastBackupAt) => Date.parse(wallClockAt(at, household).day);
  const days = Math.max(0, Math.round((dayOf(now) - dayOf(lastBackupAt)) / DAY_MS));
  return <p className={form.hint}>{t('backup.age', { days })}</p>;
}
