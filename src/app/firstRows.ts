import type { InfernalDatabase } from '@/db/database';
import { readPeople } from '@/db/queries';
import { presentNight, readTonight } from '@/db/tonight';
import type { HouseholdRows } from '@/hooks/useHousehold';
import { readClock } from '@/lib/clock';

/** Reads the rows of the first frame. */
export async function readRows(db: InfernalDatabase): Promise<HouseholdRows> {
  const people = await readPeople(db);
  const tonight = await readTonight(db, presentNight(people.household, readClock()), people.household);
  return { db, people, tonight };
}

/** The rows with which the app starts if the log cannot be read. No night is shown with them. */
export const emptyRows = (db: InfernalDatabase): HouseholdRows => ({
  db,
  people: { household: null, children: [], caregivers: [], broken: [] },
  tonight: {
    night: '1970-01-01' as HouseholdRows['tonight']['night'],
    incidents: [],
    nightRow: null,
    runbooks: [],
    allRunbooks: [],
    broken: [],
  },
});
