import { findUnchangedLines } from '@/domain/postmortem/findUnchangedLines';
import { type Item, plainTextOf } from '@/domain/postmortem/markdown';
import { parseStoredText } from '@/domain/postmortem/storedText';
import { LINE_MAX } from '@/domain/rows/fields';
import { hashOf } from '@/lib/hash';
import type { Day } from '@/lib/time';

/**
 * Returns a function that gives the id of the chore made from an item. The id is always the same,
 * so an item becomes a chore only once. An item without an unchanged generated line is identified
 * by its text.
 */
export function createChoreIdOf(night: Day, stored: string): (item: Item) => string {
  const keys = findUnchangedLines(parseStoredText(stored));
  return ({ line, text }) => `postmortem.${night}.${keys.get(line) ?? hashOf(text)}`;
}

/**
 * Returns the title of the chore: the item's plain text, cut to the length of a line without
 * cutting an emoji in half.
 */
export const choreTitle = ({ text }: Item): string =>
  plainTextOf(text)
    .slice(0, LINE_MAX)
    .replace(/[\ud800-\udbff]$/, '');
