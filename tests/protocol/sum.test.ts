import { expect, it } from 'vitest';
import { EMPTY_SUM, tagOf, toggleInSum } from '@/protocol/sum';

const body = (...lastBytes: number[]) => new Uint8Array([1, ...new Array(12).fill(7), 99, ...lastBytes]);
const a = tagOf(body(...new Array(16).fill(0b0011)));
const b = tagOf(body(...new Array(16).fill(0b0101)));

it('is the XOR of the tags, in any order', () => {
  expect(toggleInSum(toggleInSum(EMPTY_SUM, a), b)).toEqual(new Uint8Array(16).fill(0b0110));
  expect(toggleInSum(toggleInSum(EMPTY_SUM, b), a)).toEqual(new Uint8Array(16).fill(0b0110));
});

it('is what it was when a document is taken out again', () => {
  expect(toggleInSum(toggleInSum(toggleInSum(EMPTY_SUM, a), b), b)).toEqual(a);
  expect(EMPTY_SUM).toEqual(new Uint8Array(16));
});
