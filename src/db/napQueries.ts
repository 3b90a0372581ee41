import { LONGEST_NAP_MS } from '@/domain/naps';
import type { Nap } from '@/domain/rows/others';
import type { Instant } from '@/lib/time';
import type { InfernalDatabase } from './database';
import { parseLiveRows } from './parseRows';

/** Naps that touch `[from, to)`. By index, as incidents are. */
export async function readNapsBetween(db: InfernalDatabase, from: Instant, to: Instant): Promise<Nap[]> {
  const found = await db.naps
    .where('startedAt')
    .between(from - LONGEST_NAP_MS, to, true, false)
    .toArray();
  return parseLiveRows('naps', found).rows.filter(({ endedAt }) => endedAt > from);
}

export interface LastNaps {
  /** The latest first. */
  naps: Nap[];
  /** Whether there are more than were asked for. */
  hasMore: boolean;
}

/** The last naps of everybody. */
export async function readLastNaps(db: InfernalDatabase, limit: number): Promise<LastNaps> {
  const found = await db.naps
    .orderBy('startedAt')
    .reverse()
    .filter(({ deletedAt }) => deletedAt === null)
    .limit(limit + 1)
    .toArray();
  const { rows } = parseLiveRows('naps', found);
  return { naps: rows.slice(0, limit), hasMore: found.length > limit };
}
