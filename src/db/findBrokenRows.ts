import type { BrokenRow } from '@/domain/rows/parseRow';
import { TABLE_NAMES } from '@/domain/rows/tables';
import type { InfernalDatabase } from './database';
import { parseLiveRows } from './parseRows';

/** How many rows are read at once. */
const BATCH_SIZE = 500;

/**
 * Parses every row of every table and returns those that cannot be read. It is slow, so only the
 * Household screen uses it, by day.
 */
export async function findBrokenRows(db: InfernalDatabase): Promise<BrokenRow[]> {
  const broken: BrokenRow[] = [];
  for (const table of TABLE_NAMES) {
    let lastId = '';
    for (;;) {
      const rawRows: { id: string }[] = await db.table(table).where('id').above(lastId).limit(BATCH_SIZE).toArray();
      broken.push(...parseLiveRows(table, rawRows).broken);
      const nextId = rawRows.at(-1)?.id;
      if (nextId === undefined) break;
      lastId = nextId;
    }
  }
  return broken;
}
