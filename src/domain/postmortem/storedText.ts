import { fingerprint, type KeyedLine } from './lines';

/*
 * What is stored of a post-mortem: the text as it is read, and as its very last line a comment that no reader of Markdown shows. It says
 * which lines were generated, each by its key with the print of the line as it was then. All other lines are somebody's own.
 */

interface KnownLine {
  key: string;
  /** Null once somebody changed the line or took it out: the key is theirs, and is not generated again. */
  fingerprint: string | null;
}

export interface StoredText {
  /** The text without its comment, to the byte. */
  body: string;
  knownLines: readonly KnownLine[];
}

const [OPENS, CLOSES] = ['<!-- infernalops', ' -->'];
const NAME = /^[\w.-]+(?:=[0-9a-z]+)?$/;

/** Other people's Markdown has no such comment, or a broken one: then all of it is body, and nothing is known. */
export function parseStoredText(stored: string): StoredText {
  const own: StoredText = { body: stored, knownLines: [] };
  const end = stored.lastIndexOf('\n');
  const comment = stored.slice(end + 1);
  if (!comment.startsWith(OPENS) || !comment.endsWith(CLOSES)) return own;
  const names = comment.slice(OPENS.length, -CLOSES.length).split(' ').slice(1);
  if (!names.every((name) => NAME.test(name))) return own;
  return { body: stored.slice(0, Math.max(0, end)), knownLines: names.map(parseKnownLine) };
}

/** Nothing but blanks is no text: what is stored then is as if there never had been one. */
export function serializeStoredText({ body, knownLines }: StoredText): string {
  if (body.trim() === '') return '';
  const names = knownLines.map(({ key, fingerprint }) => (fingerprint === null ? key : `${key}=${fingerprint}`));
  return `${body}\n${[OPENS, ...names].join(' ')}${CLOSES}`;
}

/** What the household reads and passes on. */
export const bodyOf = (stored: string): string => parseStoredText(stored).body;

/** The same text with another body, as it comes out of the editor. */
export const withBody = (stored: string, body: string): string =>
  serializeStoredText({ body, knownLines: parseStoredText(stored).knownLines });

/** A text that is generated whole. */
export const generatedText = (lines: readonly KeyedLine[]): string =>
  serializeStoredText({
    body: lines.map(({ text }) => text).join('\n'),
    knownLines: lines.map(({ key, text }) => ({ key, fingerprint: fingerprint(text) })),
  });

function parseKnownLine(name: string): KnownLine {
  const [key = '', print = null] = name.split('=');
  return { key, fingerprint: print };
}
