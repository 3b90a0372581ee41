import { type DefaultNames, defaultHousehold, newCaregiver, newChild } from '@/domain/defaults';
import { ok, type Result } from '@/domain/refusal';
import type { Caregiver, Child, Household } from '@/domain/rows/household';
import { newId } from '@/lib/ids';
import type { Instant } from '@/lib/time';
import type { InfernalDatabase } from './database';
import { command } from './door';

export interface EnsureHousehold {
  timeZone: string;
  names: DefaultNames;
  now: Instant;
  /** When the log begins, at most `now`; by default `now`. */
  since?: Instant;
  /** The people to begin with; without them, the default ones. */
  people?: FirstPeople;
}

/** The people with whom a log begins. */
export interface FirstPeople {
  household: Household | null;
  children: readonly Child[];
  caregivers: readonly Caregiver[];
}

/**
 * Writes a household, its children and its caregivers at the very first start. If two windows start
 * at once, only one of them writes.
 */
export const ensureHousehold = command(
  'ensureHousehold',
  ['household', 'children', 'caregivers'],
  async (db, input: EnsureHousehold): Promise<Result<null>> => {
    if ((await db.household.count()) === 0) await putDefaultHousehold(db, input);
    return ok(null);
  },
);

/** Writes the first household. The caller has opened a transaction over its three tables. */
export async function putDefaultHousehold(db: InfernalDatabase, first: EnsureHousehold): Promise<void> {
  const { household, children, caregivers } = first.people ?? defaultPeople(first);
  await db.household.put(household ?? defaultHousehold(first.timeZone, first.now, first.since ?? first.now));
  await db.children.bulkPut([...children]);
  await db.caregivers.bulkPut([...caregivers]);
}

/** Returns the people of a household that nobody has set up yet: a child and two caregivers. */
export function defaultPeople({ names, now }: EnsureHousehold): FirstPeople {
  const [first, second] = names.caregivers;
  return {
    household: null,
    children: [newChild(newId(), names.child, 'blue', now)],
    caregivers: [newCaregiver(newId(), first, 'purple', now), newCaregiver(newId(), second, 'teal', now)],
  };
}
