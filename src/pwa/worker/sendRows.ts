import { DATABASE_NAME, InfernalDatabase } from '@/db/database';
import { readClock } from '@/lib/clock';
import { callsTo } from '@/sync/connect';
import { pushOnce } from '@/sync/pushOnce';

/**
 * Sends what the worker has written to the other phones, if the log is shared. It never rejects:
 * the rows are on disk and in the outbox, and the app sends them when it is opened next.
 */
export async function sendRows(origin: string, appVersion: string): Promise<void> {
  const db = new InfernalDatabase(DATABASE_NAME);
  try {
    await pushOnce(db, { connect: callsTo({ origin }), appVersion, now: readClock });
  } catch {
    // The log could not be read.
  } finally {
    db.close();
  }
}
