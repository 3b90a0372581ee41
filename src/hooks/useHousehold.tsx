import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { InfernalDatabase } from '@/db/database';
import type { People } from '@/db/queries';
import type { TonightRows } from '@/db/tonight';
import { defaultHousehold } from '@/domain/defaults';
import type { Caregiver, Child, Household } from '@/domain/rows/household';
import { type FoldedIncident, foldIncidents } from '@/domain/tonight';
import { type Format, getFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { deviceTimeZone } from '@/lib/zone';
import { useDeviceSettings } from '@/stores/device';

/** The log this window shows, who is in it, and this night: live, read once by the app and handed down. */
export interface HouseholdRows {
  db: InfernalDatabase;
  people: People;
  tonight: TonightRows;
}

export interface HouseholdView extends HouseholdRows {
  household: Household;
  /** In the order in which they were added, archived ones too: they are named in past nights. */
  children: Child[];
  caregivers: Caregiver[];
  activeChildren: Child[];
  activeCaregivers: Caregiver[];
  /** The caregiver who holds this phone, if it has been said and that person is still there. */
  holder: Caregiver | null;
  /** Tonight's incidents with their states, in the order of the rows. */
  folded: FoldedIncident[];
  format: Format;
}

const HouseholdContext = createContext<HouseholdView | null>(null);

/**
 * Hands the household down. What is derived from the rows is made when they change and not with each render, so that an effect
 * that depends on a part of it runs when that part has changed.
 */
export function HouseholdProvider({ rows, children: screens }: { rows: HouseholdRows; children: ReactNode }) {
  const { db, people, tonight } = rows;
  const { locale } = useTranslation();
  const holderId = useDeviceSettings((device) => device.holderId);
  const who = useMemo(
    () => ({
      ...people,
      people,
      // A settings row that cannot be read must not stand between a parent and the button.
      household: people.household ?? defaultHousehold(deviceTimeZone(), readClock(), null),
      activeChildren: people.children.filter(isActive),
      activeCaregivers: people.caregivers.filter(isActive),
    }),
    [people],
  );
  const folded = useMemo(() => foldIncidents(tonight.incidents), [tonight]);
  const view = useMemo(
    (): HouseholdView => ({
      db,
      tonight,
      ...who,
      holder: who.activeCaregivers.find(({ id }) => id === holderId) ?? null,
      folded,
      format: getFormat(locale, who.household.timeZone),
    }),
    [db, tonight, who, holderId, folded, locale],
  );
  return <HouseholdContext value={view}>{screens}</HouseholdContext>;
}

const isActive = ({ archived }: Child | Caregiver): boolean => !archived;

export function useHousehold(): HouseholdView {
  const view = useContext(HouseholdContext);
  if (!view) throw new Error('no household: HouseholdProvider is missing above');
  return view;
}
