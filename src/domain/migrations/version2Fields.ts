/* What a row of version 1 cannot have, although the schemas of version 2 would let it pass. */

interface Place {
  /** As `timeline[2].via`. */
  path: string;
  /** A field that is too much, rather than a value that is wrong. */
  unknownField: boolean;
}

const ROW_FIELDS = ['since', 'formerZones', 'mergedInto'];
const ENTRY_KINDS: readonly unknown[] = ['step', 'runbookChosen'];

/** The first place in a row that only version 2 knows; null in a row of version 1. */
export function fieldOfVersion2(row: object): Place | null {
  const field = ROW_FIELDS.find((name) => Object.hasOwn(row, name));
  if (field) return { path: field, unknownField: true };
  const timeline: readonly object[] = 'timeline' in row && Array.isArray(row.timeline) ? row.timeline : [];
  for (const [index, entry] of timeline.entries()) {
    if ('kind' in entry && ENTRY_KINDS.includes(entry.kind))
      return { path: `timeline[${index}].kind`, unknownField: false };
    // A beginning says how it was logged, in version 1, too.
    if ('via' in entry && 'kind' in entry && entry.kind === 'escalated')
      return { path: `timeline[${index}].via`, unknownField: true };
  }
  return null;
}
