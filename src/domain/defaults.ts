import type { Day, Instant, WallTime } from '@/lib/time';
import type { Caregiver, Child, Household } from './rows/household';
import type { Entry, Incident } from './rows/incident';
import type { NightRow } from './rows/others';
import type { HouseholdLog } from './rows/tables';

/** The names of the people in a household that nobody has set up yet, in the app's language. */
export interface DefaultNames {
  child: string;
  caregivers: readonly [string, string];
}

const DEFAULT_HOURS = { nightStart: '20:00' as WallTime, nightEnd: '07:00' as WallTime };

/**
 * Returns the household row that the app uses before anybody has set anything up, because no wizard
 * may come before the first tap.
 *
 * @param since when the household was made; null if the row only replaces one that cannot be read
 */
export function defaultHousehold(timeZone: string, now: Instant, since: Instant | null): Household {
  return {
    id: 'household',
    updatedAt: now,
    deletedAt: null,
    timeZone,
    ...DEFAULT_HOURS,
    graceSeconds: 30,
    objectives: { mttrMinutes: 20, availability: 0.9, fatigueLimit: 5, weaning: null },
    rotation: null,
    since,
    formerZones: [],
  };
}

/** Returns the log of a household in which there is nobody and nothing yet. */
export const emptyLog = (household: Household): HouseholdLog => ({
  household,
  children: [],
  caregivers: [],
  incidents: [],
  nights: [],
  episodes: [],
  observations: [],
  chores: [],
  naps: [],
  runbooks: [],
});

/** Returns the row of a new child, without a birth date or a due date. */
export const newChild = (id: string, name: string, color: Child['color'], now: Instant): Child => ({
  id,
  updatedAt: now,
  deletedAt: null,
  name,
  birthDate: null,
  dueDate: null,
  color,
  archived: false,
});

/** Returns the row of a new caregiver, who has the household's limit of interventions. */
export const newCaregiver = (id: string, name: string, color: Caregiver['color'], now: Instant): Caregiver => ({
  id,
  updatedAt: now,
  deletedAt: null,
  name,
  color,
  fatigueLimit: null,
  archived: false,
});

/** Returns the row of a new incident with this timeline. */
export const newIncident = (id: string, childId: string, timeline: Entry[], now: Instant): Incident => ({
  id,
  updatedAt: now,
  deletedAt: null,
  childId,
  causeId: null,
  runbookId: null,
  note: '',
  forReport: false,
  mergedInto: null,
  timeline,
});

/** Returns the row of a night in which nothing is logged. */
export const newNightRow = (night: Day, now: Instant): NightRow => ({
  id: night,
  updatedAt: now,
  deletedAt: null,
  bedtimeAt: null,
  morningAt: null,
  quiet: false,
  onCall: null,
  postmortem: '',
});
