import type { Instant } from '@/lib/time';

/*
 * The rule of pending writes, which may be applied hours after they were made: a row or an entry
 * that was changed since keeps the later change, what was deleted stays deleted, and applying a
 * write twice is the same as applying it once (tests/db/late.test.ts checks every command).
 */

/** The part of a command's input that says when it was made, and when it is applied. */
export interface Made {
  /** When the person did it. */
  now: Instant;
  /** For a pending write, when it is applied. */
  appliedAt?: Instant | undefined;
}

/**
 * Returns whether a row or an entry was changed after a pending write was made, so that the write
 * comes too late. What a wrong clock has dated after `appliedAt` does not count as changed since.
 */
export const wasChangedSince = ({ updatedAt }: { updatedAt: Instant }, { now, appliedAt }: Made): boolean =>
  appliedAt !== undefined && updatedAt > now && updatedAt <= appliedAt;

/**
 * Returns whether a pending write may leave this row or entry as it is: it was changed since, or
 * deleted, or it already has what the write says.
 */
export const mayStay = <T extends { updatedAt: Instant; deletedAt: Instant | null }>(
  stored: T,
  change: Partial<NoInfer<T>>,
  made: Made,
): boolean =>
  made.appliedAt !== undefined &&
  (stored.deletedAt !== null || wasChangedSince(stored, made) || saysAlready(stored, change));

const saysAlready = <T extends object>(stored: T, change: Partial<T>): boolean =>
  (Object.keys(change) as (keyof T)[]).every(
    (field) => field === 'updatedAt' || JSON.stringify(stored[field]) === JSON.stringify(change[field]),
  );
