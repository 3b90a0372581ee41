/* The fields and values that each version added. The schemas accept them, older rows have none. */

interface Place {
  /** For example `timeline[2].via`. */
  path: string;
  /** Whether the version has no such field at all, rather than no such value of the field. */
  unknownField: boolean;
}

const FIELDS_OF_VERSION_2 = ['since', 'formerZones', 'mergedInto'];
const FIELDS_OF_VERSION_3 = ['dueDate'];
const FIELDS_OF_VERSION_5 = ['pagesByItself'];
const ENTRY_KINDS_OF_VERSION_2: readonly unknown[] = ['step', 'runbookChosen'];

/**
 * Returns the first place in a row that only a later version than the given one knows; null if the
 * row is of that version.
 */
export function fieldOfLaterVersion(row: object, version: number): Place | null {
  const laterFields = [
    ...(version < 2 ? FIELDS_OF_VERSION_2 : []),
    ...(version < 3 ? FIELDS_OF_VERSION_3 : []),
    ...(version < 5 ? FIELDS_OF_VERSION_5 : []),
  ];
  const field = laterFields.find((name) => Object.hasOwn(row, name));
  if (field) return { path: field, unknownField: true };
  return version < 5 ? entryOfLaterVersion(row, version) : null;
}

function entryOfLaterVersion(row: object, version: number): Place | null {
  const timeline: readonly object[] = 'timeline' in row && Array.isArray(row.timeline) ? row.timeline : [];
  for (const [index, entry] of timeline.entries()) {
    if (typeof entry !== 'object' || entry === null) continue;
    if ('kind' in entry && entry.kind === 'delivered') return { path: `timeline[${index}].kind`, unknownField: false };
    if ('declined' in entry) return { path: `timeline[${index}].declined`, unknownField: true };
    if (version >= 4) continue;
    if ('joinedFrom' in entry) return { path: `timeline[${index}].joinedFrom`, unknownField: true };
    if (version >= 2) continue;
    if ('kind' in entry && ENTRY_KINDS_OF_VERSION_2.includes(entry.kind))
      return { path: `timeline[${index}].kind`, unknownField: false };
    // Only `escalated` is checked: the `via` of a `detected` is in version 1, too.
    if ('via' in entry && 'kind' in entry && entry.kind === 'escalated')
      return { path: `timeline[${index}].via`, unknownField: true };
  }
  return null;
}
