import type { Entry, EntryKind } from '@/domain/rows/incident';

/**
 * Returns the timeline with an entry inserted by its time, after the entries of the same instant,
 * so that these stay in the order in which they were logged. Only the end of the incident stays
 * the last of its instant: what is told of that instant was done until then.
 *
 * @example asleep again 3:03, and by day "cuddle" 3:03 → cuddle, asleep again
 */
export function insertEntry(timeline: readonly Entry[], entry: Entry): Entry[] {
  const index = timeline.findLastIndex((candidate) => candidate.at <= entry.at) + 1;
  const before = timeline[index - 1];
  const isToldOfEnd = before?.kind === 'resolved' && before.at === entry.at && RANK[entry.kind] < RANK.resolved;
  return timeline.toSpliced(isToldOfEnd ? index - 1 : index, 0, entry);
}

/** The order of the kinds of entries within one instant: the order in which they usually happen. */
const RANK: Record<EntryKind, number> = {
  detected: 0,
  escalated: 1,
  delivered: 2,
  noResponse: 3,
  acknowledged: 4,
  remedy: 5,
  stoodDown: 6,
  note: 7,
  // The rank of a note: these were notes in version 1, and a migrated timeline keeps its order.
  step: 7,
  runbookChosen: 7,
  resolved: 8,
  reopened: 9,
};

/** Compares the ids as plain strings: `localeCompare` would depend on the phone's language. */
const byTimeRankId = (a: Entry, b: Entry): number =>
  a.at - b.at || RANK[a.kind] - RANK[b.kind] || (a.id < b.id ? -1 : Number(a.id > b.id));

/**
 * Sorts entries in an order that depends only on the set of entries, so that two phones that merged
 * the same entries agree. Entries of the same instant are sorted by rank, but `resolved` and
 * `reopened` alternate: if a timeline is valid in any order of its ties, it is valid in this one.
 */
export function canonicalOrder(entries: readonly Entry[]): Entry[] {
  const remaining = [...entries].sort(byTimeRankId);
  const ordered: Entry[] = [];
  let isOpen = true;
  while (remaining.length > 0) {
    const at = remaining[0]?.at;
    const ties = remaining.filter((entry) => entry.at === at);
    // The `reopened` of a resolved incident comes first, whatever its rank, so that the other
    // entries of this instant come after the child woke.
    const reopening = isOpen ? undefined : ties.find((entry) => entry.kind === 'reopened' && entry.deletedAt === null);
    const next = reopening ?? firstPossible(ties, isOpen);
    remaining.splice(remaining.indexOf(next), 1);
    ordered.push(next);
    if (next.deletedAt !== null) continue;
    if (next.kind === 'resolved') isOpen = false;
    if (next.kind === 'reopened') isOpen = true;
  }
  return ordered;
}

/**
 * Returns the first entry that is valid next: an open incident cannot be reopened, and a resolved
 * one cannot be resolved. If none is valid, as in a broken timeline, returns the first of all.
 */
function firstPossible(ties: readonly Entry[], isOpen: boolean): Entry {
  const isImpossible = (entry: Entry) => entry.deletedAt === null && entry.kind === (isOpen ? 'reopened' : 'resolved');
  const next = ties.find((entry) => !isImpossible(entry)) ?? ties[0];
  if (!next) throw new Error('an instant without entries');
  return next;
}
