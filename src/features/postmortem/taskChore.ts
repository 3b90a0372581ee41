import { findUnchangedLines } from '@/domain/postmortem/findUnchangedLines';
import { type Item, plainTextOf } from '@/domain/postmortem/markdown';
import { parseStoredText } from '@/domain/postmortem/storedText';
import { LINE_MAX } from '@/domain/rows/fields';
import { hashOf } from '@/lib/hash';
import type { Day } from '@/lib/time';

/** The id of the chore an item becomes, the same each time: so it can become one once. Of one somebody wrote, by what it says. */
export function createChoreIdOf(night: Day, stored: string): (item: Item) => string {
  const keys = findUnchangedLines(parseStoredText(stored));
  return ({ line, text }) => `postmortem.${night}.${keys.get(line) ?? hashOf(text)}`;
}

/** What the chore is called: the item, as far as a line takes it, and no emoji cut in half. */
export const choreTitle = ({ text }: Item): string =>
  plainTextOf(text)
    .slice(0, LINE_MAX)
    .replace(/[\ud800-\udbff]$/, '');
