import { newNightRow } from '@/domain/defaults';
import { ok, type Result, refused } from '@/domain/refusal';
import type { NightRow } from '@/domain/rows/others';
import { isInFuture } from '@/domain/timeline/check';
import { stampAfter } from '@/domain/timeline/edit';
import type { Undo } from '@/domain/undo';
import type { Day, Instant } from '@/lib/time';
import { command } from './door';
import { readNightRow } from './queries';

export interface ChangeNight {
  night: Day;
  change: Partial<Pick<NightRow, 'bedtimeAt' | 'morningAt'>>;
  now: Instant;
}

/** "Good night", "Good morning", and their correction afterwards. */
export const changeNight = command(
  'changeNight',
  ['nights'],
  async (db, input: ChangeNight): Promise<Result<{ undo: Undo<'nights'> }>> => {
    const before = await readNightRow(db, input.night);
    const after: NightRow = {
      ...(before ?? newNightRow(input.night, input.now)),
      ...input.change,
      updatedAt: before ? stampAfter(before, input.now) : input.now,
    };
    const { bedtimeAt, morningAt } = after;
    if ([bedtimeAt, morningAt].some((at) => at !== null && isInFuture(at, input.now)))
      return refused({ code: 'inFuture' });
    if (bedtimeAt !== null && morningAt !== null && morningAt <= bedtimeAt) return refused({ code: 'endBeforeStart' });
    await db.nights.put(after);
    return ok({ undo: { table: 'nights', before, after } });
  },
);
