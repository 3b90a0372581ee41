import type { Entry } from '@/domain/rows/incident';

/**
 * Returns the timeline with an entry inserted by its time, after the entries of the same instant,
 * so that these stay in the order in which they were logged.
 */
export function insertEntry(timeline: readonly Entry[], entry: Entry): Entry[] {
  const index = timeline.findLastIndex((candidate) => candidate.at <= entry.at) + 1;
  return timeline.toSpliced(index, 0, entry);
}
