import { newNightRow } from '@/domain/defaults';
import { ok, type Result, refused } from '@/domain/refusal';
import type { NightRow } from '@/domain/rows/others';
import { parseRow } from '@/domain/rows/parseRow';
import { isInFuture } from '@/domain/timeline/checkTimeline';
import { nextUpdatedAt } from '@/domain/timeline/editTimeline';
import type { Undo } from '@/domain/undo';
import type { Day } from '@/lib/time';
import { checkShifts } from './checkShifts';
import { command } from './door';
import { type Made, mayStay, wasChangedSince } from './late';
import { readNightRow } from './queries';

export interface ChangeNight extends Made {
  night: Day;
  /** `onCall: null` means that the rotation decides. */
  change: Partial<Pick<NightRow, 'bedtimeAt' | 'morningAt' | 'quiet' | 'onCall'>>;
}

/**
 * Changes the row of one night: its bedtime and its morning ("Good night", "Good morning"), whether
 * all was quiet, and who is on call in that night only. Refuses a new time in the future, and a
 * morning that is not after the bedtime.
 */
export const changeNight = command(
  'changeNight',
  ['nights', 'caregivers'],
  async (db, input: ChangeNight): Promise<Result<{ undo: Undo<'nights'> }>> => {
    const before = await readNightRow(db, input.night);
    // The row of a night that was taken back is there, but deleted.
    const stored = parseRow('nights', await db.nights.get(input.night));
    if (stored.ok && wasChangedSince(stored.row, input)) return unchanged(stored.row);
    if (before && mayStay(before, input.change, input)) return unchanged(before);
    const after: NightRow = {
      ...(before ?? newNightRow(input.night, input.now)),
      ...input.change,
      updatedAt: before ? nextUpdatedAt(before, input.now) : input.now,
    };
    const { bedtimeAt, morningAt } = after;
    // A time that is in the future already was dated by a wrong clock. It must not keep anybody
    // from logging the other one; metrics.md ignores a pair that is not increasing.
    const wasAhead = [before?.bedtimeAt, before?.morningAt].filter((at) => at != null && isInFuture(at, input.now));
    const newTimes = [bedtimeAt, morningAt].filter((at) => at !== null && !wasAhead.includes(at));
    if (newTimes.some((at) => at !== null && isInFuture(at, input.now))) return refused({ code: 'inFuture' });
    if (bedtimeAt !== null && morningAt !== null && morningAt <= bedtimeAt && wasAhead.length === 0)
      return refused({ code: 'endBeforeStart' });
    const { onCall } = input.change;
    const refusal = onCall ? await checkShifts(db, [onCall], before?.onCall ? [before.onCall] : []) : null;
    if (refusal) return refusal;
    await db.nights.put(after);
    return ok({ undo: { table: 'nights', before, after } });
  },
);

const unchanged = (row: NightRow): Result<{ undo: Undo<'nights'> }> =>
  ok({ undo: { table: 'nights', before: row, after: row } });
