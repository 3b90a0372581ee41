import { DATABASE_NAME, InfernalDatabase } from '@/db/database';
import { readClock } from '@/lib/clock';
import { callsTo } from '@/sync/connect';
import { pullOnce } from '@/sync/pullOnce';

/** Hears what the other phones have written, as far as the server can be reached. Never rejects. */
export async function hearRows(origin: string, appVersion: string): Promise<void> {
  const db = new InfernalDatabase(DATABASE_NAME);
  try {
    await pullOnce(db, { connect: callsTo({ origin }), appVersion, now: readClock });
  } catch {
    // The log could not be read.
  } finally {
    db.close();
  }
}
