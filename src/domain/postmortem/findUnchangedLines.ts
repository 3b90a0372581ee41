import { fingerprint } from './lines';
import type { StoredText } from './storedText';

/**
 * Which lines of a text still are as they were generated: by the place of the line, its key. The most that can be matched without
 * changing their order: a line that was moved by hand is its mover's. As a longest common subsequence, found as a longest
 * increasing run of places (Hunt and Szymanski, 1977), which is quick where lines are mostly different.
 */
export function findUnchangedLines({ body, knownLines }: StoredText): Map<number, string> {
  const places = new Map<string, number[]>();
  // The last one first: no two of one line may follow each other in a run.
  for (const [place, { fingerprint: print }] of knownLines.entries())
    if (print !== null) places.set(print, [place, ...(places.get(print) ?? [])]);

  /** By its length less one, the run that ends earliest. */
  const runs: Run[] = [];
  for (const [line, text] of body.split('\n').entries()) {
    for (const place of places.get(fingerprint(text)) ?? []) {
      const length = firstNotBefore(runs, place);
      runs[length] = { line, place, before: runs[length - 1] ?? null };
    }
  }
  const found = new Map<number, string>();
  for (let run = runs.at(-1) ?? null; run; run = run.before) {
    const key = knownLines[run.place]?.key;
    if (key !== undefined) found.set(run.line, key);
  }
  return found;
}

interface Run {
  line: number;
  place: number;
  before: Run | null;
}

function firstNotBefore(runs: readonly Run[], place: number): number {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.place ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
