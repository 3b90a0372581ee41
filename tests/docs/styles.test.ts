import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/*
 * The scale of sizes, weights, spaces and radii is in src/app/styles/tokens.css. A style sheet that
 * needs a length outside the scale says it in `em`, `dvh` or `calc`, or is on paper.
 */

const SHEETS = readdirSync('src', { encoding: 'utf8', recursive: true })
  .filter((path) => path.endsWith('.css') && !/paper\/|print\.css|tokens\.css/.test(path))
  .map((path) => `src/${path}`);
const SCALED = /^\s*(font-size|font-weight|border-radius|gap|row-gap|column-gap|(?:padding|margin)[a-z-]*): (.*);$/;
const OWN_LENGTH = /(?<![\w.-])-?[\d.]+rem\b/;
const NUMERIC_WEIGHT = /^\d+$/;

const offences = (path: string): string[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      const [, property, value] = SCALED.exec(line) ?? [];
      const isOwn =
        value !== undefined &&
        !/calc|clamp|min\(/.test(value) &&
        (property === 'font-weight' ? NUMERIC_WEIGHT.test(value) : OWN_LENGTH.test(value));
      return isOwn ? [`${path}:${index + 1} ${line.trim()}`] : [];
    });

test('there are style sheets to check', () => {
  expect(SHEETS.length).toBeGreaterThan(20);
});

test('sizes, weights, spaces and radii come from the tokens', () => {
  expect(SHEETS.flatMap(offences)).toEqual([]);
});
