import { expect, it } from 'vitest';
import { hasSameClock } from '@/lib/hasSameClock';
import { at } from '../support/factories';

const now = at('2026-11-17 02:43');

it.each([
  ['Asia/Kolkata', 'Asia/Calcutta'],
  ['Europe/Kyiv', 'Europe/Kiev'],
  ['UTC', 'Etc/UCT'],
  ['Europe/Paris', 'Europe/Berlin'],
])('%s and %s have the same clock', (a, b) => {
  expect(hasSameClock(a, b, now)).toBe(true);
  expect(hasSameClock(b, a, now)).toBe(true);
});

it.each([
  ['Europe/Paris', 'America/New_York'],
  // These differ only in the summer.
  ['Africa/Algiers', 'Europe/Paris'],
  ['Europe/London', 'UTC'],
])('%s and %s have not', (a, b) => {
  expect(hasSameClock(a, b, now)).toBe(false);
});
