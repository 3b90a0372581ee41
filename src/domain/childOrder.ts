import type { Child } from './rows/household';

/**
 * Returns the children in the order of their birth, which is the same in every language and on
 * every phone; twins by name. Those without a birth date come after them, in the order in which
 * they were added: the order of their ids.
 */
export const inOrderOfBirth = (children: readonly Child[]): Child[] =>
  [...children].sort((a, b) => compare(orderOf(a), orderOf(b)));

const orderOf = ({ birthDate, name, id }: Child): readonly string[] =>
  // Every date is less than a letter.
  birthDate === null ? ['none', id] : [birthDate, name, id];

function compare(a: readonly string[], b: readonly string[]): number {
  const place = a.findIndex((value, index) => value !== b[index]);
  if (place < 0) return 0;
  return (a[place] ?? '') < (b[place] ?? '') ? -1 : 1;
}
