import type { InfernalDatabase } from '@/db/database';
import { rawBackup, readWhatCanBeRead } from '@/db/rawTables';
import { readClock } from '@/lib/clock';
import { deviceTimeZone } from '@/lib/deviceZone';
import { saveFile } from '@/lib/saveFile';
import { wallClockAt } from '@/lib/zone';

/**
 * Saves all rows as a file, including those that do not fit their schema. Returns how many the
 * storage could not give; null if nothing could be read, so that there is no file.
 */
export async function downloadRawLog(db: InfernalDatabase): Promise<number | null> {
  const now = readClock();
  const found = await readWhatCanBeRead(db);
  if (!found) return null;
  const log = rawBackup(found.tables, now);
  saveFile(`infernalops-${wallClockAt(now, deviceTimeZone()).day}.json`, JSON.stringify(log, null, 1));
  return found.unreadableCount;
}
