import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { phones } from '@/i18n/en/phones';

const guide = readFileSync('docs/home-server.md', 'utf8');

/** Returns the part of the guide under a heading. */
const chapter = (title: string): string => guide.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? '';

/** The cells of the rows of a chapter's table, without the two lines of its head. */
const rowsOf = (title: string): string[][] =>
  chapter(title)
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

describe('the guide to the home server', () => {
  it('lists every variable that the server reads, with its default', () => {
    const source = readFileSync('src/server/config.ts', 'utf8');
    const read = [...source.matchAll(/\b(?:text|number|choice)\('([A-Z_]+)'(?:\) \?\?|,)? ?('?[\w.]+'?)?/g)];
    const inSource = read.map(([, name = '', value = '']) => [name, value.replace(/['_]/g, '')]);
    const inGuide = rowsOf('Settings').map(([name = '', value = '']) =>
      [name, value].map((cell) => cell.replaceAll('`', '')),
    );
    // The variable's default is said in words: it depends on where the server is.
    const withoutWords = inGuide.map(([name, value]) => [
      name,
      name === 'INFERNALOPS_APP' ? 'defaultAppFolder' : value,
    ]);
    expect(inSource.length).toBeGreaterThan(10);
    expect(withoutWords.sort()).toEqual(inSource.sort());
  });

  it('names every event of the log', () => {
    const files = readdirSync('src/server', { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.ts'),
    );
    const source = files.map((path) => readFileSync(join('src/server', path), 'utf8')).join('\n');
    const logged = [...source.matchAll(/\blog\.(?:info|warn|error)\('(\w+)'/g)].map(([, event = '']) => event);
    const named = rowsOf('What it says of itself').flatMap(([events = '']) =>
      events.split(',').map((event) => event.trim().replaceAll('`', '')),
    );
    expect([...new Set(logged)].sort()).toEqual(named.sort());
  });

  it('quotes what the phones say as they say it', () => {
    const messages = JSON.stringify(phones);
    const quotes = rowsOf('When something is wrong').flatMap(([said = '']) =>
      [...said.matchAll(/"([^"]+)"/g)].flatMap(([, quote = '']) => quote.split('…').map((part) => part.trim())),
    );
    expect(quotes.length).toBeGreaterThan(10);
    expect(quotes.filter((quote) => !messages.includes(quote))).toEqual([]);
  });
});
