import { newCaregiver, newChild } from '@/domain/defaults';
import { COLORS, isDay, NAME_MAX } from '@/domain/rows/fields';
import type { Caregiver, Child } from '@/domain/rows/household';
import type { HouseholdLog } from '@/domain/rows/tables';
import type { Instant } from '@/lib/time';
import type { ImportPlan } from './planImport';
import { newPersonId, shorten } from './toRows';

/** A person whom a file names and the log does not know. */
export interface NewPerson {
  name: string;
  birthDate?: string | null;
}

/** Returns the rows of new children, each with a colour of its own as long as there are some. */
export const newChildren = (people: readonly NewPerson[], known: readonly Child[], now: Instant): Child[] =>
  people.map(({ name, birthDate }, index) => ({
    ...newChild(newPersonId('children', name), shorten(name, NAME_MAX), colorAt(known.length + index), now),
    birthDate: birthDate && isDay(birthDate) ? birthDate : null,
  }));

export const newCaregivers = (people: readonly NewPerson[], known: readonly Caregiver[], now: Instant): Caregiver[] =>
  people.map(({ name }, index) =>
    newCaregiver(newPersonId('caregivers', name), shorten(name, NAME_MAX), colorAt(known.length + index), now),
  );

const colorAt = (index: number) => COLORS[index % COLORS.length] ?? COLORS[0];

/** Returns a log with what an import adds to it. */
export function addToLog(
  log: HouseholdLog,
  plan: ImportPlan,
  people: { children: readonly Child[]; caregivers: readonly Caregiver[] },
): HouseholdLog {
  const set = new Set(plan.nightsSet.map(({ id }) => id));
  return {
    ...log,
    children: [...log.children, ...people.children],
    caregivers: [...log.caregivers, ...people.caregivers],
    incidents: [...log.incidents, ...plan.incidents.added],
    observations: [...log.observations, ...plan.observations.added],
    nights: [...log.nights.filter(({ id }) => !set.has(id)), ...plan.nightsSet],
  };
}
