import { type DefaultNames, defaultHousehold, newCaregiver, newChild } from '@/domain/defaults';
import { ok, type Result } from '@/domain/refusal';
import { newId } from '@/lib/ids';
import type { Instant } from '@/lib/time';
import type { InfernalDatabase } from './database';
import { command } from './door';

export interface EnsureHousehold {
  timeZone: string;
  names: DefaultNames;
  now: Instant;
}

/**
 * Writes a default household, a child and two caregivers at the very first start. If two windows
 * start at once, only one of them writes.
 */
export const ensureHousehold = command(
  'ensureHousehold',
  ['household', 'children', 'caregivers'],
  async (db, input: EnsureHousehold): Promise<Result<null>> => {
    if ((await db.household.count()) === 0) await putDefaultHousehold(db, input);
    return ok(null);
  },
);

/** Writes the default household. The caller has opened a transaction over its three tables. */
export async function putDefaultHousehold(
  db: InfernalDatabase,
  { timeZone, names, now }: EnsureHousehold,
): Promise<void> {
  await db.household.put(defaultHousehold(timeZone, now, now));
  await db.children.put(newChild(newId(), names.child, 'blue', now));
  const [first, second] = names.caregivers;
  await db.caregivers.bulkPut([
    newCaregiver(newId(), first, 'purple', now),
    newCaregiver(newId(), second, 'teal', now),
  ]);
}
