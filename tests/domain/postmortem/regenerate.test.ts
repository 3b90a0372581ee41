import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KeyedLine, tickOf, withTick } from '@/domain/postmortem/lines';
import { regenerate } from '@/domain/postmortem/regenerate';
import { bodyOf, generatedText, parseStoredText, withBody } from '@/domain/postmortem/storedText';
import { draws } from '../../support/draws';

/** The lines of a small post-mortem, generated from a night's figures. */
const night = (more: Partial<Record<string, string | null>> = {}): KeyedLine[] =>
  Object.entries({
    'title.night': '# Post-mortem',
    'summary.gap': '',
    'summary.head': '## Summary',
    'summary.text': 'Two wake-ups.',
    'impact.gap': '',
    'impact.head': '## Impact',
    'impact.downtime': '- Down time: 20 min',
    'impact.mum': '- Sleep lost by Mum: 20 min',
    'actions.gap': '',
    'actions.head': '## Action items',
    'action.hunger': '- [ ] Feed earlier',
    ...more,
  }).flatMap(([key, text]) => (typeof text === 'string' ? [{ key, text }] : []));

/**
 * Returns the stored text after an edit; `edit` gets the visible lines and returns the new ones.
 */
const edited = (stored: string, edit: (lines: string[]) => string[]): string =>
  withBody(stored, edit(bodyOf(stored).split('\n')).join('\n'));

const linesOf = (stored: string) => bodyOf(stored).split('\n');

describe('a regenerated post-mortem', () => {
  it('has the new figures', () => {
    const later = regenerate(generatedText(night()), night({ 'impact.downtime': '- Down time: 25 min' }));
    expect(later).toBe(generatedText(night({ 'impact.downtime': '- Down time: 25 min' })));
  });

  it('drops lines without a new version, and has new lines at their place', () => {
    const next = night({ 'impact.mum': null, 'action.moon': '- [ ] Close the curtains' });
    expect(regenerate(generatedText(night()), next)).toBe(generatedText(next));
  });

  it('keeps a handwritten line after the line that it followed', () => {
    const mine = edited(generatedText(night()), (lines) =>
      lines.toSpliced(7, 0, 'It felt longer.', '', 'Much longer.'),
    );
    const later = regenerate(mine, night({ 'impact.downtime': '- Down time: 25 min', 'impact.mum': null }));
    expect(linesOf(later).slice(5, 10)).toEqual([
      '## Impact',
      '- Down time: 25 min',
      'It felt longer.',
      '',
      'Much longer.',
    ]);
  });

  it('keeps a handwritten line with its section when a later version of the app orders the sections anew', () => {
    const mine = edited(generatedText(night()), (lines) => lines.toSpliced(7, 0, 'It felt longer.'));
    const actions = night().filter(({ key }) => key.startsWith('action'));
    const reordered = [...night().slice(0, 4), ...actions, ...night().slice(4, -3)];
    expect(linesOf(regenerate(mine, reordered)).slice(4)).toEqual([
      '',
      '## Action items',
      '- [ ] Feed earlier',
      '',
      '## Impact',
      '- Down time: 20 min',
      'It felt longer.',
      '- Sleep lost by Mum: 20 min',
    ]);
  });

  it('keeps a line that somebody changed, and does not generate it again', () => {
    const mine = edited(generatedText(night()), (lines) => lines.with(6, '- Down time: an eternity'));
    const later = regenerate(mine, night({ 'impact.downtime': '- Down time: 25 min' }));
    expect(bodyOf(later)).toBe(bodyOf(mine));
  });

  it('does not bring back a line that somebody removed', () => {
    const mine = edited(generatedText(night()), (lines) => lines.toSpliced(7, 1));
    const once = regenerate(mine, night({ 'impact.mum': '- Sleep lost by Mum: 2 h 00' }));
    expect(bodyOf(once)).not.toContain('Mum');
    expect(bodyOf(regenerate(once, night()))).not.toContain('Mum');
  });

  it('keeps ticks, also if the text of the item changes', () => {
    const mine = edited(generatedText(night()), (lines) => lines.map((line) => withTick(line, true)));
    const later = regenerate(mine, night({ 'action.hunger': '- [ ] Feed later' }));
    expect(linesOf(later).at(-1)).toBe('- [x] Feed later');
  });

  it('keeps a ticked item, even if it is not generated any more', () => {
    const mine = edited(generatedText(night()), (lines) => lines.map((line) => withTick(line, true)));
    const later = regenerate(mine, night({ 'action.hunger': null, 'action.moon': '- [ ] Close the curtains' }));
    expect(linesOf(later).slice(-2)).toEqual(['- [x] Feed earlier', '- [ ] Close the curtains']);
    // The item is not repeated once it is generated again.
    expect(bodyOf(regenerate(later, night())).match(/Feed earlier/g)).toHaveLength(1);
  });

  it('is placed above a Markdown text from elsewhere', () => {
    for (const theirs of ['# Theirs', 'no end\n', '<!-- infernalops a=1 --> ', '<!-- infernalops', 'a\r\n-->\r\n👶'])
      expect(bodyOf(regenerate(theirs, night()))).toBe(`${theirs}\n${bodyOf(generatedText(night()))}`);
  });
});

/* Properties for any figures and any edits. */

const KEYS = Array.from({ length: 12 }, (_, place) => `part.${place}`);

/** Generated lines: some keys in their order, each with one of few texts; some texts are tasks. */
const lines = fc
  .array(fc.record({ said: fc.integer({ min: 0, max: 3 }), there: fc.boolean(), task: fc.boolean() }), {
    minLength: KEYS.length,
    maxLength: KEYS.length,
  })
  .map((wordings) =>
    wordings.flatMap(({ said, there, task }, place): KeyedLine[] => {
      const text = said === 0 ? '' : `- ${task ? '[ ] ' : ''}figure ${said}${said === 3 ? ` of ${place}` : ''}`;
      return there ? [{ key: KEYS[place] ?? '', text }] : [];
    }),
  );

/** A handwritten line, which never equals a generated one. */
const written = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '-->',
      '<!-- infernalops -->',
      '<!-- infernalops part.1=abc -->',
      'line\r',
      '👶🏽',
      '- [x] mine',
      '# Ours',
    ),
  )
  .map((text) => `✎ ${text.replace(/\n/g, ' ')}`);

type Edit = { at: number; kind: 'insert' | 'change' | 'remove' | 'tick'; text: string };
const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom('insert', 'change', 'remove', 'tick'),
  text: written,
});

/** A text that was edited and saved several times. An emptied text begins anew and is left out. */
const typed = (stored: string, edits: readonly Edit[]): string =>
  edits.reduce((text, { at, kind, text: newText }) => {
    const next = edited(text, (allLines) => {
      const index = at % (allLines.length + 1);
      const line = allLines[index];
      if (kind === 'insert' || line === undefined) return allLines.toSpliced(index, 0, newText);
      if (kind === 'change') return allLines.with(index, newText);
      if (kind === 'tick') return allLines.with(index, withTick(line, tickOf(line) === false));
      return line.startsWith('✎') ? allLines : allLines.toSpliced(index, 1);
    });
    return next === '' ? text : next;
  }, stored);

const byHand = (stored: string) => linesOf(stored).filter((line) => line.startsWith('✎'));

describe('regenerate, for any edits and any new figures', () => {
  it('keeps every handwritten line unchanged and in order', () => {
    fc.assert(
      fc.property(lines, fc.array(edit), lines, fc.array(edit), lines, (first, edits, second, more, third) => {
        const mine = typed(generatedText(first), edits);
        const once = regenerate(mine, second);
        expect(byHand(once)).toEqual(byHand(mine));
        const editedAgain = typed(once, more);
        expect(byHand(regenerate(editedAgain, third))).toEqual(byHand(editedAgain));
      }),
      draws(500),
    );
  });

  it('does not change the text if the figures do not change', () => {
    fc.assert(
      fc.property(lines, fc.array(edit), (first, edits) => {
        fc.pre(generatedText(first) !== '');
        expect(regenerate(generatedText(first), first)).toBe(generatedText(first));
        const mine = typed(generatedText(first), edits);
        expect(bodyOf(regenerate(mine, first))).toBe(bodyOf(mine));
      }),
      draws(500),
    );
  });

  it('gives the same text when it is called twice', () => {
    fc.assert(
      fc.property(lines, fc.array(edit), lines, (first, edits, second) => {
        const once = regenerate(typed(generatedText(first), edits), second);
        fc.pre(once !== '');
        expect(regenerate(once, second)).toBe(once);
      }),
      draws(500),
    );
  });

  it('adds no lines beyond the generated and the handwritten ones', () => {
    fc.assert(
      fc.property(lines, fc.array(edit), fc.array(lines, { maxLength: 6 }), (first, edits, nights) => {
        const mine = typed(generatedText(first), edits);
        const end = nights.reduce(regenerate, mine);
        expect(parseStoredText(end).knownLines.length).toBeLessThanOrEqual(KEYS.length);
        expect(linesOf(end).length).toBeLessThanOrEqual(linesOf(mine).length + KEYS.length);
      }),
    );
  });

  it('never loses a text from elsewhere', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), lines, (theirs, next) => {
        fc.pre(theirs.trim() !== '');
        expect(bodyOf(regenerate(theirs, next)).startsWith(bodyOf(theirs))).toBe(true);
        expect(bodyOf(withBody(theirs, theirs))).toBe(theirs);
      }),
      draws(500),
    );
  });

  it('regenerates a text of a hundred thousand characters before the test times out', () => {
    for (const long of ['\n'.repeat(99_999), '- figure 1\n'.repeat(9_000), '👶'.repeat(50_000)]) {
      const mine = withBody(generatedText(night()), `!${long}`);
      expect(bodyOf(regenerate(mine, night())).startsWith(`!${long}`)).toBe(true);
    }
  });
});
