import { useLiveQuery } from 'dexie-react-hooks';
import { type NightsOf, readNights } from '@/db/queries';
import { useHousehold } from '@/hooks/household';
import type { Day } from '@/lib/time';

/** What is filed under one night, live; undefined while it is read. */
export function useNightLog(night: Day): NightsOf | undefined {
  const { db, household } = useHousehold();
  return useLiveQuery(() => readNights(db, night, night, household.timeZone), [db, night, household.timeZone]);
}
