import type { InvitationRequest } from '@/protocol/api';
import { INVITATION_MS } from '@/protocol/limits';
import type { Store } from './store/store';

/** Open invitations of one household. */
const MAX_OPEN = 10;

/**
 * Stores a sealed invitation, or stores it again after a lost answer. Resolves to false if the
 * household has too many open ones, or if another household has one of this id.
 */
export async function putInvitation(
  store: Store,
  id: string,
  { household, body }: InvitationRequest,
): Promise<boolean> {
  const stored = await store.query(
    `INSERT INTO invitation (id, household, body, expires_at)
     SELECT $1, $2, $3, now() + $4 * interval '1 millisecond'
     WHERE (SELECT count(*) FROM invitation WHERE household = $2 AND id <> $1 AND expires_at > now()) < $5
     ON CONFLICT (id) DO UPDATE SET body = excluded.body, expires_at = excluded.expires_at
     WHERE invitation.household = excluded.household
     RETURNING id`,
    [id, household, body, INVITATION_MS, MAX_OPEN],
  );
  return stored.length > 0;
}

/** Resolves to the invitation and removes it, so that of two readers one gets it; null if none. */
export async function takeInvitation(store: Store, id: string): Promise<string | null> {
  const [row] = await store.query<{ body: string; open: boolean }>(
    'DELETE FROM invitation WHERE id = $1 RETURNING body, expires_at > now() AS open',
    [id],
  );
  return row?.open ? row.body : null;
}

export async function removeExpiredInvitations(store: Store): Promise<void> {
  await store.query('DELETE FROM invitation WHERE expires_at <= now()', []);
}
