import { nightSpan } from '@/domain/night';
import type { Chore } from '@/domain/rows/others';
import type { BrokenRow } from '@/domain/rows/parseRow';
import type { Day, Instant } from '@/lib/time';
import type { Zone } from '@/lib/zone';
import type { InfernalDatabase } from './database';
import { parseLiveRows } from './parseRows';

export interface Chores {
  /** Chores that are not done yet, the oldest first. */
  outstanding: Chore[];
  /** Chores that were done since the given instant, the latest first. */
  paid: Chore[];
  broken: BrokenRow[];
}

/**
 * Reads the chores that are not done yet, however old they are, and those done since `paidSince`.
 * Reads the whole table, so it is used by day only.
 */
export async function readChores(db: InfernalDatabase, paidSince: Instant): Promise<Chores> {
  const { rows, broken } = parseLiveRows('chores', await db.chores.orderBy('deferredAt').toArray());
  const paidAt = (chore: Chore): number => chore.paidAt ?? 0;
  return {
    outstanding: rows.filter((chore) => chore.paidAt === null),
    paid: rows.filter((chore) => paidAt(chore) >= paidSince).sort((a, b) => paidAt(b) - paidAt(a)),
    broken,
  };
}

/**
 * Returns the chores put off in a night (from noon to noon), in order, whether or not they are done
 * by now.
 */
export async function readChoresOfNight(db: InfernalDatabase, night: Day, zone: Zone): Promise<Chore[]> {
  const { start, end } = nightSpan(night, zone);
  return parseLiveRows('chores', await db.chores.where('deferredAt').between(start, end, true, false).toArray()).rows;
}

/** Returns the chores with these ids. An id without a chore is left out. */
export const readChoresOf = async (db: InfernalDatabase, ids: readonly string[]): Promise<Chore[]> =>
  parseLiveRows('chores', (await db.chores.bulkGet([...ids])).filter(Boolean)).rows;

/** A title and an effort that the screen offers for the next chore. */
export type UsualChore = Pick<Chore, 'title' | 'effortMinutes'>;

/**
 * Usual chores are searched for among this many of the latest: a screen used at night must not wait
 * until a whole table is read.
 */
const USUAL_CHORES_SEARCHED = 60;

/**
 * Returns up to `limit` of the latest chores, the latest first. Each title occurs once, with its
 * latest effort.
 */
export async function readUsualChores(db: InfernalDatabase, limit: number): Promise<UsualChore[]> {
  const { rows } = parseLiveRows(
    'chores',
    await db.chores.orderBy('deferredAt').reverse().limit(USUAL_CHORES_SEARCHED).toArray(),
  );
  return uniqueByTitle(rows).slice(0, limit);
}

/** Keeps the first chore of each title. Case and surrounding spaces make no difference. */
export function uniqueByTitle(chores: readonly UsualChore[]): UsualChore[] {
  const seenTitles = new Set<string>();
  return chores.flatMap(({ title, effortMinutes }) => {
    const key = title.trim().toLocaleLowerCase();
    if (seenTitles.has(key)) return [];
    seenTitles.add(key);
    return [{ title, effortMinutes }];
  });
}
