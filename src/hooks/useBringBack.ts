import { bringBack } from '@/db/bringBack';
import type { DeletedRow } from '@/db/deleted';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { useHousehold } from './useHousehold';
import { useReportResult } from './useReportResult';

/** Returns a function that brings a deleted row back, and reports it or why it was refused. */
export function useBringBack() {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const reportResult = useReportResult();
  return async ({ table, row }: DeletedRow, title: string): Promise<boolean> =>
    reportResult(await bringBack(db, { table, id: row.id, now: readClock() }), {
      message: () => t('household.deleted.toast', { title }),
    });
}
