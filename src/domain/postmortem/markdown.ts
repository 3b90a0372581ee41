import { tickOf } from './lines';

/*
 * A parser for the part of Markdown that post-mortems use: headings, lists, tasks, paragraphs, bold
 * and italic. Everything else is shown as it was typed. `line` is the index of a line in the text,
 * from 0.
 */

export interface Item {
  line: number;
  text: string;
  /** Whether a task is ticked; null for an item that is no task. */
  ticked: boolean | null;
}

export type Block =
  | { kind: 'heading'; line: number; level: number; text: string }
  | { kind: 'list'; line: number; items: Item[] }
  | { kind: 'paragraph'; line: number; text: string };

/** A part of a line in one style. */
export interface Span {
  style: 'plain' | 'strong' | 'em';
  text: string;
}

// With `s`, the rest of a line always matches. Without it, a line of blanks before a separator of
// lines (U+2028) would be tried at every length: minutes for a text that the other phone may send.
const HEADING = /^(#{1,6}) +(.*)$/s;
const ITEM = /^\s*[-*+] +(.*)$/s;
const BOX = /^\[.\] /;

/** Parses a Markdown text into its blocks. A paragraph keeps its line breaks. */
export function parseBlocks(body: string): Block[] {
  const blocks: Block[] = [];
  let isAfterBlank = true;
  for (const [line, rawLine] of body.split('\n').entries()) {
    const content = rawLine.trimEnd();
    const last = isAfterBlank ? undefined : blocks.at(-1);
    isAfterBlank = content === '';
    if (content === '') continue;
    const [, marks, heading] = HEADING.exec(content) ?? [];
    const item = ITEM.exec(content)?.[1];
    if (marks !== undefined && heading !== undefined) {
      blocks.push({ kind: 'heading', line, level: marks.length, text: heading });
    } else if (item !== undefined) {
      const ticked = tickOf(content);
      const newItem = { line, text: ticked === null ? item : item.replace(BOX, ''), ticked };
      if (last?.kind === 'list') last.items.push(newItem);
      else blocks.push({ kind: 'list', line, items: [newItem] });
    } else if (last?.kind === 'paragraph') last.text += `\n${content}`;
    else blocks.push({ kind: 'paragraph', line, text: content });
  }
  return blocks;
}

/** Matches an escaped character, a bold text or an italic text. */
const SPANS = /\\([!-/:-@[-`{-~])|\*\*(?=\S)((?:\\.|[^*\\])+)\*\*|\*(?=\S)((?:\\.|[^*\\])+)\*/g;

/** Parses a line of Markdown into its spans, without the markup. Spans are never empty. */
export function parseSpans(text: string): Span[] {
  const spans: Span[] = [];
  const addSpan = (style: Span['style'], content: string) => {
    const last = spans.at(-1);
    if (last?.style === style) last.text += content;
    else if (content !== '') spans.push({ style, text: content });
  };
  let from = 0;
  for (const match of text.matchAll(SPANS)) {
    const [markup, escaped, strong, em] = match;
    addSpan('plain', text.slice(from, match.index));
    if (escaped !== undefined) addSpan('plain', escaped);
    if (strong !== undefined) addSpan('strong', unescapeMarkdown(strong));
    if (em !== undefined) addSpan('em', unescapeMarkdown(em));
    from = match.index + markup.length;
  }
  addSpan('plain', text.slice(from));
  return spans;
}

/** Returns the text of a line without its markup. */
export const plainTextOf = (text: string): string =>
  parseSpans(text)
    .map((span) => span.text)
    .join('');

const unescapeMarkdown = (text: string): string => text.replace(/\\([!-/:-@[-`{-~])/g, '$1');

/** Returns a name or a note on one line, escaped so that Markdown shows it as it was typed. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\\|*_`<>[\]#~]/g, '\\$&')
    .replace(/\s+/g, ' ')
    .trim();
