import { type Result, refused } from '@/domain/refusal';
import type { Chore } from '@/domain/rows/others';
import { isInFuture } from '@/domain/timeline/checkTimeline';
import type { Undo } from '@/domain/undo';
import { type Instant, laterOf } from '@/lib/time';
import type { InfernalDatabase } from './database';
import { command } from './door';
import { parseLiveRows } from './parseRows';
import { changeRow, removeRow, writeRow } from './writeRow';

type WriteResult = Promise<Result<{ undo: Undo<'chores'> }>>;

export interface DeferChore {
  choreId: string;
  title: string;
  effortMinutes: number;
  deferredAt: Instant;
  now: Instant;
}

/** Puts a chore off. It counts as technical debt from then on. */
export const deferChore = command(
  'deferChore',
  ['chores'],
  async (db, { choreId, title, effortMinutes, deferredAt, now }: DeferChore): WriteResult => {
    if (isInFuture(deferredAt, now)) return refused({ code: 'inFuture' });
    const chore = { id: choreId, updatedAt: now, deletedAt: null, title, effortMinutes, deferredAt, paidAt: null };
    return writeRow(db, 'chores', null, chore);
  },
);

interface ChoreInput {
  choreId: string;
  now: Instant;
}

/**
 * Marks a chore as done. If another window has already paid it, that time stays and this is
 * refused.
 */
export const payChore = command(
  'payChore',
  ['chores'],
  async (db, { choreId, now }: ChoreInput): WriteResult => {
    const chore = await readChore(db, choreId);
    if (!chore) return refused({ code: 'unknownRow' });
    if (chore.paidAt !== null) return refused({ code: 'changedSince' });
    // A phone whose clock is a little ahead may have put the chore off at a time after `now`.
    return changeRow(db, 'chores', choreId, { paidAt: laterOf(now, chore.deferredAt) }, { now });
  },
  { retryAtStart: false },
);

/**
 * Drops a chore that is not worth doing. The row is marked deleted, because the data model has no
 * state "forgiven": the chore counts for nothing, as if it had never been put off.
 */
export const forgiveChore = command(
  'forgiveChore',
  ['chores'],
  async (db, { choreId, now }: ChoreInput): WriteResult =>
    (await readChore(db, choreId)) ? removeRow(db, 'chores', choreId, now) : refused({ code: 'unknownRow' }),
  { retryAtStart: false },
);

export interface ChangeChore extends ChoreInput {
  /** `paidAt: null` means that the chore was not done after all. */
  change: Partial<Pick<Chore, 'title' | 'effortMinutes' | 'deferredAt' | 'paidAt'>>;
}

/**
 * Changes fields of a chore. Refuses new times in the future, and a chore done before it was put
 * off.
 */
export const changeChore = command(
  'changeChore',
  ['chores'],
  async (db, { choreId, change, now }: ChangeChore): WriteResult => {
    const before = await readChore(db, choreId);
    if (!before) return refused({ code: 'unknownRow' });
    const { deferredAt, paidAt } = { ...before, ...change };
    const isNew = (at: Instant | null) => at !== null && at !== before.deferredAt && at !== before.paidAt;
    if ([deferredAt, paidAt].some((at) => at !== null && isNew(at) && isInFuture(at, now)))
      return refused({ code: 'inFuture' });
    // A chore that a wrong clock has put off in the future can be paid now.
    if (paidAt !== null && paidAt < deferredAt && !isInFuture(deferredAt, now))
      return refused({ code: 'endBeforeStart' });
    return changeRow(db, 'chores', choreId, change, { now });
  },
  { retryAtStart: false },
);

/** Returns null if there is no such chore, or it is marked deleted, or its row cannot be read. */
async function readChore(db: InfernalDatabase, id: string): Promise<Chore | null> {
  return parseLiveRows('chores', [await db.chores.get(id)].filter(Boolean)).rows[0] ?? null;
}
