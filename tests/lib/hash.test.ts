import { expect, it } from 'vitest';
import { hashOf } from '@/lib/hash';

it.each([
  // The published values of FNV-1a, 64 bits.
  ['', 0xcbf29ce484222325n],
  ['a', 0xaf63dc4c8601ec8cn],
  ['foobar', 0x85944171f73967e8n],
])('the hash of “%s” is the one everybody gets', (text, hash) => {
  expect(hashOf(text)).toBe(hash.toString(36));
});

it('two texts that differ by an accent have two', () => {
  expect(hashOf('nuit calme')).not.toBe(hashOf('nuit calmé'));
});
