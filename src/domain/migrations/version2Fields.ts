/* The fields and values that version 2 added. The schemas accept them, a version 1 row has none. */

interface Place {
  /** For example `timeline[2].via`. */
  path: string;
  /** Whether version 1 has no such field at all, rather than no such value of the field. */
  unknownField: boolean;
}

const ROW_FIELDS = ['since', 'formerZones', 'mergedInto'];
const ENTRY_KINDS: readonly unknown[] = ['step', 'runbookChosen'];

/** Returns the first place in a row that only version 2 knows; null if the row is of version 1. */
export function fieldOfVersion2(row: object): Place | null {
  const field = ROW_FIELDS.find((name) => Object.hasOwn(row, name));
  if (field) return { path: field, unknownField: true };
  const timeline: readonly object[] = 'timeline' in row && Array.isArray(row.timeline) ? row.timeline : [];
  for (const [index, entry] of timeline.entries()) {
    if ('kind' in entry && ENTRY_KINDS.includes(entry.kind))
      return { path: `timeline[${index}].kind`, unknownField: false };
    // Only `escalated` is checked: the `via` of a `detected` is in version 1, too.
    if ('via' in entry && 'kind' in entry && entry.kind === 'escalated')
      return { path: `timeline[${index}].via`, unknownField: true };
  }
  return null;
}
