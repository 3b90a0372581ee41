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

/** The same name, however it is typed. */
const plain = (name: string): string => name.trim().normalize('NFC').toLowerCase();

export const isSameName = (a: string, b: string): boolean => plain(a) === plain(b);

interface Named {
  id: string;
  name: string;
  deletedAt: number | null;
}

/** Returns the row of a person with this name, if there is one. */
export const findByName = <Row extends Named>(rows: readonly Row[], name: string): Row | null =>
  rows.find((row) => row.deletedAt === null && isSameName(row.name, name)) ?? null;
