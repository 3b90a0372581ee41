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
  /** The complete text to store, including its HTML comment. */
  text: string;
  /**
   * The stored text that the user started from. If another window has stored a different text
   * since, the write is refused and nothing is lost.
   */
  baseText: string;
  now: Instant;
}

/**
 * Stores the post-mortem of a night. A failed write is not tried again: it is typed by day, and the
 * editor keeps the text until it is stored.
 */
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
