import type { Chore } from '@/domain/rows/others';

/** What chores take in all. */
export const minutesOf = (chores: readonly Chore[]): number =>
  chores.reduce((sum, { effortMinutes }) => sum + effortMinutes, 0);
