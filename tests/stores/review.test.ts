import { beforeEach, expect, it, vi } from 'vitest';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  vi.resetModules();
});

/** As a window that is opened now has it. */
const store = async () => (await import('@/stores/review')).useReviewSkips;

it('what was passed over is remembered on this phone', async () => {
  (await store()).getState().skip(['unlogged 2026-11-16']);
  vi.resetModules();
  expect((await store()).getState().passed).toEqual(['unlogged 2026-11-16']);
});

it('five hundred of them; the oldest are forgotten first', async () => {
  const { getState } = await store();
  getState().skip(Array.from({ length: 400 }, (_, n) => `first ${n}`));
  getState().skip(Array.from({ length: 200 }, (_, n) => `second ${n}`));
  expect(getState().passed).toHaveLength(500);
  expect(getState().passed[0]).toBe('first 100');
});

it('what is brought back is asked again, and only that', async () => {
  const { getState } = await store();
  getState().skip(['who a', 'cause a']);
  getState().unskip(['who a']);
  expect(getState().passed).toEqual(['cause a']);
});

it('a GameDay’s are its own: its nights have the same names as real ones', async () => {
  sessionStorage.setItem('infernalops.gameday', '7');
  (await store()).getState().skip(['unlogged 2026-11-16']);
  expect(localStorage.getItem('infernalops.review')).toBeNull();
  sessionStorage.removeItem('infernalops.gameday');
  vi.resetModules();
  expect((await store()).getState().passed).toEqual([]);
});

it('two windows forget nothing of each other', async () => {
  const one = await store();
  vi.resetModules();
  const other = await store();
  one.getState().skip(['who a']);
  // As the browser tells every other window.
  dispatchEvent(new StorageEvent('storage', { key: 'infernalops.review' }));
  expect(other.getState().passed).toEqual(['who a']);
  other.getState().skip(['who b']);
  vi.resetModules();
  expect((await store()).getState().passed).toEqual(['who a', 'who b']);
});
