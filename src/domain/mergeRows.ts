import type { Entry, Incident } from './rows/incident';
import { canonicalOrder } from './timeline/canonicalOrder';

/*
 * This file merges two versions of a row, from two phones or from a backup. The version with the
 * later `updatedAt` wins. On a tie the greater JSON text wins, so that both phones get the same
 * result. An incident's timeline is merged entry by entry under the same rule. The merge is
 * commutative, associative and idempotent (tests/domain/mergeRows.test.ts).
 */

interface Version {
  updatedAt: number;
}

/** Returns JSON with sorted keys, because two phones may have written them in different orders. */
function stableStringify(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function newerOf<T extends Version>(a: T, b: T): T {
  if (a.updatedAt !== b.updatedAt) return a.updatedAt > b.updatedAt ? a : b;
  return stableStringify(a) >= stableStringify(b) ? a : b;
}

/** Returns the winner of two versions of a row, for every table except incidents. */
export const mergeRows = <T extends Version>(a: T, b: T): T => newerOf(a, b);

/** Merges two versions of an incident: its own fields as a whole, and its timeline by entry. */
export function mergeIncidents(a: Incident, b: Incident): Incident {
  if (stableStringify(a) === stableStringify(b)) return a;
  // The fields are compared without the timelines. A merge changes the timelines, so comparing them
  // too would make the result depend on the order of the merges.
  const { timeline: mine, ...fieldsOfA } = a;
  const { timeline: theirs, ...fieldsOfB } = b;
  return { ...newerOf(fieldsOfA, fieldsOfB), timeline: mergeTimelines(mine, theirs) };
}

/** Merges two timelines entry by entry, into an order that depends on the entries alone. */
export function mergeTimelines(a: readonly Entry[], b: readonly Entry[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const entry of [...a, ...b]) {
    const known = entries.get(entry.id);
    entries.set(entry.id, known ? newerOf(known, entry) : entry);
  }
  return canonicalOrder([...entries.values()]);
}
