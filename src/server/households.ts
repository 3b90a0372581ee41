import { createHash, timingSafeEqual } from 'node:crypto';
import { EMPTY_SUM } from '@/protocol/sum';
import type { Store } from './store/store';

/** What a request knows of its household after its token was checked. */
export interface Household {
  id: string;
  tokenHash: string;
  head: number;
  sum: string;
}

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Compares two texts of the same length without saying by its duration where they differ. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Resolves to the household if the token is its own. An unknown household and a wrong token are
 * both null, so that nobody can find out which households exist.
 */
export async function authenticate(store: Store, id: string, token: string): Promise<Household | null> {
  const tokenHash = hashToken(token);
  const [row] = await store.query<{ token_hash: string; head: number; sum: string; stale: boolean }>(
    'SELECT token_hash, head, sum, seen_on < current_date AS stale FROM household WHERE id = $1',
    [id],
  );
  if (!isSame(row?.token_hash ?? ' '.repeat(tokenHash.length), tokenHash) || !row) return null;
  if (row.stale) await store.query('UPDATE household SET seen_on = current_date WHERE id = $1', [id]);
  return { id, tokenHash, head: row.head, sum: row.sum };
}

export const exists = async (store: Store, id: string): Promise<boolean> =>
  (await store.query('SELECT 1 FROM household WHERE id = $1', [id])).length > 0;

/** Resolves to false if there is one of this id already. */
export async function create(store: Store, id: string, token: string): Promise<boolean> {
  const created = await store.query(
    'INSERT INTO household (id, token_hash, sum) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING id',
    [id, hashToken(token), Buffer.from(EMPTY_SUM).toString('base64url')],
  );
  return created.length > 0;
}

/** Whether a phone that has this token deleted the household. */
export async function wasErased(store: Store, id: string, token: string): Promise<boolean> {
  const [row] = await store.query<{ token_hash: string }>('SELECT token_hash FROM erased WHERE id = $1', [id]);
  return row !== undefined && isSame(row.token_hash, hashToken(token));
}

/** Removes the household with all it has but its name. */
export async function remove(store: Store, { id, tokenHash }: Household): Promise<void> {
  await store.transaction(async (query) => {
    await query('INSERT INTO erased (id, token_hash) VALUES ($1, $2) ON CONFLICT DO NOTHING', [id, tokenHash]);
    // Documents and invitations go with it.
    await query('DELETE FROM household WHERE id = $1 AND token_hash = $2', [id, tokenHash]);
  });
}

/** Resolves to the present head and sum, null if the household is gone. */
export async function headOf(store: Store, id: string): Promise<{ head: number; sum: string } | null> {
  const [row] = await store.query<{ head: number; sum: string }>('SELECT head, sum FROM household WHERE id = $1', [id]);
  return row ?? null;
}
