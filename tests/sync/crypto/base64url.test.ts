import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBase64url, toBase64url } from '@/sync/crypto/base64url';

const bytes = fc.uint8Array({ maxLength: 100 });

describe('bytes as base64url without padding', () => {
  test('they are what Node makes of them', () => {
    fc.assert(fc.property(bytes, (some) => toBase64url(some) === Buffer.from(some).toString('base64url')));
  });

  test('they come back', () => {
    fc.assert(
      fc.property(bytes, (some) => {
        expect(fromBase64url(toBase64url(some))).toEqual(some);
      }),
    );
  });

  test.each([
    ['of an impossible length', 'AAAAA'],
    ['with bits behind its last byte', 'AB'],
    ['with padding', 'AA=='],
    ['with nothing but padding', '===='],
    ['with a letter of another alphabet', 'A+AA'],
    ['with a space', 'AA AA'],
    ['with a line break at its end', 'AAAA\n'],
  ])('a text %s is none', (_what, text) => {
    expect(fromBase64url(text)).toBeNull();
  });
});
