import { ok, type Result, refused } from '@/domain/refusal';
import { mergeWakeUps } from '@/domain/review/mergeWakeUps';
import type { MergeRepair, Repair } from '@/domain/review/proposal';
import { entryForRepair } from '@/domain/review/repairEntry';
import { nextUpdatedAt } from '@/domain/timeline/editTimeline';
import type { Undo } from '@/domain/undo';
import type { Instant } from '@/lib/time';
import { checkIncident } from './checkIncident';
import type { InfernalDatabase } from './database';
import { command } from './door';
import { addEntry } from './editIncident';
import { changeIncident } from './incidents';
import { moveDates } from './moveDates';
import { changeNight } from './nights';
import { overlapsOf } from './overlapsOf';
import { readIncident } from './queries';
import { toStoredIncident } from './storedIncident';

interface RepairOptions {
  /**
   * The ids of the new entries: one for most repairs, and `idsNeeded` when two incidents are
   * merged.
   */
  ids: readonly string[];
  now: Instant;
}

type RepairResult = Promise<Result<{ undo: readonly Undo[] }>>;

/**
 * Makes a change that the morning review proposes. It calls the same commands as the other screens,
 * and returns how to undo everything they wrote.
 */
export async function applyRepair(db: InfernalDatabase, repair: Repair, { ids, now }: RepairOptions): RepairResult {
  switch (repair.kind) {
    case 'end':
    case 'up': {
      const { incidentId } = repair;
      const entry = entryForRepair(repair, ids[0] ?? '', now);
      const overlapped = await overlapsOf(db, await readIncident(db, incidentId), now);
      return withOverlaps(await addEntry(db, { incidentId, entry, now }), overlapped);
    }
    case 'cause':
      return withOverlaps(
        await changeIncident(db, { incidentId: repair.incidentId, change: { causeId: repair.causeId }, now }),
      );
    case 'quiet':
      return withOverlaps(await changeNight(db, { night: repair.night, change: { quiet: true }, now }));
    case 'moveDates':
      return moveDates(db, { ...repair, now });
    case 'merge':
      return mergeIntoOne(db, { ...repair, ids, now });
  }
}

/**
 * Notes in the undo which incidents already overlapped, because the undo may bring these overlaps
 * back.
 */
const withOverlaps = (result: Result<{ undo: Undo }>, overlapped: readonly string[] = []): Awaited<RepairResult> =>
  result.ok ? ok({ undo: [{ ...result.value.undo, overlapped }] }) : result;

/**
 * "One wake-up": marks the second incident deleted and moves its entries into the first. The order
 * matters, because a child has one incident at a time. The second is deleted before the first
 * becomes longer; the undo shortens the first before it brings the second back.
 */
const mergeIntoOne = command(
  'mergeIntoOne',
  ['incidents'],
  async (db, { firstId, secondId, ids, now }: MergeRepair & RepairOptions): RepairResult => {
    const [first, second] = [await readIncident(db, firstId), await readIncident(db, secondId)];
    if (!first || !second || first.childId !== second.childId) return refused({ code: 'unknownIncident' });
    const [overlapsOfFirst, overlapsOfSecond] = [await overlapsOf(db, first, now), await overlapsOf(db, second, now)];
    const merged = mergeWakeUps(first, second, { ids, now });
    if (!merged.ok) return merged;
    const removed = { ...second, deletedAt: now, updatedAt: nextUpdatedAt(second, now) };
    await db.incidents.put(toStoredIncident(removed));
    const refusal = await checkIncident(db, merged.value, now, { before: first });
    if (refusal) return refused(refusal);
    await db.incidents.put(toStoredIncident(merged.value));
    return ok({
      undo: [
        { table: 'incidents', before: second, after: removed, overlapped: overlapsOfSecond },
        { table: 'incidents', before: first, after: merged.value, overlapped: overlapsOfFirst },
      ],
    });
  },
  { retryAtStart: false },
);
