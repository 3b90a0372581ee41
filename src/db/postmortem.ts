import { newNightRow } from '@/domain/defaults';
import { ok, type Result, refused } from '@/domain/refusal';
import { parseRow } from '@/domain/rows/parseRow';
import { nextUpdatedAt } from '@/domain/timeline/editTimeline';
import type { Undo } from '@/domain/undo';
import type { Day, Instant } from '@/lib/time';
import { command } from './door';
import { readNightRow } from './queries';

export interface WritePostmortem {
  night: Day;
  /** The text as it is to be stored, its comment included. */
  text: string;
  /** What it was written over: nothing that another window wrote since is lost. */
  baseText: string;
  now: Instant;
}

/** Stores the text of a night. Typed by day and kept in the editor until it is written, so what fails is not tried again by itself. */
export const writePostmortem = command(
  'writePostmortem',
  ['nights'],
  async (db, { night, text, baseText, now }: WritePostmortem): Promise<Result<{ undo: Undo<'nights'> }>> => {
    const before = await readNightRow(db, night);
    const stored = before?.postmortem ?? '';
    if (stored !== baseText && stored !== text) return refused({ code: 'changedSince' });
    const after = {
      ...(before ?? newNightRow(night, now)),
      postmortem: text,
      updatedAt: before ? nextUpdatedAt(before, now) : now,
    };
    const parsed = parseRow('nights', after);
    if (!parsed.ok)
      return refused(text.isWellFormed() ? { code: 'textTooLong' } : { code: 'badValue', path: parsed.broken.path });
    await db.nights.put(parsed.row);
    return ok({ undo: { table: 'nights', before, after: parsed.row } });
  },
  { retryAtStart: false },
);
