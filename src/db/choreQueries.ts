import { nightSpan } from '@/domain/night';
import type { Chore } from '@/domain/rows/others';
import type { BrokenRow } from '@/domain/rows/parseRow';
import type { Day, Instant } from '@/lib/time';
import type { InfernalDatabase } from './database';
import { parseLiveRows } from './parseRows';

export interface Chores {
  /** Put off and not done, the oldest first. */
  outstanding: Chore[];
  /** Done since then, the latest first. */
  paid: Chore[];
  broken: BrokenRow[];
}

/** What is still to be done, however old, and what was done since an instant. For the screen by day: it reads the whole table. */
export async function readChores(db: InfernalDatabase, paidSince: Instant): Promise<Chores> {
  const { rows, broken } = parseLiveRows('chores', await db.chores.orderBy('deferredAt').toArray());
  const paidAt = (chore: Chore): number => chore.paidAt ?? 0;
  return {
    outstanding: rows.filter((chore) => chore.paidAt === null),
    paid: rows.filter((chore) => paidAt(chore) >= paidSince).sort((a, b) => paidAt(b) - paidAt(a)),
    broken,
  };
}

/** What was put off in a night, from noon to noon, in order; done by now or not. */
export async function readChoresOfNight(db: InfernalDatabase, night: Day, timeZone: string): Promise<Chore[]> {
  const { start, end } = nightSpan(night, timeZone);
  return parseLiveRows('chores', await db.chores.where('deferredAt').between(start, end, true, false).toArray()).rows;
}

/** Of the chores with these ids, those that are there. */
export const readChoresOf = async (db: InfernalDatabase, ids: readonly string[]): Promise<Chore[]> =>
  parseLiveRows('chores', (await db.chores.bulkGet([...ids])).filter(Boolean)).rows;

/** A chore to be put off by its name. */
export type UsualChore = Pick<Chore, 'title' | 'effortMinutes'>;

/** So far back it is looked for what a household puts off: at night nobody waits for a whole table. */
const USUAL_CHORES_SEARCHED = 60;

/** What was put off last, the latest first, each title once and with the minutes it had last. */
export async function readUsualChores(db: InfernalDatabase, limit: number): Promise<UsualChore[]> {
  const { rows } = parseLiveRows(
    'chores',
    await db.chores.orderBy('deferredAt').reverse().limit(USUAL_CHORES_SEARCHED).toArray(),
  );
  return uniqueByTitle(rows).slice(0, limit);
}

/** The first of each title, however it is written. */
export function uniqueByTitle(chores: readonly UsualChore[]): UsualChore[] {
  const known = new Set<string>();
  return chores.flatMap(({ title, effortMinutes }) => {
    const key = title.trim().toLocaleLowerCase();
    if (known.has(key)) return [];
    known.add(key);
    return [{ title, effortMinutes }];
  });
}
