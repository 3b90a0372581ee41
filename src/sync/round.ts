import { joinLogged } from '@/db/sharing/joinStored';
import { readCursor, readSharing } from '@/db/sharing/readSharing';
import { noteSame } from '@/db/sharing/sent';
import { type Done, done, STORAGE_FAILED, type SyncContext } from './context';
import { toBase64url } from './crypto/base64url';
import { withInvite } from './invite';
import type { Move } from './move';
import { pull } from './pull';
import { push } from './push';
import { repair } from './repair';

/** How a round ended. `presses`: a button was pressed, and no phone has logged it yet. */
export type RoundEnd =
  /** This phone and the server hold the same, and the outbox is empty. */
  | { kind: 'same'; head: number; sum: string; presses?: true }
  /** All but rows that are too large, or that a newer app wrote, is the same. */
  | { kind: 'tooLarge'; presses?: true }
  | { kind: 'moved'; move: Move };

/** Two phones that write without a pause could keep a round from its end. */
const MAX_TURNS = 20;

/**
 * Hears what is new and sends what is not sent, until this phone and the server hold the same.
 * Whatever happens in between, what was heard and what was sent so far is on disk.
 */
export async function syncRound(
  context: SyncContext,
  onProgress?: (cursor: number, head: number) => void,
): Promise<Done<RoundEnd>> {
  if (!(await joinLogged(context.db, {})).ok) return STORAGE_FAILED;
  let wasRepaired = false;
  let wasRecreated = false;
  for (let turn = 0; turn < MAX_TURNS; turn++) {
    const pulled = await pull(context, onProgress);
    if (!pulled.ok) {
      if (pulled.failure.kind !== 'unauthorized' || wasRecreated) return pulled;
      // A server that has lost everything does not know the household. It is made again, and
      // filled.
      const created = await context.client.createHousehold(withInvite((await readSharing(context.db))?.invite));
      if (!created.ok) return created;
      wasRecreated = true;
      continue;
    }
    const { move, presses, ...server } = pulled.value;
    if (move) return done({ kind: 'moved', move });
    if (!(await holds(context, server))) {
      if (wasRepaired) return { ok: false, failure: { kind: 'serverFailed', status: 200, retryAfterMs: 0 } };
      const repaired = await repair(context);
      if (!repaired.ok) return repaired;
      wasRepaired = true;
      continue;
    }
    const pushed = await push(context);
    if (!pushed.ok) return pushed;
    const { hadConflicts, hasTooLarge, last } = pushed.value;
    const end = last ?? server;
    if (hadConflicts || !(await holds(context, end))) continue;
    if (hasTooLarge) return done({ kind: 'tooLarge', ...presses });
    return (await noteSame(context.db, { householdId: context.keys.householdId, now: context.now(), ...end })).ok
      ? done({ kind: 'same', ...end, ...presses })
      : STORAGE_FAILED;
  }
  return { ok: false, failure: { kind: 'serverFailed', status: 200, retryAfterMs: 0 } };
}

/** Whether this phone has heard everything and holds what the server holds. */
async function holds({ db }: SyncContext, { head, sum }: { head: number; sum: string }): Promise<boolean> {
  const known = await readCursor(db);
  return known.cursor === head && toBase64url(known.sum) === sum;
}
