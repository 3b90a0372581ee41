import * as v from 'valibot';
import { type BackupRefusal, parseBackup } from '@/domain/backup';
import { defaultHousehold, emptyLog } from '@/domain/defaults';
import { timeZone, wallTime } from '@/domain/rows/fields';
import type { HouseholdLog } from '@/domain/rows/tables';
import type { Instant } from '@/lib/time';

/** What a new log needs, if the file is no backup. */
const hoursSchema = v.strictObject({ timeZone, nightStart: wallTime, nightEnd: wallTime });

type ReadHousehold = { ok: true; log: HouseholdLog } | { ok: false; refusal: BackupRefusal };

/** Reads the household that the files are imported into: a backup, or the hours of a new one. */
export function readHousehold(text: string, now: Instant): ReadHousehold {
  const hours = v.safeParse(hoursSchema, parseJson(text));
  if (hours.success) {
    const household = { ...defaultHousehold(hours.output.timeZone, now, null), ...hours.output };
    return { ok: true, log: emptyLog(household) };
  }
  const parsed = parseBackup(text);
  return parsed.ok ? { ok: true, log: parsed.backup.log } : parsed;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
