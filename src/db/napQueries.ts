import { LONGEST_NAP_MS } from '@/domain/naps';
import type { Nap } from '@/domain/rows/others';
import type { Instant } from '@/lib/time';
import type { InfernalDatabase } from './database';
import { parseLiveRows } from './parseRows';

/** Returns the naps that overlap `[from, to)`. Uses an index. */
export async function readNapsBetween(db: InfernalDatabase, from: Instant, to: Instant): Promise<Nap[]> {
  const found = await db.naps
    .where('startedAt')
    .between(from - LONGEST_NAP_MS, to, true, false)
    .toArray();
  return parseLiveRows('naps', found).rows.filter(({ endedAt }) => endedAt > from);
}

export interface LastNaps {
  /** The latest nap first. */
  naps: Nap[];
  /** Whether there are more naps than the limit. */
  hasMore: boolean;
}

/** Returns up to `limit` of the latest naps of all caregivers. */
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
