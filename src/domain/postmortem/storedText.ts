import { fingerprint, type KeyedLine } from './lines';

/*
 * A stored post-mortem is the text that people read, followed by one last line: an HTML comment
 * that Markdown does not show. The comment lists the generated lines, each by its key and the
 * fingerprint of the line as it was generated. All other lines are handwritten.
 */

interface KnownLine {
  key: string;
  /** Null once somebody changed or removed the line: its key is then not generated again. */
  fingerprint: string | null;
}

export interface StoredText {
  /** The text without the comment, otherwise unchanged. */
  body: string;
  knownLines: readonly KnownLine[];
}

const [OPENS, CLOSES] = ['<!-- infernalops', ' -->'];
const NAME = /^[\w.-]+(?:=[0-9a-z]+)?$/;

/**
 * Splits a stored post-mortem into its text and its generated lines. If the comment is missing or
 * broken, as in Markdown from elsewhere, the whole text is the body and no line is known.
 */
export function parseStoredText(stored: string): StoredText {
  const withoutComment: StoredText = { body: stored, knownLines: [] };
  const end = stored.lastIndexOf('\n');
  const comment = stored.slice(end + 1);
  if (!comment.startsWith(OPENS) || !comment.endsWith(CLOSES)) return withoutComment;
  const names = comment.slice(OPENS.length, -CLOSES.length).split(' ').slice(1);
  if (!names.every((name) => NAME.test(name))) return withoutComment;
  return { body: stored.slice(0, Math.max(0, end)), knownLines: names.map(parseKnownLine) };
}

/** Returns the text to store. A body of nothing but whitespace is stored as an empty text. */
export function serializeStoredText({ body, knownLines }: StoredText): string {
  if (body.trim() === '') return '';
  const names = knownLines.map(({ key, fingerprint }) => (fingerprint === null ? key : `${key}=${fingerprint}`));
  return `${body}\n${[OPENS, ...names].join(' ')}${CLOSES}`;
}

/** Returns the part of a stored post-mortem that the household reads and shares. */
export const bodyOf = (stored: string): string => parseStoredText(stored).body;

/** Returns a stored post-mortem with another body, as the editor gives it. */
export const withBody = (stored: string, body: string): string =>
  serializeStoredText({ body, knownLines: parseStoredText(stored).knownLines });

/** Returns a new stored post-mortem in which every line is generated. */
export const generatedText = (lines: readonly KeyedLine[]): string =>
  serializeStoredText({
    body: lines.map(({ text }) => text).join('\n'),
    knownLines: lines.map(({ key, text }) => ({ key, fingerprint: fingerprint(text) })),
  });

function parseKnownLine(name: string): KnownLine {
  const [key = '', lineFingerprint = null] = name.split('=');
  return { key, fingerprint: lineFingerprint };
}
