import { fingerprint } from './lines';
import type { StoredText } from './storedText';

/**
 * Finds the lines of a text that are still as they were generated. Returns a map from the index of
 * such a line, from 0, to its key.
 *
 * As many lines as possible are matched without changing their order; a line that somebody moved
 * counts as handwritten. This is a longest common subsequence, computed as the longest increasing
 * sequence of indices (Hunt and Szymanski, 1977), which is fast if most lines are different.
 */
export function findUnchangedLines({ body, knownLines }: StoredText): Map<number, string> {
  const indicesByFingerprint = new Map<string, number[]>();
  // The indices of equal lines are in descending order, so that one line of the text cannot be
  // matched with two of them in one run.
  for (const [index, { fingerprint: lineFingerprint }] of knownLines.entries())
    if (lineFingerprint !== null)
      indicesByFingerprint.set(lineFingerprint, [index, ...(indicesByFingerprint.get(lineFingerprint) ?? [])]);

  // runs[n] is the last match of that run of n + 1 matches which ends at the earliest index.
  const runs: Run[] = [];
  for (const [line, text] of body.split('\n').entries()) {
    for (const index of indicesByFingerprint.get(fingerprint(text)) ?? []) {
      const length = longestRunBefore(runs, index);
      runs[length] = { line, index, before: runs[length - 1] ?? null };
    }
  }
  const keyOfLine = new Map<number, string>();
  for (let run = runs.at(-1) ?? null; run; run = run.before) {
    const key = knownLines[run.index]?.key;
    if (key !== undefined) keyOfLine.set(run.line, key);
  }
  return keyOfLine;
}

/** The last match of an increasing sequence of matches, linked to the match before it. */
interface Run {
  /** The index of the line in the body. */
  line: number;
  /** The index of the same line among the known lines. */
  index: number;
  before: Run | null;
}

/** Returns the length of the longest run that ends before `index`, by binary search. */
function longestRunBefore(runs: readonly Run[], index: number): number {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.index ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}
