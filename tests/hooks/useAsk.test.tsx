import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { useAsk } from '@/hooks/useAsk';

afterEach(cleanup);

const service = { name: 'the pager' };
type Service = typeof service;

/** Renders the hook, asks once, and returns what is answered and what the place then shows. */
async function askOnce(
  load: () => Promise<Service>,
  question: (asked: Service) => Promise<{ ok: true; value: string } | { ok: false; failure: 'offline' }>,
) {
  const { result } = renderHook(() => useAsk<Service, 'offline'>(load));
  const answer = await act(() => result.current.ask(question));
  return { answer, isBusy: result.current.isBusy, failure: result.current.failure };
}
const load = async () => service;

it('answers what the service answers', async () => {
  const asked = await askOnce(load, async ({ name }) => ({ ok: true, value: name }));
  expect(asked).toEqual({ answer: { ok: true, value: 'the pager' }, isBusy: false, failure: null });
});

it('says why the service did not do it', async () => {
  const asked = await askOnce(load, async () => ({ ok: false, failure: 'offline' }));
  expect(asked).toEqual({ answer: { ok: false, failure: 'offline' }, isBusy: false, failure: 'offline' });
});

it('says that a file is missing, and is free for another try', async () => {
  const missing = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
  const asked = await askOnce(missing, async () => ({ ok: true, value: '' }));
  expect(asked).toEqual({ answer: { ok: false, failure: 'notLoaded' }, isBusy: false, failure: 'notLoaded' });
});

it('says that the storage failed if the log cannot be read, and is free for another try', async () => {
  const closed = () => Promise.reject(new Error('Database has been closed'));
  const asked = await askOnce(load, closed);
  expect(asked).toEqual({ answer: { ok: false, failure: 'storage' }, isBusy: false, failure: 'storage' });
});
