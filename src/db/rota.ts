import { newNightRow } from '@/domain/defaults';
import { nightOf } from '@/domain/night';
import type { Result } from '@/domain/refusal';
import type { Rotation } from '@/domain/rota';
import { comingNight, shiftsToKeep } from '@/domain/rotaCycle';
import type { Household } from '@/domain/rows/household';
import type { NightRow } from '@/domain/rows/others';
import { parseRow } from '@/domain/rows/parseRow';
import { nextUpdatedAt } from '@/domain/timeline/editTimeline';
import type { Undo } from '@/domain/undo';
import type { Day, Instant } from '@/lib/time';
import { checkShifts } from './checkShifts';
import type { InfernalDatabase } from './database';
import { command } from './door';
import { putSettings } from './people';
import { readLogStart, readNightRow, readNightRowsBefore } from './queries';

export interface ChangeRotation {
  /** Null: from now on without a rota. */
  rotation: Rotation | null;
  now: Instant;
}

/**
 * Another rota, or none. Nights that are over keep the shifts they had by the one before: they get them as their own, in the same
 * write. The undo is the household's row alone, for what was kept is what that row says again.
 *
 * A rota that is tried out over a log without one is written on none of its nights: when it was made is noted on this device.
 *
 * By day, by somebody who sees whether it worked, so as with runbooks nothing is kept to be tried again.
 */
export const changeRotation = command(
  'changeRotation',
  ['household', 'caregivers', 'nights', 'incidents', 'meta'],
  async (db, { rotation, now }: ChangeRotation): Promise<Result<{ undo: Undo<'household'> }>> => {
    const parsed = parseRow('household', await db.household.get('household'));
    const before = parsed.ok ? parsed.row : null;
    const refusal = rotation ? await checkShifts(db, rotation.slots, before?.rotation?.slots ?? []) : null;
    if (refusal) return refusal;
    // Refuses what is no rotation before it writes anything.
    const written = await putSettings(db, { rotation }, now);
    if (!written.ok || !before) return written;
    const tonight = comingNight(before, await readNightRow(db, nightOf(now, before.timeZone)), now);
    if (before.rotation) await db.nights.bulkPut(await nightRowsKeepingShifts(db, before, { rotation, tonight, now }));
    else await db.meta.put({ id: 'rotaSince', night: tonight });
    return written;
  },
  { retryAtStart: false },
);

/** The rows of the nights that are over and would get another shift by the new rotation, with the one they had. */
async function nightRowsKeepingShifts(
  db: InfernalDatabase,
  { rotation: before, timeZone }: Household,
  { rotation: after, tonight, now }: ChangeRotation & { tonight: Day },
): Promise<NightRow[]> {
  const meta = await db.meta.get('rotaSince');
  const since = meta?.id === 'rotaSince' ? meta.night : null;
  const { rows, broken } = await readNightRowsBefore(db, tonight);
  // The index also has what was deleted. Before the first wake-up that was not, it must not make nights: the log would begin there.
  const { detectedAt: first } = await readLogStart(db);
  const keys = (await db.incidents.orderBy('detectedAt').keys()) as Instant[];
  const detectedAt = first === null ? [] : keys.filter((at) => at >= first);

  const known = new Map(rows.map((row) => [row.id, row]));
  const live = rows.filter(({ deletedAt }) => deletedAt === null);
  const unreadable = new Set(broken.map(({ id }) => id));
  const kept = shiftsToKeep({ before, after }, { rows: live, detectedAt }, { since, tonight, timeZone });
  return [...kept]
    .filter(([night]) => !unreadable.has(night))
    .map(([night, onCall]) => {
      const row = known.get(night);
      const updatedAt = row ? nextUpdatedAt(row, now) : now;
      return { ...(row?.deletedAt === null ? row : newNightRow(night, now)), onCall, updatedAt };
    });
}
