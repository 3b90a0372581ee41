import { useLiveQuery } from 'dexie-react-hooks';
import { DeletedList } from '@/components/DeletedList';
import { type DeletedRow, readDeletedIncidents } from '@/db/deleted';
import { useBringBack } from '@/hooks/useBringBack';
import { useDeletedText } from '@/hooks/useDeletedText';
import { useHousehold } from '@/hooks/useHousehold';
import { formatMoment } from '@/i18n/formatMoment';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';
import styles from './nights.module.css';

/**
 * Lists the wake-ups of a night that were deleted, each with a button that brings it back. It
 * renders nothing if there are none.
 */
export function DeletedWakeUps({ night }: { night: Day }) {
  const { t } = useTranslation();
  const { db, household, format } = useHousehold();
  const formatDeleted = useDeletedText();
  const bringBack = useBringBack();
  const incidents = useLiveQuery(() => readDeletedIncidents(db, night, household), [db, night, household]);
  if (!incidents || incidents.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="deleted">
      <h2 id="deleted">{t('nights.deleted', { count: incidents.length })}</h2>
      <DeletedList
        items={incidents.map((row) => {
          const deleted = { table: 'incidents', row } as DeletedRow;
          const { title: child, when } = formatDeleted(deleted);
          const title = [child, when].filter(Boolean).join(' · ');
          const at = formatMoment(deleted.row.deletedAt, format, household);
          return {
            key: row.id,
            title,
            details: [t('household.deleted.at', { at })],
            onBringBack: () => bringBack(deleted, title),
          };
        })}
      />
    </section>
  );
}
