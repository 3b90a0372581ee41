import { randomBytes } from 'node:crypto';
import type { ButtonRequest, PressRequest, StoredButton, StoredPress } from '@/protocol/buttons';
import { MAX_BUTTONS, MAX_PRESSES } from '@/protocol/limits';
import { hashToken, isSame } from './households';
import type { Store } from './store/store';

/**
 * Stores a button, or stores it again after a lost answer. Resolves to `full` if the household has
 * too many, and to `taken` if another household has one of this id; null if the household is gone.
 */
export async function putButton(
  store: Store,
  household: string,
  id: string,
  { tokenHash, body }: ButtonRequest,
): Promise<'stored' | 'full' | 'taken' | null> {
  return store.transaction(async (query) => {
    const [found] = await query('SELECT id FROM household WHERE id = $1 FOR UPDATE', [household]);
    if (!found) return null;
    const [count] = await query<{ others: number }>(
      'SELECT count(*) AS others FROM button WHERE household = $1 AND id <> $2',
      [household, id],
    );
    if ((count?.others ?? 0) >= MAX_BUTTONS) return 'full';
    const stored = await query(
      `INSERT INTO button (id, household, token_hash, body) VALUES ($1, $2, $3, $4)
       ON CONFLICT (id) DO UPDATE SET token_hash = excluded.token_hash, body = excluded.body
       WHERE button.household = excluded.household
       RETURNING id`,
      [id, household, tokenHash, body],
    );
    return stored.length > 0 ? 'stored' : 'taken';
  });
}

export const findButtons = (store: Store, household: string): Promise<StoredButton[]> =>
  store.query<StoredButton>('SELECT id, body, pressed_at AS "pressedAt" FROM button WHERE household = $1 ORDER BY id', [
    household,
  ]);

/** Removes a button with what it has sent and nobody has logged. */
export async function removeButton(store: Store, household: string, id: string): Promise<void> {
  await store.query('DELETE FROM button WHERE household = $1 AND id = $2', [household, id]);
}

export async function removeButtons(store: Store, household: string): Promise<void> {
  await store.query('DELETE FROM button WHERE household = $1', [household]);
}

/**
 * Resolves to the household of a button if the token is its own. An unknown button and a wrong
 * token are both null.
 */
export async function authenticateButton(store: Store, id: string, token: string): Promise<string | null> {
  const tokenHash = hashToken(token);
  const [row] = await store.query<{ household: string; token_hash: string }>(
    'SELECT household, token_hash FROM button WHERE id = $1',
    [id],
  );
  return isSame(row?.token_hash ?? ' '.repeat(tokenHash.length), tokenHash) ? (row?.household ?? null) : null;
}

/**
 * Stores a press with the time of the store's clock, unless it is the repetition of one that is
 * there. Resolves to false if too many wait for a phone.
 */
export async function storePress(
  store: Store,
  button: string,
  { word, id: key = null, secondsAgo }: Omit<PressRequest, 'id'> & { id?: string | null | undefined },
): Promise<boolean> {
  const id = randomBytes(16).toString('base64url');
  const [row] = await store.query<{ isKnown: boolean; isStored: boolean }>(
    `WITH pressed AS (
       SELECT household, (extract(epoch FROM clock_timestamp()) * 1000)::bigint - $4 * 1000 AS at FROM button WHERE id = $1
     ), stored AS (
       INSERT INTO press (id, household, button, word, at, key)
       SELECT $2, household, $1, $3, at, $5 FROM pressed
       WHERE (SELECT count(*) FROM press WHERE press.household = pressed.household AND NOT is_logged) < $6
       ON CONFLICT (button, key) DO NOTHING RETURNING at
     ), told AS (
       UPDATE button SET pressed_at = greatest(pressed_at, (SELECT at FROM stored))
       WHERE id = $1 AND EXISTS (SELECT 1 FROM stored)
     )
     SELECT EXISTS (SELECT 1 FROM stored) AS "isStored",
       EXISTS (SELECT 1 FROM press WHERE button = $1 AND key = $5) AS "isKnown"`,
    [button, id, word, secondsAgo, key, MAX_PRESSES],
  );
  return row?.isStored === true || row?.isKnown === true;
}

/** Resolves to what no phone has logged yet, in the order in which it was pressed. */
export const findPresses = (store: Store, household: string): Promise<StoredPress[]> =>
  store.query<StoredPress>(
    'SELECT id, button, word, at FROM press WHERE household = $1 AND NOT is_logged ORDER BY at, id LIMIT $2',
    [household, MAX_PRESSES],
  );

/** Only the key of the press is kept, so that a late repetition is known for what it is. */
export async function noteLogged(store: Store, household: string, id: string): Promise<void> {
  await store.query("UPDATE press SET is_logged = true, word = '' WHERE household = $1 AND id = $2", [household, id]);
}

/** Removes what no phone has asked for in a week, and what was logged and comes no second time. */
export async function removeOldPresses(store: Store): Promise<void> {
  await store.query(
    `DELETE FROM press WHERE received_at < now() - interval '7 days'
       OR (is_logged AND received_at < now() - interval '1 hour')`,
    [],
  );
}
