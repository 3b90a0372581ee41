import { type Result, refused } from '@/domain/refusal';
import { isInFuture } from '@/domain/timeline/check';
import type { Undo } from '@/domain/undo';
import type { Instant } from '@/lib/time';
import { command } from './door';
import { writeRow } from './writeRow';

export interface DeferChore {
  choreId: string;
  title: string;
  effortMinutes: number;
  deferredAt: Instant;
  now: Instant;
}

/** Puts a chore off: technical debt from then on. */
export const deferChore = command(
  'deferChore',
  ['chores'],
  async (db, { choreId, title, effortMinutes, deferredAt, now }: DeferChore): Promise<Result<{ undo: Undo }>> => {
    if (isInFuture(deferredAt, now)) return refused({ code: 'inFuture' });
    const chore = { id: choreId, updatedAt: now, deletedAt: null, title, effortMinutes, deferredAt, paidAt: null };
    return writeRow(db, 'chores', null, chore);
  },
);
