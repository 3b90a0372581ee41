import { newNightRow } from '@/domain/defaults';
import { livedNight } from '@/domain/night';
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
import { readLogStart, readNightRowsBefore } from './logQueries';
import { putSettings } from './people';
import { readNightRow } from './queries';

export interface ChangeRotation {
  /** Null: there is no rota from now on. */
  rotation: Rotation | null;
  now: Instant;
}

/**
 * Changes or removes the rota. Past nights keep the shifts they had: these are written on the rows
 * of those nights in the same transaction. The undo restores only the household's row, because the
 * shifts written are those that row gives.
 *
 * If the log had no rota before, no past night gets a shift. The device notes from which night the
 * rota counts.
 *
 * A rota is changed by day, where the user sees a failed write, so it is not tried again.
 */
export const changeRotation = command(
  'changeRotation',
  ['household', 'caregivers', 'nights', 'incidents', 'meta'],
  async (db, { rotation, now }: ChangeRotation): Promise<Result<{ undo: Undo<'household'> }>> => {
    const parsed = parseRow('household', await db.household.get('household'));
    const before = parsed.ok ? parsed.row : null;
    const refusal = rotation ? await checkShifts(db, rotation.slots, before?.rotation?.slots ?? []) : null;
    if (refusal) return refusal;
    // This checks the rotation, so it comes before everything else that is written.
    const written = await putSettings(db, { rotation }, { now });
    if (!written.ok || !before) return written;
    const tonight = comingNight(before, await readNightRow(db, livedNight(now, before)), now);
    if (before.rotation) await db.nights.bulkPut(await nightRowsKeepingShifts(db, before, { rotation, tonight, now }));
    else await db.meta.put({ id: 'rotaSince', night: tonight });
    return written;
  },
  { retryAtStart: false },
);

/**
 * Returns rows that keep the former shift, one for each past night that the new rotation would
 * change.
 */
async function nightRowsKeepingShifts(
  db: InfernalDatabase,
  household: Household,
  { rotation: after, tonight, now }: ChangeRotation & { tonight: Day },
): Promise<NightRow[]> {
  const meta = await db.meta.get('rotaSince');
  const since = meta?.id === 'rotaSince' ? meta.night : null;
  const { rows, broken } = await readNightRowsBefore(db, tonight);
  // The index also contains deleted incidents. Those before the first one that is not deleted must
  // not make nights, because the log would then begin with them.
  const { detectedAt: firstDetectedAt } = await readLogStart(db);
  const keys = (await db.incidents.orderBy('detectedAt').keys()) as Instant[];
  const detectedAt = firstDetectedAt === null ? [] : keys.filter((at) => at >= firstDetectedAt);

  const rowById = new Map(rows.map((row) => [row.id, row]));
  const liveRows = rows.filter(({ deletedAt }) => deletedAt === null);
  const unreadableNights = new Set<string>(broken.map(({ id }) => id));
  const keptShifts = shiftsToKeep(
    { before: household.rotation, after },
    { rows: liveRows, detectedAt },
    { since, tonight, zone: household },
  );
  return [...keptShifts]
    .filter(([night]) => !unreadableNights.has(night))
    .map(([night, onCall]) => {
      const row = rowById.get(night);
      const updatedAt = row ? nextUpdatedAt(row, now) : now;
      return { ...(row?.deletedAt === null ? row : newNightRow(night, now)), onCall, updatedAt };
    });
}
