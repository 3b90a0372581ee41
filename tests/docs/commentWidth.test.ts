import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** The longest line of a comment, in characters: wider ones wrap in a diff of two columns. */
const MAX_WIDTH = 100;

const FOLDERS = ['src', 'tests', 'e2e', 'bench', 'build', 'gallery', '.ci'];

const isSource = (path: string) => /\.(ts|tsx|mjs|css)$/.test(path) && !path.includes('fixtures');
const isComment = (line: string) => /^\s*(\/\/|\/?\*)/.test(line);

it(`no line of a comment is longer than ${MAX_WIDTH} characters`, () => {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  ).filter(isSource);
  const tooWide = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) => (isComment(line) && line.length > MAX_WIDTH ? [`${file}:${index + 1}`] : [])),
  );
  expect(files.length).toBeGreaterThan(500);
  expect(tooWide).toEqual([]);
});
