import { beforeEach, expect, it, vi } from 'vitest';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  vi.resetModules();
});

/** The store as a newly opened window has it. */
const store = async () => (await import('@/stores/review')).useReviewSkips;

it('remembers skipped questions on this phone', async () => {
  (await store()).getState().skip(['unlogged 2026-11-16']);
  vi.resetModules();
  expect((await store()).getState().passed).toEqual(['unlogged 2026-11-16']);
});

it('remembers five hundred, and drops the oldest first', async () => {
  const { getState } = await store();
  getState().skip(Array.from({ length: 400 }, (_, n) => `first ${n}`));
  getState().skip(Array.from({ length: 200 }, (_, n) => `second ${n}`));
  expect(getState().passed).toHaveLength(500);
  expect(getState().passed[0]).toBe('first 100');
});

it('asks only those again that were unskipped', async () => {
  const { getState } = await store();
  getState().skip(['who a', 'cause a']);
  getState().unskip(['who a']);
  expect(getState().passed).toEqual(['cause a']);
});

it('keeps the skips of a GameDay apart, because its nights have the same ids as real ones', async () => {
  sessionStorage.setItem('infernalops.gameday', '7');
  (await store()).getState().skip(['unlogged 2026-11-16']);
  expect(localStorage.getItem('infernalops.review')).toBeNull();
  sessionStorage.removeItem('infernalops.gameday');
  vi.resetModules();
  expect((await store()).getState().passed).toEqual([]);
});

it('keeps the skips of both of two windows', async () => {
  const firstWindow = await store();
  vi.resetModules();
  const other = await store();
  firstWindow.getState().skip(['who a']);
  // The browser sends this event to every other window.
  dispatchEvent(new StorageEvent('storage', { key: 'infernalops.review' }));
  expect(other.getState().passed).toEqual(['who a']);
  other.getState().skip(['who b']);
  vi.resetModules();
  expect((await store()).getState().passed).toEqual(['who a', 'who b']);
});
