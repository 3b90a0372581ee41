import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { readLogBetween, readNights } from '@/db/logQueries';
import { readAllRunbooks } from '@/db/queries';
import { useHousehold } from '@/hooks/useHousehold';
import type { Day, Instant } from '@/lib/time';
import { computePostmortemData, type PostmortemData } from './sections/postmortemData';

const EMPTY_TABLES = { episodes: [], observations: [], chores: [], naps: [] };

/**
 * A live query of the post-mortem's data and its stored text, which is empty when nothing is
 * stored. Undefined while the rows are read; `data` is null when `night` is not a valid day.
 */
export function usePostmortemData(
  night: Day,
  now: Instant,
): { data: PostmortemData | null; stored: string } | undefined {
  const { db, household, children, caregivers } = useHousehold();
  const tables = useLiveQuery(async () => {
    const log = await readLogBetween(db, night, night, household);
    if (log) return log;
    // The post-mortem also works when the household's own row cannot be read.
    const { incidents, nightRows } = await readNights(db, night, night, household);
    return { ...EMPTY_TABLES, runbooks: await readAllRunbooks(db), incidents, nights: nightRows };
  }, [db, night, household]);
  return useMemo(
    () =>
      tables && {
        data: computePostmortemData(night, { ...tables, household, children, caregivers }, now),
        stored: tables.nights.find(({ id }) => id === night)?.postmortem ?? '',
      },
    [night, tables, household, children, caregivers, now],
  );
}
