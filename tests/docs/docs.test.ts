import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import englishDay from '@/i18n/en/day';
import english from '@/i18n/en/night';
import frenchDay from '@/i18n/fr/day';
import french from '@/i18n/fr/night';
import { report as englishReport } from '@/i18n/report/en';
import { report as frenchReport } from '@/i18n/report/fr';

const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'deploy/README.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    // The list of renames has names that no longer exist.
    .filter((path) => path.endsWith('.md') && path !== 'renames.md')
    .map((path) => join('docs', path)),
];

/** Returns the paths in this repository that a page links to or names in backticks. */
function pathsNamedIn(page: string): string[] {
  const text = readFileSync(page, 'utf8');
  const linked = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)|src="([^"]+)"/g)]
    .map(([, link, image]) => link ?? image ?? '')
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => join(dirname(page), target));
  const named = [...text.matchAll(/`((?:src|tests|e2e|bench|build|gallery|docs|deploy|public|\.ci)\/[\w./-]*)`/g)];
  return [...linked, ...named.map(([, path = '']) => path)];
}

describe('the docs', () => {
  it.each(PAGES)('%s names only paths that exist', (page) => {
    expect(pathsNamedIn(page).filter((path) => !existsSync(path))).toEqual([]);
  });

  it('the list of decisions has every decision under its number', () => {
    const list = readFileSync('docs/decisions/README.md', 'utf8');
    const files = readdirSync('docs/decisions').filter((name) => name !== 'README.md');
    const numbers = files.map((name) => Number(name.slice(0, 4))).sort((a, b) => a - b);
    expect(numbers).toEqual(files.map((_, index) => index + 1));
    expect(files.filter((name) => !list.includes(`[${Number(name.slice(0, 4))}](${name})`))).toEqual([]);
  });
});

describe('the glossary', () => {
  const rows = readFileSync('docs/glossary.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (English|-)/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));

  it('has each term in two languages, with a meaning and a link to the code', () => {
    expect(rows.length).toBeGreaterThan(50);
    for (const [, term, frenchTerm, meaning, link] of rows) {
      expect({ term, frenchTerm, meaning, link }).toEqual({
        term: expect.stringMatching(/./),
        frenchTerm: expect.stringMatching(/./),
        meaning: expect.stringMatching(/\.$/),
        link: expect.stringMatching(/^\[.+\]\(\.\.\/.+\)$/),
      });
    }
  });

  it.each([
    ['English', 1, [english, englishDay, englishReport]],
    ['French', 2, [french, frenchDay, frenchReport]],
  ] as const)('has in italics only words of the screens in %s', (_, column, messages) => {
    const allMessages = JSON.stringify(messages).toLowerCase();
    const inItalics = rows.flatMap((row) =>
      [...(row[column] ?? '').matchAll(/_([^_]+)_/g)].map(([, term = '']) => term),
    );
    expect(inItalics.length).toBeGreaterThan(30);
    expect(inItalics.filter((term) => !allMessages.includes(term.toLowerCase()))).toEqual([]);
  });
});
