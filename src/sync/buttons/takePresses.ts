import { logPresses } from '@/db/sharing/logPresses';
import { readSharing } from '@/db/sharing/readSharing';
import type { Press, UnloggedPress } from '@/domain/presses/press';
import { isInFuture } from '@/domain/timeline/checkTimeline';
import type { Instant } from '@/lib/time';
import { type ButtonContext, type Done, done, STORAGE_FAILED } from '@/sync/context';
import { openWord } from '@/sync/crypto/buttonSeals';

/**
 * Logs what the buttons of the household have sent. It is called after a round, when this phone and
 * the server hold the same.
 *
 * The server is told that a press is logged only when nothing of the log is left to send, which is
 * after another round if something was written now. A phone that is killed in between logs the
 * press again, to no effect. So does another phone that is faster or slower.
 */
export async function takePresses(context: ButtonContext): Promise<Done<null>> {
  const { db, client, keys, now } = context;
  const answer = await client.getPresses();
  if (!answer.ok) return answer;
  // By a clock that is behind the server's, it has not happened yet, and waits.
  const due = answer.value.filter(({ at }) => !isInFuture(at as Instant, now()));
  const sharing = await readSharing(db);
  if (!sharing || due.length === 0) return done(null);
  const place = { secret: sharing.secret, householdId: keys.householdId };
  const presses: Press[] = [];
  const unreadable: UnloggedPress[] = [];
  for (const { id, button: buttonId, word, at } of due) {
    const told = { id, buttonId, at: at as Instant };
    const opened = await openWord({ ...place, buttonId }, word);
    if (opened) presses.push({ ...told, ...opened });
    else unreadable.push({ ...told, word: null, why: 'unreadable' });
  }
  const { householdId } = keys;
  if (!(await logPresses(db, { householdId, presses, unreadable, now: now() })).ok) return STORAGE_FAILED;
  if ((await db.outbox.count()) > 0) return done(null);
  for (const { id } of due) {
    const told = await client.deletePress(id);
    if (!told.ok) return told;
  }
  return done(null);
}
