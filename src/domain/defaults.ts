import type { Day, Instant, WallTime } from '@/lib/time';
import type { Caregiver, Child, Household } from './rows/household';
import type { NightRow } from './rows/others';

/** What the people of a household nobody has set up are called, in the words of its language. */
export interface DefaultNames {
  child: string;
  caregivers: readonly [string, string];
}

const DEFAULT_HOURS = { nightStart: '20:00' as WallTime, nightEnd: '07:00' as WallTime };

/**
 * The household that stands before anybody has set anything up: no wizard comes before the first tap.
 *
 * @param since when it was made; null where it only stands in for a row that cannot be read
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

export const newChild = (id: string, name: string, color: Child['color'], now: Instant): Child => ({
  id,
  updatedAt: now,
  deletedAt: null,
  name,
  birthDate: null,
  color,
  archived: false,
});

export const newCaregiver = (id: string, name: string, color: Caregiver['color'], now: Instant): Caregiver => ({
  id,
  updatedAt: now,
  deletedAt: null,
  name,
  color,
  fatigueLimit: null,
  archived: false,
});

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
