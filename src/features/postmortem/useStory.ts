import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { readAllRunbooks, readLogBetween, readNights } from '@/db/queries';
import { useHousehold } from '@/hooks/household';
import type { Day, Instant } from '@/lib/time';
import { type NightStory, storyOf } from './sections/story';

const NOTHING = { episodes: [], observations: [], chores: [], naps: [] };

/** The night, live, and what is stored of its post-mortem: empty for none. Undefined while it is read. */
export function useStory(night: Day, now: Instant): { story: NightStory | null; stored: string } | undefined {
  const { db, household, children, caregivers } = useHousehold();
  const { timeZone } = household;
  const read = useLiveQuery(async () => {
    const log = await readLogBetween(db, night, night, timeZone);
    if (log) return log;
    // Where the household's own row cannot be read, the night is still told.
    const { incidents, nightRows } = await readNights(db, night, night, timeZone);
    return { ...NOTHING, runbooks: await readAllRunbooks(db), incidents, nights: nightRows };
  }, [db, night, timeZone]);
  return useMemo(
    () =>
      read && {
        story: storyOf(night, { ...read, household, children, caregivers }, now),
        stored: read.nights.find(({ id }) => id === night)?.postmortem ?? '',
      },
    [night, read, household, children, caregivers, now],
  );
}
