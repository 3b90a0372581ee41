import type { InfernalDatabase } from '@/db/database';
import { command } from '@/db/door';
import type { SentPage } from '@/db/syncTables';
import { ok, type Result } from '@/domain/refusal';
import { addMs, DAY_MS } from '@/lib/time';

/** Returns the pages that this phone has sent within a day or so, by their ids. */
export const readSentPages = async (db: InfernalDatabase): Promise<Map<string, SentPage>> =>
  new Map((await db.pages.toArray()).map((page) => [page.id, page]));

/** Notes that a page was sent, or that the phones were told that it is over. Forgets old ones. */
export const noteSentPage = command(
  'noteSentPage',
  ['pages'],
  async (db, { page }: { page: SentPage }): Promise<Result<null>> => {
    const old = await db.pages.filter(({ at }) => at < addMs(page.at, -DAY_MS)).primaryKeys();
    await db.pages.bulkDelete(old);
    await db.pages.put(page);
    return ok(null);
  },
  { retryAtStart: false },
);
