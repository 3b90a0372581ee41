import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { readAllRunbooks, readLogBetween, readNights } from '@/db/queries';
import { useHousehold } from '@/hooks/useHousehold';
import type { Day, Instant } from '@/lib/time';
import { computePostmortemData, type PostmortemData } from './sections/postmortemData';

const EMPTY_TABLES = { episodes: [], observations: [], chores: [], naps: [] };

/** The night, live, and what is stored of its post-mortem: empty for none. Undefined while it is read. */
export function usePostmortemData(
  night: Day,
  now: Instant,
): { story: PostmortemData | null; stored: string } | undefined {
  const { db, household, children, caregivers } = useHousehold();
  const { timeZone } = household;
  const read = useLiveQuery(async () => {
    const log = await readLogBetween(db, night, night, timeZone);
    if (log) return log;
    // Where the household's own row cannot be read, the night is still told.
    const { incidents, nightRows } = await readNights(db, night, night, timeZone);
    return { ...EMPTY_TABLES, runbooks: await readAllRunbooks(db), incidents, nights: nightRows };
  }, [db, night, timeZone]);
  return useMemo(
    () =>
      read && {
        story: computePostmortemData(night, { ...read, household, children, caregivers }, now),
        stored: read.nights.find(({ id }) => id === night)?.postmortem ?? '',
      },
    [night, read, household, children, caregivers, now],
  );
}
