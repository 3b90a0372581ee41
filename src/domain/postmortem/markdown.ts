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
  look: 'plain' | 'strong' | 'em';
  text: string;
}

const HEADING = /^(#{1,6}) +(.*)$/;
const ITEM = /^\s*[-*+] +(.*)$/;
const BOX = /^\[.\] /;

/** Lines of a paragraph that were typed one below the other stay so. */
export function blocksOf(body: string): Block[] {
  const blocks: Block[] = [];
  let beganAnew = true;
  for (const [line, typed] of body.split('\n').entries()) {
    const said = typed.trimEnd();
    const last = beganAnew ? undefined : blocks.at(-1);
    beganAnew = said === '';
    if (said === '') continue;
    const [, marks, heading] = HEADING.exec(said) ?? [];
    const item = ITEM.exec(said)?.[1];
    if (marks !== undefined && heading !== undefined) {
      blocks.push({ kind: 'heading', line, level: marks.length, text: heading });
    } else if (item !== undefined) {
      const ticked = tickOf(said);
      const entry = { line, text: ticked === null ? item : item.replace(BOX, ''), ticked };
      if (last?.kind === 'list') last.items.push(entry);
      else blocks.push({ kind: 'list', line, items: [entry] });
    } else if (last?.kind === 'paragraph') last.text += `\n${said}`;
    else blocks.push({ kind: 'paragraph', line, text: said });
  }
  return blocks;
}

/** A sign that is meant as itself; what is bold; what is italic. */
const SPANS = /\\([!-/:-@[-`{-~])|\*\*(?=\S)((?:\\.|[^*\\])+)\*\*|\*(?=\S)((?:\\.|[^*\\])+)\*/g;

export function spansOf(text: string): Span[] {
  const spans: Span[] = [];
  const say = (look: Span['look'], said: string) => {
    const last = spans.at(-1);
    if (last?.look === look) last.text += said;
    else if (said !== '') spans.push({ look, text: said });
  };
  let from = 0;
  for (const found of text.matchAll(SPANS)) {
    const [all, sign, strong, em] = found;
    say('plain', text.slice(from, found.index));
    if (sign !== undefined) say('plain', sign);
    if (strong !== undefined) say('strong', unescaped(strong));
    if (em !== undefined) say('em', unescaped(em));
    from = found.index + all.length;
  }
  say('plain', text.slice(from));
  return spans;
}

/** What a line says, without its markup. */
export const plainOf = (text: string): string =>
  spansOf(text)
    .map((span) => span.text)
    .join('');

const unescaped = (text: string): string => text.replace(/\\([!-/:-@[-`{-~])/g, '$1');

/** A name or a note, on one line and meant as it is, whatever is in it that Markdown takes for itself. */
export const asMarkdown = (text: string): string =>
  text
    .replace(/[\\|*_`<>[\]#~]/g, '\\$&')
    .replace(/\s+/g, ' ')
    .trim();
