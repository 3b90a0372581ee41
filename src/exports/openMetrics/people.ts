import { inOrderOfBirth } from '@/domain/childOrder';
import type { HouseholdLog } from '@/domain/rows/tables';

/**
 * How people are called in the labels: by their names, or by what tells them apart on this
 * household's screens and nowhere else.
 */
export type NamedBy = 'names' | 'pseudonyms';

/** The label of each child and caregiver, by id. No two children have the same, nor caregivers. */
export interface PeopleNames {
  child: (id: string) => string;
  caregiver: (id: string) => string;
}

/**
 * Returns how the people of a log are called. As pseudonyms, children are numbered from the eldest
 * and caregivers are named by their colour in the app: both stay the same when somebody is added.
 *
 * @example names: Léo, Mum; pseudonyms: child_1, caregiver_purple
 */
export function namePeople(log: HouseholdLog, namedBy: NamedBy): PeopleNames {
  const children = inOrderOfBirth(log.children.filter(isLive));
  const caregivers = log.caregivers.filter(isLive).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const isNamed = namedBy === 'names';
  const childNames = distinct(children, ({ name }, index) => (isNamed ? name : `child_${index + 1}`));
  const caregiverNames = distinct(caregivers, ({ name, color }) => (isNamed ? name : `caregiver_${color}`));
  return { child: (id) => childNames.get(id) ?? id, caregiver: (id) => caregiverNames.get(id) ?? id };
}

const isLive = ({ deletedAt }: { deletedAt: number | null }): boolean => deletedAt === null;

/** A name that somebody before has, too, gets a number: two series of one name would be refused. */
function distinct<Person extends { id: string }>(
  people: readonly Person[],
  nameOf: (person: Person, index: number) => string,
): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const [index, person] of people.entries()) {
    const name = nameOf(person, index);
    let label = name;
    for (let number = 2; taken.has(label); number += 1) label = `${name}_${number}`;
    taken.add(label);
    names.set(person.id, label);
  }
  return names;
}
