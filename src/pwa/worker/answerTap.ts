import { DATABASE_NAME, InfernalDatabase } from '@/db/database';
import { answerPage } from '@/db/paging';
import { readSharing } from '@/db/sharing/readSharing';
import type { Instant } from '@/lib/time';
import { parseNotice, showQuietly, type TestNotice, tagOfPage } from '@/pwa/pageNotification';
import type { Ringer } from './Ringer';
import { tellTestStep } from './tellTestStep';

/**
 * Handles a tap on a notification of the pager. An answer is written as on Tonight, and then told
 * to the other phones; the notification goes only once it is written. Resolves to false if the tap
 * is to open the app.
 *
 * @param answer null if the tap was not on one of the answers
 */
export async function answerTap(
  notification: Notification,
  answer: 'up' | 'declined' | null,
  ringer: Ringer,
): Promise<boolean> {
  const notice = parseNotice(notification);
  if (notice?.kind === 'test') await answerTest(notification, notice, ringer);
  if (notice?.kind !== 'page' || !answer) return false;
  const { incidentId, pageId, sentAt, to, title, notWritten } = notice;
  const db = new InfernalDatabase(DATABASE_NAME);
  try {
    const place = { incidentId, pageId, sentAt: sentAt as Instant };
    const write = () => answerPage(db, { ...place, by: to, answer, now: ringer.now() });
    let written = await write();
    if (!written.ok) {
      // The wake-up may not have been heard of when the page came.
      await ringer.hearRows();
      written = await write();
    }
    if (written.ok) notification.close();
    // It stays in reach, without its buttons: the app has them.
    else await showQuietly(ringer.registration, { title, body: notWritten, tag: tagOfPage(pageId), data: notice });
    if (written.ok) await ringer.sendRows();
  } finally {
    db.close();
  }
  return true;
}

async function answerTest(notification: Notification, { testId }: TestNotice, ringer: Ringer): Promise<void> {
  notification.close();
  const db = new InfernalDatabase(DATABASE_NAME);
  try {
    const sharing = await readSharing(db);
    if (sharing) await tellTestStep(sharing, ringer, { testId, step: 'answered' });
  } catch {
    // Only the screen of the test waits for it, and says what did not arrive.
  } finally {
    db.close();
  }
}
