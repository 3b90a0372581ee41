import type { Entry, Incident } from './rows/incident';
import { canonicalOrder } from './timeline/order';

/*
 * Two versions of a row, from two phones or from a backup, become one. The later `updatedAt` wins; on a tie the greater
 * JSON text, so that both phones come to the same. An incident's timeline merges entry by entry under the same rule. The merge is commutative,
 * associative and idempotent (tests/domain/merge.test.ts).
 */

interface Version {
  updatedAt: number;
}

/** JSON with its keys in order: two phones may have written them differently. */
function stableStringify(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function newer<T extends Version>(a: T, b: T): T {
  if (a.updatedAt !== b.updatedAt) return a.updatedAt > b.updatedAt ? a : b;
  return stableStringify(a) >= stableStringify(b) ? a : b;
}

/** Merges two versions of a row of any table but incidents. */
export const mergeRows = <T extends Version>(a: T, b: T): T => newer(a, b);

/** Merges two versions of an incident: its own fields as a whole, its timeline entry by entry. */
export function mergeIncidents(a: Incident, b: Incident): Incident {
  if (stableStringify(a) === stableStringify(b)) return a;
  // The fields are weighed without the timelines: those change with each merge, and the order of merging must not matter.
  const { timeline: mine, ...fieldsOfA } = a;
  const { timeline: theirs, ...fieldsOfB } = b;
  return { ...newer(fieldsOfA, fieldsOfB), timeline: mergeTimelines(mine, theirs) };
}

function mergeTimelines(a: readonly Entry[], b: readonly Entry[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const entry of [...a, ...b]) {
    const known = entries.get(entry.id);
    entries.set(entry.id, known ? newer(known, entry) : entry);
  }
  return canonicalOrder([...entries.values()]);
}
