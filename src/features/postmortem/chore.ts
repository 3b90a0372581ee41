import { untouched } from '@/domain/postmortem/align';
import { type Item, plainOf } from '@/domain/postmortem/markdown';
import { readStored } from '@/domain/postmortem/stored';
import { LINE_MAX } from '@/domain/rows/fields';
import { hashOf } from '@/lib/hash';
import type { Day } from '@/lib/time';

/** The id of the chore an item becomes, the same each time: so it can become one once. Of one somebody wrote, by what it says. */
export function choreIdsOf(night: Day, stored: string): (item: Item) => string {
  const keys = untouched(readStored(stored));
  return ({ line, text }) => `postmortem.${night}.${keys.get(line) ?? hashOf(text)}`;
}

/** What the chore is called: the item, as far as a line takes it, and no emoji cut in half. */
export const choreTitle = ({ text }: Item): string =>
  plainOf(text)
    .slice(0, LINE_MAX)
    .replace(/[\ud800-\udbff]$/, '');
