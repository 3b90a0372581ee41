import type { PagerWords } from '@/domain/paging/pagerWords';
import { ok, type Result } from '@/domain/refusal';
import type { InfernalDatabase } from './database';
import { command } from './door';

export async function readPagerWords(db: InfernalDatabase): Promise<PagerWords | null> {
  const found = await db.meta.get('pagerWords');
  return found?.id === 'pagerWords' ? found.words : null;
}

/** Keeps the words of the app's language for the service worker, if they have changed. */
export const keepPagerWords = command(
  'keepPagerWords',
  ['meta'],
  async (db, { words }: { words: PagerWords }): Promise<Result<null>> => {
    if (JSON.stringify(await readPagerWords(db)) !== JSON.stringify(words))
      await db.meta.put({ id: 'pagerWords', words });
    return ok(null);
  },
  { retryAtStart: false },
);
