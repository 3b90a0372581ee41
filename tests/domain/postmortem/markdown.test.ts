import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, parseBlocks, parseSpans, plainTextOf } from '@/domain/postmortem/markdown';

describe('Markdown', () => {
  it('is parsed into headings, lists, tasks and paragraphs with their line numbers', () => {
    const text = '# Night\nOne\ntwo\n\nthree\n- a\n* b\n- [ ] c\n- [x] d\n## Next\n-none\n#none';
    expect(parseBlocks(text)).toEqual([
      { kind: 'heading', line: 0, level: 1, text: 'Night' },
      { kind: 'paragraph', line: 1, text: 'One\ntwo' },
      { kind: 'paragraph', line: 4, text: 'three' },
      {
        kind: 'list',
        line: 5,
        items: [
          { line: 5, text: 'a', ticked: null },
          { line: 6, text: 'b', ticked: null },
          { line: 7, text: 'c', ticked: false },
          { line: 8, text: 'd', ticked: true },
        ],
      },
      { kind: 'heading', line: 9, level: 2, text: 'Next' },
      { kind: 'paragraph', line: 10, text: '-none\n#none' },
    ]);
  });

  it('is parsed into simple bold and italic spans, and stays as typed otherwise', () => {
    expect(parseSpans('a **b** *c* ** d ** <b>e</b> 2*3')).toEqual([
      { style: 'plain', text: 'a ' },
      { style: 'strong', text: 'b' },
      { style: 'plain', text: ' ' },
      { style: 'em', text: 'c' },
      { style: 'plain', text: ' ** d ** <b>e</b> 2*3' },
    ]);
  });
});

// The other phone or a backup may send any text. Each of these once took time with the square of
// its length: this test would run for hours.
it.each([
  ['a heading', '#'],
  ['an item', '-'],
])('%s of a million blanks is parsed at once', (_, mark) => {
  const [block] = parseBlocks(`${mark}${' '.repeat(1_000_000)}\u2028x`);
  expect(block).toMatchObject(mark === '#' ? { kind: 'heading', text: '\u2028x' } : { kind: 'list' });
});

describe('escapeMarkdown', () => {
  it('escapes a name so that it is shown as it was typed', () => {
    expect(plainTextOf(escapeMarkdown('**Max** [x](y) <i> `a_b` #1 \\'))).toBe('**Max** [x](y) <i> `a_b` #1 \\');
    expect(escapeMarkdown('Max\n# Léo')).toBe('Max \\# Léo');
  });

  it('keeps any text, on one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (name, round) => {
        const line = `- ${escapeMarkdown(round)} ${escapeMarkdown(name)}`;
        expect(line).not.toContain('\n');
        expect(plainTextOf(escapeMarkdown(name))).toBe(name.replace(/\s+/g, ' ').trim());
        expect(parseSpans(escapeMarkdown(name)).every(({ style }) => style === 'plain')).toBe(true);
      }),
    );
  });
});
