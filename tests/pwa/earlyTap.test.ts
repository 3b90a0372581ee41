import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/* The button of the shell, which works before the app has started (public/early.js). */

const EARLY: string = join(process.cwd(), 'public/early.js');
const message = () => document.querySelector('.shell-message')?.textContent ?? '';
const tap = () => document.querySelector<HTMLButtonElement>('.wake-button')?.click();

beforeEach(async () => {
  document.body.innerHTML =
    '<main class="shell"><div class="shell-message"></div><div class="shell-buttons"></div></main>';
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a tap on the button of the shell', () => {
  it('is said to be not noted if the storage never answers, and the next one is noted', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => ({}) as IDBOpenDBRequest);
    await import(EARLY);
    // The button comes after the first frame.
    await vi.advanceTimersByTimeAsync(300);
    tap();
    await vi.advanceTimersByTimeAsync(2900);
    expect(message()).toBe('');
    await vi.advanceTimersByTimeAsync(200);
    expect(message()).toBe('Could not note that: tap again in a moment.');
    tap();
    await vi.waitFor(() => expect(message()).toMatch(/^Noted at /));
  });
});
