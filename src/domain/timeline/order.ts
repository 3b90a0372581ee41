import type { Entry, EntryKind } from '@/domain/rows/incident';

/** Puts an entry where its time belongs, after those of the same instant: the order in which things were said. */
export function insertEntry(timeline: readonly Entry[], entry: Entry): Entry[] {
  const place = timeline.findLastIndex((other) => other.at <= entry.at) + 1;
  return timeline.toSpliced(place, 0, entry);
}

/* Within one instant, the order in which such things happen. */
const RANK: Record<EntryKind, number> = {
  detected: 0,
  escalated: 1,
  noResponse: 2,
  acknowledged: 3,
  remedy: 4,
  stoodDown: 5,
  note: 6,
  // As a note: in version 1 these were notes, and a migrated timeline keeps its order.
  step: 6,
  runbookChosen: 6,
  resolved: 7,
  reopened: 8,
};

const byTimeRankId = (a: Entry, b: Entry): number =>
  a.at - b.at || RANK[a.kind] - RANK[b.kind] || (a.id < b.id ? -1 : Number(a.id > b.id));

/**
 * The order of a set of entries that depends on the set alone, so that two phones that merged the same entries agree.
 * Entries of one instant come by rank, and `resolved` and `reopened` of one instant in the turn that is possible there:
 * a timeline that is valid in some order of its ties is valid in this one.
 */
export function canonicalOrder(entries: readonly Entry[]): Entry[] {
  const rest = [...entries].sort(byTimeRankId);
  const ordered: Entry[] = [];
  let open = true;
  while (rest.length > 0) {
    const at = rest[0]?.at;
    const ties = rest.filter((entry) => entry.at === at);
    // While the incident is closed, what happens at this instant can only begin with its being reopened.
    const lead = open ? undefined : ties.find((entry) => entry.kind === 'reopened' && entry.deletedAt === null);
    const next = lead ?? nextOf(ties, open);
    rest.splice(rest.indexOf(next), 1);
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
