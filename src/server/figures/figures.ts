import type { FiguresRequest } from '@/protocol/api';
import { hashToken } from '@/server/households';
import type { Store } from '@/server/store/store';

/** What is published of a household. */
export interface PublishedFigures {
  household: string;
  text: string;
  /** In seconds since 1970. */
  publishedAt: number;
}

const AGE = 'extract(epoch FROM published_at)::float8 AS "publishedAt"';

/**
 * Stores the figures of a household, in the place of earlier ones. Resolves to false if they are
 * not to take over, and none with this token are there: somebody has switched them off, or another
 * phone publishes.
 */
export async function putFigures(
  store: Store,
  household: string,
  { text, tokenHash, takesOver }: FiguresRequest,
): Promise<boolean> {
  const stored = takesOver
    ? await store.query(
        // A household that is gone meanwhile has none.
        `INSERT INTO figures (household, token_hash, text, published_at)
         SELECT id, $2, $3, now() FROM household WHERE id = $1
         ON CONFLICT (household) DO UPDATE
         SET token_hash = excluded.token_hash, text = excluded.text, published_at = excluded.published_at
         RETURNING household`,
        [household, tokenHash, text],
      )
    : await store.query(
        `UPDATE figures SET text = $3, published_at = now() WHERE household = $1 AND token_hash = $2
         RETURNING household`,
        [household, tokenHash, text],
      );
  return stored.length > 0;
}

/** Resolves to when figures were published last, and under which token; null if there are none. */
export async function getPublication(
  store: Store,
  household: string,
): Promise<{ tokenHash: string; publishedAt: number } | null> {
  const [row] = await store.query<{ tokenHash: string; publishedAt: number }>(
    `SELECT token_hash AS "tokenHash", ${AGE} FROM figures WHERE household = $1`,
    [household],
  );
  return row ?? null;
}

export async function deleteFigures(store: Store, household: string): Promise<void> {
  await store.query('DELETE FROM figures WHERE household = $1', [household]);
}

/**
 * Resolves to the figures of a token, null if there are none. It is found by its hash, so how long
 * that takes says nothing of another one.
 */
export async function findFigures(store: Store, token: string): Promise<PublishedFigures | null> {
  const [row] = await store.query<PublishedFigures>(
    `SELECT household, text, ${AGE} FROM figures WHERE token_hash = $1 ORDER BY published_at DESC LIMIT 1`,
    [hashToken(token)],
  );
  return row ?? null;
}
