import { createContext, useContext } from 'react';
import type { InfernalDatabase } from '@/db/database';
import type { People } from '@/db/queries';
import type { TonightRows } from '@/db/tonight';
import { firstHousehold } from '@/domain/defaults';
import type { Caregiver, Child, Household } from '@/domain/rows/household';
import { createFormat, type Format } from '@/i18n/format';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';
import { deviceTimeZone } from '@/lib/zone';
import { useDevice } from '@/stores/device';

/** The log this window shows, who is in it, and this night: live, read once by the app and handed down. */
export interface HouseholdRows {
  db: InfernalDatabase;
  people: People;
  tonight: TonightRows;
}

export const HouseholdContext = createContext<HouseholdRows | null>(null);

export interface HouseholdView {
  db: InfernalDatabase;
  household: Household;
  /** In the order in which they were added, archived ones too: they are named in past nights. */
  children: Child[];
  caregivers: Caregiver[];
  activeChildren: Child[];
  activeCaregivers: Caregiver[];
  /** The caregiver who holds this phone, if it has been said and that person is still there. */
  holder: Caregiver | null;
  people: People;
  tonight: TonightRows;
  format: Format;
}

export function useHousehold(): HouseholdView {
  const context = useContext(HouseholdContext);
  const { locale } = useWords();
  const holderId = useDevice((device) => device.holderId);
  if (!context) throw new Error('no household: HouseholdContext is missing above');
  const { db, people, tonight } = context;
  // A settings row that cannot be read must not stand between a parent and the button.
  const household = people.household ?? firstHousehold(deviceTimeZone(), readClock());
  const activeCaregivers = people.caregivers.filter(({ archived }) => !archived);
  return {
    db,
    people,
    tonight,
    household,
    children: people.children,
    caregivers: people.caregivers,
    activeChildren: people.children.filter(({ archived }) => !archived),
    activeCaregivers,
    holder: activeCaregivers.find(({ id }) => id === holderId) ?? null,
    format: createFormat(locale, household.timeZone),
  };
}
