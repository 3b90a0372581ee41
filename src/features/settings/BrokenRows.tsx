import { useEffect, useState } from 'react';
import { Button } from '@/components/Button';
import form from '@/components/form.module.css';
import { SettingsSection } from '@/components/SettingsSection';
import type { BrokenRow } from '@/domain/rows/parseRow';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { saveFile } from '@/lib/saveFile';
import { startSession } from '@/logWorker/session';
import styles from './settings.module.css';

/** The rows of the log that cannot be read, each with a way to export it. Nothing if all can be. */
export function BrokenRows() {
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
    <SettingsSection title={t('household.brokenTitle')} hint={t('household.brokenHint')}>
      {broken.map((row) => (
        <div key={`${row.table} ${row.id}`} className={`${form.field} ${styles.broken}`}>
          <code>{t('household.brokenRow', { table: row.table, id: row.id, path: row.path, reason: row.reason })}</code>
          <Button onClick={() => saveFile(`infernalops-${row.table}-${row.id}.json`, JSON.stringify(row.raw, null, 1))}>
            {t('household.exportRow')}
          </Button>
        </div>
      ))}
    </SettingsSection>
  );
}
