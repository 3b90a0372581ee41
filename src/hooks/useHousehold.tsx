import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { InfernalDatabase } from '@/db/database';
import type { People } from '@/db/queries';
import type { TonightRows } from '@/db/tonight';
import { defaultHousehold } from '@/domain/defaults';
import type { Caregiver, Child, Household } from '@/domain/rows/household';
import { type FoldedIncident, foldIncidents } from '@/domain/tonight';
import type { Format } from '@/i18n/format';
import { householdFormat } from '@/i18n/householdFormat';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { deviceTimeZone } from '@/lib/deviceZone';
import { useDeviceSettings } from '@/stores/device';
import { currentGameDay } from '@/stores/gameDay';

/**
 * What the screens know of the household: the log that this window shows, its people, and this
 * night. The app reads these rows once with a live query and passes them down.
 */
export interface HouseholdRows {
  db: InfernalDatabase;
  people: People;
  tonight: TonightRows;
}

export interface HouseholdView extends HouseholdRows {
  household: Household;
  /**
   * All children in the order of their birth. Archived ones are included, because past nights name
   * them.
   */
  children: Child[];
  caregivers: Caregiver[];
  activeChildren: Child[];
  activeCaregivers: Caregiver[];
  /**
   * The caregiver who holds this phone; null if the phone does not know, or if that caregiver no
   * longer exists.
   */
  holder: Caregiver | null;
  /** Tonight's incidents with their states, in the order of the rows. */
  folded: FoldedIncident[];
  format: Format;
}

const HouseholdContext = createContext<HouseholdView | null>(null);

/**
 * Provides the household to the screens. The derived values are computed when the rows change and
 * not at each render, so an effect that depends on one of them runs only when that value has
 * changed.
 */
export function HouseholdProvider({ rows, children: screens }: { rows: HouseholdRows; children: ReactNode }) {
  const { db, people, tonight } = rows;
  const { locale } = useTranslation();
  const deviceHolderId = useDeviceSettings((device) => device.holderId);
  const holderId = db.isGameDay ? (currentGameDay()?.holderId ?? null) : deviceHolderId;
  const householdPeople = useMemo(
    () => ({
      ...people,
      people,
      // The button of Tonight must work even if the household row cannot be read.
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
      ...householdPeople,
      holder: householdPeople.activeCaregivers.find(({ id }) => id === holderId) ?? null,
      folded,
      format: householdFormat(locale, householdPeople.household),
    }),
    [db, tonight, householdPeople, holderId, folded, locale],
  );
  return <HouseholdContext value={view}>{screens}</HouseholdContext>;
}

const isActive = ({ archived }: Child | Caregiver): boolean => !archived;

/** Returns the household of the nearest HouseholdProvider. Throws if there is none. */
export function useHousehold(): HouseholdView {
  const view = useContext(HouseholdContext);
  if (!view) throw new Error('no household: HouseholdProvider is missing above');
  return view;
}
