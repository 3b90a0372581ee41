import type { Entry, EntryKind } from '@/domain/rows/incident';

/**
 * Returns the timeline with an entry inserted by its time, after the entries of the same instant,
 * so that these stay in the order in which they were logged.
 */
export function insertEntry(timeline: readonly Entry[], entry: Entry): Entry[] {
  const place = timeline.findLastIndex((other) => other.at <= entry.at) + 1;
  return timeline.toSpliced(place, 0, entry);
}

/** The order of the kinds of entries within one instant: the order in which they usually happen. */
const RANK: Record<EntryKind, number> = {
  detected: 0,
  escalated: 1,
  noResponse: 2,
  acknowledged: 3,
  remedy: 4,
  stoodDown: 5,
  note: 6,
  // The rank of a note: these were notes in version 1, and a migrated timeline keeps its order.
  step: 6,
  runbookChosen: 6,
  resolved: 7,
  reopened: 8,
};

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
  let open = true;
  while (remaining.length > 0) {
    const at = remaining[0]?.at;
    const ties = remaining.filter((entry) => entry.at === at);
    // While the incident is resolved, the next valid entry of this instant is a `reopened`.
    const reopening = open ? undefined : ties.find((entry) => entry.kind === 'reopened' && entry.deletedAt === null);
    const next = reopening ?? nextOf(ties, open);
    remaining.splice(remaining.indexOf(next), 1);
    ordered.push(next);
    if (next.deletedAt !== null) continue;
    if (next.kind === 'resolved') open = false;
    if (next.kind === 'reopened') open = true;
  }
  return ordered;
}

function nextOf(ties: readonly Entry[], open: boolean): Entry {
  const impossible = (entry: Entry) => entry.deletedAt === null && entry.kind === (open ? 'reopened' : 'resolved');
  const next = ties.find((entry) => !impossible(entry)) ?? ties[0];
  if (!next) throw new Error('an instant without entries');
  return next;
}
