import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Button } from '@/components/Button';
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
import { RestoreFromFile } from './RestoreFromFile';
import { SaveBackupButton } from './SaveBackupButton';

/** The section of the backup: its age, and the buttons that save, restore or erase the log. */
export function BackupSection() {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const isEmpty = useLiveQuery(() => hasLogged(db), [db]) === false;
  const [erasing, setErasing] = useState(false);

  return (
    <SettingsSection title={t('backup.title')} hint={t('backup.hint')}>
      <BackupAge isEmpty={isEmpty} />
      <SaveBackupButton variant="primary" disabled={isEmpty} label={t('backup.save')} />
      <RestoreFromFile label={t('backup.restore')} />
      <PreviousLogSection />
      <Button variant="quiet" disabled={isEmpty} onClick={() => setErasing(true)}>
        {t('backup.erase')}
      </Button>
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
