import type { InfernalDatabase } from '@/db/database';
import { rawBackup, readRawTables } from '@/db/rawTables';
import { readClock } from '@/lib/clock';
import { saveFile } from '@/lib/saveFile';
import { deviceTimeZone, wallClockAt } from '@/lib/zone';

/** Saves all rows as a file, including those that cannot be read. */
export async function downloadRawLog(db: InfernalDatabase): Promise<void> {
  const now = readClock();
  const log = rawBackup(await readRawTables(db), now);
  saveFile(`infernalops-${wallClockAt(now, deviceTimeZone()).day}.json`, JSON.stringify(log, null, 1));
}
