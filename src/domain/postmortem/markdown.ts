import { tickOf } from './lines';

/*
 * As much of Markdown as a post-mortem is written in: headings, lists, tasks, paragraphs, bold and italic. Whatever else is in it is
 * shown as it was typed. `line` is a line's place in the text.
 */

export interface Item {
  line: number;
  text: string;
  /** Ticked or not; null for an item that is no task. */
  ticked: boolean | null;
}

export type Block =
  | { kind: 'heading'; line: number; level: number; text: string }
  | { kind: 'list'; line: number; items: Item[] }
  | { kind: 'paragraph'; line: number; text: string };

/** A piece of a line, all in one look. */
export interface Span {
  style: 'plain' | 'strong' | 'em';
  text: string;
}

const HEADING = /^(#{1,6}) +(.*)$/;
const ITEM = /^\s*[-*+] +(.*)$/;
const BOX = /^\[.\] /;

/** Lines of a paragraph that were typed one below the other stay so. */
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
      const entry = { line, text: ticked === null ? item : item.replace(BOX, ''), ticked };
      if (last?.kind === 'list') last.items.push(entry);
      else blocks.push({ kind: 'list', line, items: [entry] });
    } else if (last?.kind === 'paragraph') last.text += `\n${content}`;
    else blocks.push({ kind: 'paragraph', line, text: content });
  }
  return blocks;
}

/** A sign that is meant as itself; what is bold; what is italic. */
const SPANS = /\\([!-/:-@[-`{-~])|\*\*(?=\S)((?:\\.|[^*\\])+)\*\*|\*(?=\S)((?:\\.|[^*\\])+)\*/g;

export function parseSpans(text: string): Span[] {
  const spans: Span[] = [];
  const addSpan = (look: Span['style'], said: string) => {
    const last = spans.at(-1);
    if (last?.style === look) last.text += said;
    else if (said !== '') spans.push({ style: look, text: said });
  };
  let from = 0;
  for (const found of text.matchAll(SPANS)) {
    const [all, sign, strong, em] = found;
    addSpan('plain', text.slice(from, found.index));
    if (sign !== undefined) addSpan('plain', sign);
    if (strong !== undefined) addSpan('strong', unescapeMarkdown(strong));
    if (em !== undefined) addSpan('em', unescapeMarkdown(em));
    from = found.index + all.length;
  }
  addSpan('plain', text.slice(from));
  return spans;
}

/** What a line says, without its markup. */
export const plainTextOf = (text: string): string =>
  parseSpans(text)
    .map((span) => span.text)
    .join('');

const unescapeMarkdown = (text: string): string => text.replace(/\\([!-/:-@[-`{-~])/g, '$1');

/** A name or a note, on one line and meant as it is, whatever is in it that Markdown takes for itself. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\\|*_`<>[\]#~]/g, '\\$&')
    .replace(/\s+/g, ' ')
    .trim();
