import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { BackToHousehold } from '@/components/BackToHousehold';
import { Button } from '@/components/Button';
import { DeletedList } from '@/components/DeletedList';
import form from '@/components/form.module.css';
import frame from '@/components/page.module.css';
import { readDeletedRows } from '@/db/deleted';
import { useBringBack } from '@/hooks/useBringBack';
import { useDeletedText } from '@/hooks/useDeletedText';
import { useHousehold } from '@/hooks/useHousehold';
import { usePage } from '@/hooks/usePage';
import { formatMoment } from '@/i18n/formatMoment';
import { useTranslation } from '@/i18n/useTranslation';

const PAGE_SIZE = 25;

/** Lists everything that was deleted, the last deleted first, and brings it back in one tap. */
export function DeletedPage() {
  const { t } = useTranslation();
  const { db, household, format } = useHousehold();
  const formatDeleted = useDeletedText();
  const bringBack = useBringBack();
  const deletedRows = useLiveQuery(() => readDeletedRows(db), [db]);
  const [visibleCount, setVisibleCount] = useState(PAGE_SIZE);
  usePage(t('household.deleted.title'), deletedRows !== undefined);
  if (!deletedRows) return <main className={frame.page} />;
  const remaining = deletedRows.length - visibleCount;
  return (
    <main className={frame.page}>
      <BackToHousehold />
      <h1 className={frame.title}>{t('household.deleted.title')}</h1>
      <p className={form.hint}>{t(deletedRows.length === 0 ? 'household.deleted.none' : 'household.deleted.hint')}</p>
      <DeletedList
        items={deletedRows.slice(0, visibleCount).map((deleted) => {
          const { table, row } = deleted;
          const { title, when } = formatDeleted(deleted);
          const kind = t(`household.deleted.kind.${table}`);
          const at = formatMoment(row.deletedAt, format, household);
          return {
            key: `${table} ${row.id}`,
            title,
            details: [when === null ? kind : `${kind} · ${when}`, t('household.deleted.at', { at })],
            onBringBack: () => bringBack(deleted, title),
          };
        })}
      />
      {remaining > 0 && (
        <Button onClick={() => setVisibleCount(visibleCount + PAGE_SIZE)}>
          {t('household.deleted.more', { count: Math.min(PAGE_SIZE, remaining) })}
        </Button>
      )}
    </main>
  );
}
