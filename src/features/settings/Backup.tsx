import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { FileButton } from '@/components/FileButton';
import form from '@/components/form.module.css';
import { Section } from '@/components/Section';
import { hasLogged } from '@/db/queries';
import { type Backup as BackupFile, parseBackup, readBackupText } from '@/domain/backup';
import { useHousehold } from '@/hooks/household';
import { useNow } from '@/hooks/useNow';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';
import { DAY_MS, HOUR_MS } from '@/lib/time';
import { wallClockAt } from '@/lib/zone';
import { useDevice } from '@/stores/device';
import { EraseSheet } from './EraseSheet';
import { Previous } from './Previous';
import { RestoreSheet } from './RestoreSheet';
import { useBackup } from './useBackup';
import { useBackupRefusal } from './useBackupRefusal';

/** The log as a file, and back: how old the last backup is, and what can be done about it. */
export function Backup() {
  const { t } = useWords();
  const { db } = useHousehold();
  const save = useBackup();
  const refusalText = useBackupRefusal();
  const isEmpty = useLiveQuery(() => hasLogged(db), [db]) === false;
  const [restoring, setRestoring] = useState<BackupFile | null>(null);
  const [erasing, setErasing] = useState(false);

  const read = async (file: File): Promise<string | null> => {
    const text = await readBackupText(file);
    const parsed = text.ok ? parseBackup(text.text, readClock()) : text;
    if (!parsed.ok) return refusalText(parsed.refusal);
    setRestoring(parsed.backup);
    return null;
  };

  return (
    <Section title={t('backup.title')} hint={t('backup.hint')}>
      <Age isEmpty={isEmpty} />
      <Button look="primary" disabled={isEmpty} onClick={save}>
        {t('backup.save')}
      </Button>
      <FileButton label={t('backup.restore')} onFile={read} />
      <Previous />
      <Button look="quiet" disabled={isEmpty} onClick={() => setErasing(true)}>
        {t('backup.erase')}
      </Button>
      {restoring && <RestoreSheet backup={restoring} onClose={() => setRestoring(null)} />}
      {erasing && <EraseSheet onClose={() => setErasing(false)} />}
    </Section>
  );
}

function Age({ isEmpty }: { isEmpty: boolean }) {
  const { t } = useWords();
  const { household } = useHousehold();
  const now = useNow(HOUR_MS);
  const lastBackupAt = useDevice((device) => device.lastBackupAt);
  if (lastBackupAt === null) return <p className={form.hint}>{t(isEmpty ? 'backup.empty' : 'backup.never')}</p>;
  const dayOf = (at: typeof lastBackupAt) => Date.parse(wallClockAt(at, household.timeZone).day);
  const days = Math.max(0, Math.round((dayOf(now) - dayOf(lastBackupAt)) / DAY_MS));
  return <p className={form.hint}>{t('backup.age', { days })}</p>;
}
