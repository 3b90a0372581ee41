import { DeletedList } from '@/components/DeletedList';
import { replaceEntry } from '@/db/incidents';
import type { Entry, Incident } from '@/domain/rows/incident';
import { useEntryText } from '@/hooks/useEntryText';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { formatMoment } from '@/i18n/formatMoment';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import styles from './nights.module.css';

/**
 * Lists the lines of a timeline that were deleted or undone, each with a button that brings it back
 * under the same rules as a new line. It renders nothing if there are none.
 */
export function DeletedLines({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const { db, household, format } = useHousehold();
  const reportResult = useReportResult();
  const formatEntry = useEntryText(incident);
  const deletedEntries = incident.timeline.flatMap((entry) =>
    entry.deletedAt === null ? [] : [{ entry, deletedAt: entry.deletedAt }],
  );
  if (deletedEntries.length === 0) return null;

  const bringBack = async (entry: Entry, title: string) => {
    const write = { incidentId: incident.id, entry: { ...entry, deletedAt: null }, now: readClock() };
    reportResult(await replaceEntry(db, write), { message: () => t('household.deleted.toast', { title }) });
  };
  return (
    <section className={styles.section} aria-labelledby="deleted-lines">
      <h2 id="deleted-lines">{t('nights.deletedLines', { count: deletedEntries.length })}</h2>
      <DeletedList
        items={deletedEntries.map(({ entry, deletedAt }) => {
          const title = `${format.time(entry.at)} ${formatEntry(entry).title}`;
          const at = formatMoment(deletedAt, format, household);
          return {
            key: entry.id,
            title,
            details: [t('household.deleted.at', { at })],
            onBringBack: () => bringBack(entry, title),
          };
        })}
      />
    </section>
  );
}
