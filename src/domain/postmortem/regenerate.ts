import { untouched } from './align';
import { type KeyedLine, printOf, tickOf, withTick } from './lines';
import { readStored, writeStored } from './stored';

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
  const text = readStored(stored);
  const keys = untouched(text);
  const old = text.body === '' ? [] : text.body.split('\n');
  const still = new Set(keys.values());
  const taken = new Set(text.known.filter(({ key }) => !still.has(key)).map(({ key }) => key));
  const next = lines.filter(({ key }) => !taken.has(key));
  const placeOf = new Map(next.map(({ key }, place) => [key, place]));

  /** What somebody wrote, by how many generated lines come before it; ticks by the generated line's place. */
  const own: string[][] = Array.from({ length: next.length + 1 }, () => []);
  const ticks = new Map<number, boolean>();
  let before = 0;
  for (const [line, said] of old.entries()) {
    const key = keys.get(line);
    const place = key === undefined ? undefined : placeOf.get(key);
    const tick = tickOf(said);
    if (place !== undefined) {
      if (tick !== null) ticks.set(place, tick);
      before = Math.max(before, place + 1);
      continue;
    }
    if (key !== undefined && tick !== true) continue;
    if (key !== undefined) taken.add(key);
    own[before]?.push(said);
  }

  const made = next.map(({ text: said }, place) => withTick(said, ticks.get(place) ?? false));
  const body = own.flatMap((written, place) => [...made.slice(Math.max(0, place - 1), place), ...written]);
  return writeStored({
    body: body.join('\n'),
    known: [
      ...next.map(({ key, text: said }) => ({ key, print: printOf(said) })),
      ...[...taken].map((key) => ({ key, print: null })),
    ],
  });
}
