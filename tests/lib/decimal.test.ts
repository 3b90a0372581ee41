import { expect, it } from 'vitest';
import { parseDecimal } from '@/lib/decimal';

it.each([
  ['38.9', 38.9],
  [' 38,9 ', 38.9],
  ['6', 6],
  ['0', 0],
  ['', null],
  ['38.', null],
  [',5', null],
  ['3 ml', null],
  ['-6', null],
  ['1e3', null],
])('parses “%s” as %s', (text, number) => {
  expect(parseDecimal(text)).toBe(number);
});
