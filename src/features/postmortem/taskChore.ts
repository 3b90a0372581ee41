import { findUnchangedLines } from '@/domain/postmortem/findUnchangedLines';
import { type Item, plainTextOf } from '@/domain/postmortem/markdown';
import { parseStoredText } from '@/domain/postmortem/storedText';
import { LINE_MAX } from '@/domain/rows/fields';
import { hashOf } from '@/lib/hash';
import type { Day } from '@/lib/time';

/**
 * Returns a function that gives the id of the chore made from a task, a list item in the text of a
 * post-mortem. The id is always the same, so a task becomes a chore only once: it contains the key
 * of the task's generated line, or a hash of its text if a person wrote or edited the line.
 */
export function createChoreIdOf(night: Day, storedText: string): (task: Item) => string {
  const keyByLine = findUnchangedLines(parseStoredText(storedText));
  return ({ line, text }) => `postmortem.${night}.${keyByLine.get(line) ?? hashOf(text)}`;
}

/**
 * Returns the title of the chore: the task's plain text, cut to the length of a line. Half of a
 * surrogate pair is removed, because it is no character.
 */
export const choreTitle = ({ text }: Item): string =>
  plainTextOf(text)
    .slice(0, LINE_MAX)
    .replace(/[\ud800-\udbff]$/, '');
