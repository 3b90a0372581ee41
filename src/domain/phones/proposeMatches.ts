/** A child or a caregiver, on this phone or in the household that it joins. */
export interface Person {
  id: string;
  name: string;
  /** Caregivers have none. */
  birthDate?: string | null;
}

/** For each person of this phone: the id of the household's person who is the same, or null. */
type PersonMatches = Readonly<Record<string, string | null>>;

/**
 * Proposes who of this phone is who of the household: those of the same name, whatever its capital
 * letters and accents, then children of the same birth date. Nobody is proposed twice, and nothing
 * where two would fit: twins share a birth date.
 */
export function proposeMatches(own: readonly Person[], others: readonly Person[]): PersonMatches {
  const matches = new Map<string, string>();
  const pairBy = (keyOf: (person: Person) => string | null) => {
    const taken = new Set(matches.values());
    const ownByKey = groupBy(
      own.filter(({ id }) => !matches.has(id)),
      keyOf,
    );
    const othersByKey = groupBy(
      others.filter(({ id }) => !taken.has(id)),
      keyOf,
    );
    for (const [key, mine] of ownByKey) {
      const theirs = othersByKey.get(key) ?? [];
      const [first, second] = [mine[0], theirs[0]];
      if (mine.length === 1 && theirs.length === 1 && first && second) matches.set(first.id, second.id);
    }
  };
  pairBy(({ name }) => comparable(name));
  pairBy(({ birthDate }) => birthDate ?? null);
  return Object.fromEntries(own.map(({ id }) => [id, matches.get(id) ?? null]));
}

/**
 * Returns the matches after somebody chose one by hand. Whoever was matched with that person of the
 * household before is another one from now on.
 */
export const matchByHand = (matches: PersonMatches, ownId: string, otherId: string | null): PersonMatches =>
  Object.fromEntries(
    Object.entries(matches).map(([id, matched]) => {
      if (id === ownId) return [id, otherId];
      return [id, matched === otherId ? null : matched];
    }),
  );

/** `Léo ` and `leo` are the same name. */
const comparable = (name: string): string =>
  name.normalize('NFD').replace(/\p{M}/gu, '').trim().replace(/\s+/g, ' ').toLocaleLowerCase('en');

function groupBy(people: readonly Person[], keyOf: (person: Person) => string | null): Map<string, Person[]> {
  const groups = new Map<string, Person[]>();
  for (const person of people) {
    const key = keyOf(person);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), person]);
  }
  return groups;
}
