import { expect, it } from 'vitest';
import { hashOf } from '@/lib/hash';

it.each([
  // These are the published values of 64-bit FNV-1a.
  ['', 0xcbf29ce484222325n],
  ['a', 0xaf63dc4c8601ec8cn],
  ['foobar', 0x85944171f73967e8n],
])('gives “%s” its published FNV-1a hash', (text, hash) => {
  expect(hashOf(text)).toBe(hash.toString(36));
});

it('gives two texts that differ by one accent different hashes', () => {
  expect(hashOf('nuit calme')).not.toBe(hashOf('nuit calmé'));
});
