import { LONGEST_NAP_MS } from '@/domain/naps';
import type { Nap } from '@/domain/rows/others';
import type { Instant } from '@/lib/time';
import type { InfernalDatabase } from './database';
import { readAll } from './readRows';

/** Naps that touch `[from, to)`. By index, as incidents are. */
export async function readNapsBetween(db: InfernalDatabase, from: Instant, to: Instant): Promise<Nap[]> {
  const found = await db.naps
    .where('startedAt')
    .between(from - LONGEST_NAP_MS, to, true, false)
    .toArray();
  return readAll('naps', found).rows.filter(({ endedAt }) => endedAt > from);
}

export interface LastNaps {
  /** The latest first. */
  naps: Nap[];
  /** Whether there are more than were asked for. */
  more: boolean;
}

/** The last naps of everybody. */
export async function readLastNaps(db: InfernalDatabase, most: number): Promise<LastNaps> {
  const found = await db.naps
    .orderBy('startedAt')
    .reverse()
    .filter(({ deletedAt }) => deletedAt === null)
    .limit(most + 1)
    .toArray();
  const { rows } = readAll('naps', found);
  return { naps: rows.slice(0, most), more: found.length > most };
}
