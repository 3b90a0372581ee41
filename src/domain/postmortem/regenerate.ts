import { findUnchangedLines } from './findUnchangedLines';
import { fingerprint, type KeyedLine, tickOf, withTick } from './lines';
import { parseStoredText, serializeStoredText } from './storedText';

/**
 * The stored text with its generated lines made anew, and every line that somebody wrote kept as it is, in their order, each after the
 * line it stood after.
 *
 * A generated line that nobody touched becomes its new version, with its tick, or goes where there is none any more. One that
 * was changed or taken out is somebody's own: it stays so, and its key is not generated again. So is one that was ticked and has no new
 * version: it was done.
 *
 * @example the figure 20 min became 25 min → the line says 25 min, and what she wrote below it stands below it
 */
export function regenerate(stored: string, lines: readonly KeyedLine[]): string {
  const text = parseStoredText(stored);
  const keys = findUnchangedLines(text);
  const old = text.body === '' ? [] : text.body.split('\n');
  const remainingKeys = new Set(keys.values());
  const releasedKeys = new Set(text.knownLines.filter(({ key }) => !remainingKeys.has(key)).map(({ key }) => key));
  const next = lines.filter(({ key }) => !releasedKeys.has(key));
  const placeOf = new Map(next.map(({ key }, place) => [key, place]));

  /** What somebody wrote, by how many generated lines come before it; ticks by the generated line's place. */
  const handwritten: string[][] = Array.from({ length: next.length + 1 }, () => []);
  const ticks = new Map<number, boolean>();
  let before = 0;
  for (const [line, lineText] of old.entries()) {
    const key = keys.get(line);
    const place = key === undefined ? undefined : placeOf.get(key);
    const tick = tickOf(lineText);
    if (place !== undefined) {
      if (tick !== null) ticks.set(place, tick);
      before = Math.max(before, place + 1);
      continue;
    }
    if (key !== undefined && tick !== true) continue;
    if (key !== undefined) releasedKeys.add(key);
    handwritten[before]?.push(lineText);
  }

  const made = next.map(({ text: lineText }, place) => withTick(lineText, ticks.get(place) ?? false));
  const body = handwritten.flatMap((written, place) => [...made.slice(Math.max(0, place - 1), place), ...written]);
  return serializeStoredText({
    body: body.join('\n'),
    knownLines: [
      ...next.map(({ key, text: lineText }) => ({ key, fingerprint: fingerprint(lineText) })),
      ...[...releasedKeys].map((key) => ({ key, fingerprint: null })),
    ],
  });
}
