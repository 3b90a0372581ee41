import { useEffect, useState } from 'react';
import { Button } from '@/components/Button';
import form from '@/components/form.module.css';
import { SettingsSection } from '@/components/SettingsSection';
import type { BrokenRow } from '@/domain/rows/parseRow';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { saveFile } from '@/lib/saveFile';
import { startSession } from '@/logWorker/session';
import { type Persistence, readPersistence, requestPersistence } from '@/pwa/storagePersistence';
import styles from './settings.module.css';

/** The section of the log: whether the browser may evict it, and which rows cannot be read. */
export function LogSection() {
  const { t } = useTranslation();
  const persistenceState = usePersistence();
  return (
    <SettingsSection title={t('household.log')} hint={t('household.promise')}>
      {persistenceState && <p>{t(`household.storage.${persistenceState}`)}</p>}
      <BrokenRows />
    </SettingsSection>
  );
}

/**
 * Reads whether the storage is persistent, and requests it if not. This screen is used by day, and
 * the browser may ask the user for permission.
 */
function usePersistence(): Persistence | null {
  const [persistence, setPersistence] = useState<Persistence | null>(null);
  useEffect(() => {
    readPersistence()
      .then((state) => (state === 'evictable' ? requestPersistence() : state))
      .then(setPersistence, () => setPersistence('unknown'));
  }, []);
  return persistence;
}

function BrokenRows() {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const [broken, setBroken] = useState<BrokenRow[]>([]);
  useEffect(() => {
    const session = startSession(db);
    session
      .run('findBrokenRows', null, () => {})
      .then((found) => {
        session.close();
        if (found.ok) setBroken(found.value);
      });
    return session.close;
  }, [db]);
  if (broken.length === 0) return null;
  return (
    <div className={styles.notice}>
      <h3>{t('household.brokenTitle')}</h3>
      <p className={form.hint}>{t('household.brokenHint')}</p>
      {broken.map((row) => (
        <div key={`${row.table} ${row.id}`} className={form.field}>
          <code>{t('household.brokenRow', { table: row.table, id: row.id, path: row.path, reason: row.reason })}</code>
          <Button onClick={() => saveFile(`infernalops-${row.table}-${row.id}.json`, JSON.stringify(row.raw, null, 1))}>
            {t('household.exportRow')}
          </Button>
        </div>
      ))}
    </div>
  );
}
