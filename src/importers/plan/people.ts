import { newCaregiver, newChild } from '@/domain/defaults';
import { findByName, isSameName } from '@/domain/namesakes';
import { COLORS, isDay, NAME_MAX } from '@/domain/rows/fields';
import type { Caregiver, Child } from '@/domain/rows/household';
import type { HouseholdLog } from '@/domain/rows/tables';
import type { PeopleInFiles } from '@/importers/people';
import type { Instant } from '@/lib/time';
import { broughtBack } from './broughtBack';
import { newPersonId, shorten } from './toRows';

/** Who somebody in the files is: of the household, or new to it. */
export type Person = { id: string } | { name: string };

/**
 * Who the people in the files are. Null leaves the rows of a child out, and makes a caregiver
 * nobody. A child that is missing here has to be asked for.
 */
export interface PeopleAnswers {
  children: ReadonlyMap<string | null, Person | null>;
  caregivers: ReadonlyMap<string, Person | null>;
}

type People = Pick<HouseholdLog, 'children' | 'caregivers'>;

/**
 * Returns who the people in the files are, as far as their names tell: the same name, or the only
 * child there and here. A caregiver without a namesake is nobody.
 */
export function presetPeople({ children, described, caregivers }: PeopleInFiles, log: People): PeopleAnswers {
  const living = log.children.filter(({ deletedAt }) => deletedAt === null);
  const names = new Map(described.map(({ key, name }) => [key, name]));
  const presetChild = (key: string | null): Person | null => {
    const name = key === null ? undefined : (names.get(key) ?? key);
    const known = name === undefined ? null : findPerson('children', name, living);
    const [only, ...others] = living;
    return known ?? (only && others.length === 0 && children.length === 1 ? { id: only.id } : null);
  };
  return {
    children: new Map(
      children.flatMap((key) => {
        const person = presetChild(key);
        return person ? [[key, person]] : [];
      }),
    ),
    caregivers: new Map(caregivers.map((name) => [name, findPerson('caregivers', name, log.caregivers)])),
  };
}

/** Finds a namesake, or the one whom an import made of this name and somebody has renamed since. */
function findPerson(table: keyof People, name: string, rows: readonly (Child | Caregiver)[]): { id: string } | null {
  const namesake = findByName<Child | Caregiver>(rows, name);
  const imported = rows.find(({ id, deletedAt }) => deletedAt === null && id === newPersonId(table, name));
  const found = namesake ?? imported;
  return found ? { id: found.id } : null;
}

/** The ids of the people in the files, and the rows of those that are new. */
export interface NamedPeople {
  childOf: (key: string | null) => string | null;
  caregiverOf: (name: string) => string | null;
  /** Of those that are new to the household. */
  children: Child[];
  caregivers: Caregiver[];
}

/** Gives the people in the files their ids. The same new name is one person. */
export function namePeople(answers: PeopleAnswers, people: PeopleInFiles, log: People, now: Instant): NamedPeople {
  const births = new Map(people.described.map(({ key, birthDate }) => [key, birthDate]));
  const children = new NewRows(log.children, (id, name, color) => newChild(id, name, color, now), now);
  const caregivers = new NewRows(log.caregivers, (id, name, color) => newCaregiver(id, name, color, now), now);
  const childIds = new Map(
    people.children.map((key) => {
      const birthDate = key === null ? null : births.get(key);
      const fields = birthDate && isDay(birthDate) ? { birthDate } : {};
      return [key, children.idOf('children', answers.children.get(key) ?? null, fields)];
    }),
  );
  const caregiverIds = new Map(
    people.caregivers.map((name) => [name, caregivers.idOf('caregivers', answers.caregivers.get(name) ?? null, {})]),
  );
  return {
    childOf: (key) => childIds.get(key) ?? null,
    caregiverOf: (name) => caregiverIds.get(name) ?? null,
    children: children.rows,
    caregivers: caregivers.rows,
  };
}

/** Collects the rows of new people, each with a colour of its own as long as there are some. */
class NewRows<Row extends Child | Caregiver> {
  readonly rows: Row[] = [];

  constructor(
    private readonly known: readonly Row[],
    private readonly create: (id: string, name: string, color: Row['color']) => Row,
    private readonly now: Instant,
  ) {}

  idOf(table: keyof People, person: Person | null, fields: Partial<Row>): string | null {
    if (person === null || 'id' in person) return person?.id ?? null;
    const name = person.name.trim().normalize('NFC');
    const made = this.rows.find((row) => isSameName(row.name, name));
    if (made) return made.id;
    const id = newPersonId(table, name);
    const here = this.known.find((row) => row.id === id);
    if (here?.deletedAt === null) return id;
    const color = COLORS[(this.known.length + this.rows.length) % COLORS.length] ?? COLORS[0];
    this.rows.push(
      here ? broughtBack(here, this.now) : { ...this.create(id, shorten(name, NAME_MAX), color), ...fields },
    );
    return id;
  }
}
