import { findUnchangedLines } from './findUnchangedLines';
import { fingerprint, type KeyedLine, tickOf, withTick } from './lines';
import { parseStoredText, serializeStoredText } from './storedText';

/**
 * Returns the stored text with its generated lines replaced by `lines`. Handwritten lines are kept
 * as they are, in their order, each after the generated line that it followed.
 *
 * A generated line that nobody changed is replaced by its new version and keeps its tick; if there
 * is no new version, it is removed. A line that somebody changed or removed belongs to them: it
 * stays as it is, and its key is not generated again. The same holds for a ticked line without a
 * new version, because it says that something was done.
 *
 * @example 20 min became 25 min → the line says 25 min, and a note written below it stays there
 */
export function regenerate(stored: string, lines: readonly KeyedLine[]): string {
  const text = parseStoredText(stored);
  const keys = findUnchangedLines(text);
  const oldLines = text.body === '' ? [] : text.body.split('\n');
  const remainingKeys = new Set(keys.values());
  const releasedKeys = new Set(text.knownLines.filter(({ key }) => !remainingKeys.has(key)).map(({ key }) => key));
  const next = lines.filter(({ key }) => !releasedKeys.has(key));
  const indexOfKey = new Map(next.map(({ key }, index) => [key, index]));

  // handwritten[n] has the lines that come after n generated lines; `ticks` is by index in `next`.
  const handwritten: string[][] = Array.from({ length: next.length + 1 }, () => []);
  const ticks = new Map<number, boolean>();
  let generatedBefore = 0;
  for (const [line, lineText] of oldLines.entries()) {
    const key = keys.get(line);
    const index = key === undefined ? undefined : indexOfKey.get(key);
    const tick = tickOf(lineText);
    if (index !== undefined) {
      if (tick !== null) ticks.set(index, tick);
      // The line before decides, and not the furthest one so far: an older version of the app may
      // have generated its sections in another order.
      generatedBefore = index + 1;
      continue;
    }
    if (key !== undefined && tick !== true) continue;
    if (key !== undefined) releasedKeys.add(key);
    handwritten[generatedBefore]?.push(lineText);
  }

  const generated = next.map(({ text: lineText }, index) => withTick(lineText, ticks.get(index) ?? false));
  const body = handwritten.flatMap((written, index) => [...generated.slice(Math.max(0, index - 1), index), ...written]);
  return serializeStoredText({
    body: body.join('\n'),
    knownLines: [
      ...next.map(({ key, text: lineText }) => ({ key, fingerprint: fingerprint(lineText) })),
      ...[...releasedKeys].map((key) => ({ key, fingerprint: null })),
    ],
  });
}
