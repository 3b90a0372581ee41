import { beforeEach, expect, it, vi } from 'vitest';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  vi.resetModules();
});

/** Loads the store; the first time, and after `vi.resetModules`, as a new window does. */
const loadStore = async () => (await import('@/stores/review')).useReviewSkips;

it('remembers skipped questions after a reload', async () => {
  (await loadStore()).getState().skip(['unlogged 2026-11-16']);
  vi.resetModules();
  expect((await loadStore()).getState().passed).toEqual(['unlogged 2026-11-16']);
});

it('remembers the latest five hundred skips and drops older ones', async () => {
  const { getState } = await loadStore();
  getState().skip(Array.from({ length: 400 }, (_, index) => `first ${index}`));
  getState().skip(Array.from({ length: 200 }, (_, index) => `second ${index}`));
  expect(getState().passed).toHaveLength(500);
  expect(getState().passed[0]).toBe('first 100');
});

it('forgets only the skips that were taken back', async () => {
  const { getState } = await loadStore();
  getState().skip(['who a', 'cause a']);
  getState().unskip(['who a']);
  expect(getState().passed).toEqual(['cause a']);
});

it('does not store the skips of a GameDay with those of the real log', async () => {
  sessionStorage.setItem('infernalops.gameday', '7');
  (await loadStore()).getState().skip(['unlogged 2026-11-16']);
  expect(localStorage.getItem('infernalops.review')).toBeNull();
  sessionStorage.removeItem('infernalops.gameday');
  vi.resetModules();
  expect((await loadStore()).getState().passed).toEqual([]);
});

it('keeps the skips that were made in two windows', async () => {
  const firstWindow = await loadStore();
  vi.resetModules();
  const secondWindow = await loadStore();
  firstWindow.getState().skip(['who a']);
  // The browser sends this event to every other window.
  dispatchEvent(new StorageEvent('storage', { key: 'infernalops.review' }));
  expect(secondWindow.getState().passed).toEqual(['who a']);
  secondWindow.getState().skip(['who b']);
  vi.resetModules();
  expect((await loadStore()).getState().passed).toEqual(['who a', 'who b']);
});
