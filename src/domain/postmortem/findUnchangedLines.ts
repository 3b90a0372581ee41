import { fingerprint } from './lines';
import type { StoredText } from './storedText';

/**
 * Finds the lines of a text that are still as they were generated. Returns a map from the index of
 * such a line, from 0, to its key.
 *
 * As many lines as possible are matched without changing their order; a line that somebody moved
 * counts as handwritten. This is a longest common subsequence, computed as the longest increasing
 * sequence of places (Hunt and Szymanski, 1977), which is fast if most lines are different.
 */
export function findUnchangedLines({ body, knownLines }: StoredText): Map<number, string> {
  const places = new Map<string, number[]>();
  // The places of equal lines are in descending order, so that one line of the text cannot be
  // matched with two of them in one run.
  for (const [place, { fingerprint: lineFingerprint }] of knownLines.entries())
    if (lineFingerprint !== null) places.set(lineFingerprint, [place, ...(places.get(lineFingerprint) ?? [])]);

  // runs[n] is the last match of that run of n + 1 matches which ends at the earliest place.
  const runs: Run[] = [];
  for (const [line, text] of body.split('\n').entries()) {
    for (const place of places.get(fingerprint(text)) ?? []) {
      const length = firstRunNotBefore(runs, place);
      runs[length] = { line, place, before: runs[length - 1] ?? null };
    }
  }
  const keyOfLine = new Map<number, string>();
  for (let run = runs.at(-1) ?? null; run; run = run.before) {
    const key = knownLines[run.place]?.key;
    if (key !== undefined) keyOfLine.set(run.line, key);
  }
  return keyOfLine;
}

/** The last match of an increasing sequence of matches, linked to the match before it. */
interface Run {
  line: number;
  place: number;
  before: Run | null;
}

/** Returns the index of the first run whose place is not before `place`, by binary search. */
function firstRunNotBefore(runs: readonly Run[], place: number): number {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.place ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
