import type { Entry } from '@/domain/rows/incident';

/**
 * Returns the timeline with an entry inserted by its time, after the entries of the same instant,
 * so that these stay in the order in which they were logged.
 */
export function insertEntry(timeline: readonly Entry[], entry: Entry): Entry[] {
  const index = timeline.findLastIndex((candidate) => candidate.at <= entry.at) + 1;
  return timeline.toSpliced(index, 0, entry);
}

/**
 * Returns the timeline with an entry inserted that somebody tells of. The end of the incident stays
 * the last of its instant: what is told of that instant was done until then.
 *
 * @example asleep again 3:03, and by day "cuddle" 3:03 → cuddle, asleep again
 */
export function insertToldEntry(timeline: readonly Entry[], entry: Entry): Entry[] {
  const last = timeline.findLast(({ at, deletedAt }) => at <= entry.at && deletedAt === null);
  const isToldOfEnd = last?.kind === 'resolved' && last.at === entry.at;
  if (!isToldOfEnd || entry.kind === 'resolved' || entry.kind === 'reopened') return insertEntry(timeline, entry);
  return timeline.toSpliced(timeline.indexOf(last), 0, entry);
}
