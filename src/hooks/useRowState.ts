import { useLiveQuery } from 'dexie-react-hooks';
import { type RowState, readRowState } from '@/db/rowState';
import type { TableName } from '@/domain/rows/tables';
import type { Instant } from '@/lib/time';
import { useHousehold } from './useHousehold';

/**
 * Returns what another window did to the row that a sheet was opened with. A new row, null, stays
 * the same.
 */
export function useRowState(table: TableName, row: { id: string; updatedAt: Instant } | null): RowState {
  const { db } = useHousehold();
  const [id, updatedAt] = [row?.id ?? null, row?.updatedAt ?? null];
  const state = useLiveQuery(
    () => (id === null || updatedAt === null ? ('same' as const) : readRowState(db, table, { id, updatedAt })),
    [db, table, id, updatedAt],
  );
  return state ?? 'same';
}
