import { useEffect, useState } from 'react';
import { Button } from '@/components/Button';
import form from '@/components/form.module.css';
import { Section } from '@/components/Section';
import { findBrokenRows } from '@/db/queries';
import type { BrokenRow } from '@/domain/rows/parse';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import { saveFile } from '@/lib/saveFile';
import { askToPersist, type Persistence, persistence } from '@/pwa/persist';
import styles from './settings.module.css';

/** Where the log is, whether it is safe there, and what of it cannot be read. */
export function TheLog() {
  const { t } = useWords();
  const kept = usePersistence();
  return (
    <Section title={t('household.log')} hint={t('household.promise')}>
      {kept && <p>{t(`household.storage.${kept}`)}</p>}
      <BrokenRows />
    </Section>
  );
}

/** Asked here, by day, because a browser may ask the person in turn. */
function usePersistence(): Persistence | null {
  const [kept, setKept] = useState<Persistence | null>(null);
  useEffect(() => {
    persistence()
      .then((state) => (state === 'evictable' ? askToPersist() : state))
      .then(setKept, () => setKept('unknown'));
  }, []);
  return kept;
}

function BrokenRows() {
  const { t } = useWords();
  const { db } = useHousehold();
  const [broken, setBroken] = useState<BrokenRow[]>([]);
  useEffect(() => {
    findBrokenRows(db).then(setBroken, () => {});
  }, [db]);
  if (broken.length === 0) return null;
  return (
    <div className={styles.broken}>
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
