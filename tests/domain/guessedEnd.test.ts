import { describe, expect, it } from 'vitest';
import { guessedEnd } from '@/domain/guessedEnd';
import { MINUTE_MS } from '@/lib/time';
import { tonightAt } from '../support/factories';

const usualMs = 20 * MINUTE_MS;
const awakeSince = tonightAt('02:43');

describe('the guess of an end that nobody logged', () => {
  it('is the usual recovery after the child woke', () => {
    const guess = guessedEnd({ awakeSince, lastWordAt: tonightAt('02:50'), usualMs }, tonightAt('10:45'));
    expect(guess).toBe(tonightAt('03:03'));
  });

  it('is never before the last word', () => {
    const guess = guessedEnd({ awakeSince, lastWordAt: tonightAt('04:10'), usualMs }, tonightAt('10:45'));
    expect(guess).toBe(tonightAt('04:10'));
  });

  it('is missing if it says no more than “just now”', () => {
    const hours = { awakeSince, lastWordAt: tonightAt('02:50'), usualMs: 120 * MINUTE_MS };
    expect(guessedEnd(hours, tonightAt('04:51'))).toBeNull();
    expect(guessedEnd(hours, tonightAt('05:00'))).toBe(tonightAt('04:43'));
  });
});
