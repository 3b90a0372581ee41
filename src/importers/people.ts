import type { SourceChild } from './facts';
import type { ReadFile } from './tellFiles';

/** The people that files name. */
export interface PeopleInFiles {
  /** As the facts name them; null where the files do not say which child it is. */
  children: (string | null)[];
  /** Those that have rows of their own. */
  described: SourceChild[];
  caregivers: string[];
}

/** Returns the people that files name, each once, in the order of their names. */
export function peopleIn(files: readonly ReadFile[]): PeopleInFiles {
  const children = new Set<string | null>();
  const caregivers = new Set<string>();
  const described = files.flatMap(({ reading }) => reading.children);
  for (const { reading } of files)
    for (const { kind, child, by } of reading.facts) {
      if (!WITHOUT_CHILD.includes(kind)) children.add(child);
      if (by !== null) caregivers.add(by);
    }
  return { children: [...children].sort(nullFirst), described, caregivers: [...caregivers].sort() };
}

/** What is only counted, whichever child it is of. */
const WITHOUT_CHILD: readonly string[] = ['pump', 'growth', 'activity', 'mark', 'other', 'used'];

const nullFirst = (a: string | null, b: string | null): number =>
  a === b ? 0 : a === null ? -1 : b === null ? 1 : a < b ? -1 : 1;
