import { readFileSync } from 'node:fs';
import { afterEach, expect, it, vi } from 'vitest';
import { takeSharedFiles } from '@/pwa/sharedFiles';
import { isShare, receiveShare } from '@/pwa/worker/receiveShare';

const SCOPE = 'https://home.example/app/';

/** A cache storage as a browser has it, with the part that is used here. */
function stubCaches() {
  const stored = new Map<string, Map<string, Response>>();
  const storage = {
    has: async (name: string) => stored.has(name),
    delete: async (name: string) => stored.delete(name),
    open: async (name: string) => {
      const entries = stored.get(name) ?? new Map<string, Response>();
      stored.set(name, entries);
      return {
        put: async (key: string, response: Response) => void entries.set(key, response),
        keys: async () => [...entries.keys()],
        match: async (key: string) => entries.get(key),
      };
    },
  } as unknown as CacheStorage;
  vi.stubGlobal('caches', storage);
  return storage;
}
afterEach(() => vi.unstubAllGlobals());

function shareOf(...files: File[]): Request {
  const form = new FormData();
  for (const file of files) form.append('files', file);
  return new Request(`${SCOPE}shared`, { method: 'POST', body: form });
}

it('files that are shared are kept, and the page of the import takes them once', async () => {
  const caches = stubCaches();
  const request = shareOf(new File(['a,b'], 'Schläfe é.csv'), new File(['{}'], 'b.json'));
  expect(isShare(request, SCOPE)).toBe(true);
  const response = await receiveShare(request, SCOPE, caches);
  expect([response.status, response.headers.get('location')]).toEqual([303, `${SCOPE}#/household/import`]);
  const files = await takeSharedFiles();
  expect(files.map(({ name }) => name)).toEqual(['Schläfe é.csv', 'b.json']);
  expect(await files[0]?.text()).toBe('a,b');
  expect(await takeSharedFiles()).toEqual([]);
});

it('a later share replaces one that nobody took', async () => {
  const caches = stubCaches();
  await receiveShare(shareOf(new File(['1'], 'one.csv'), new File(['2'], 'two.csv')), SCOPE, caches);
  await receiveShare(shareOf(new File(['3'], 'three.csv')), SCOPE, caches);
  expect((await takeSharedFiles()).map(({ name }) => name)).toEqual(['three.csv']);
});

it.each([
  ['too many files', Array.from({ length: 51 }, (_, index) => new File(['x'], `${index}.csv`))],
  [
    'files that are too big',
    [new File([new Uint8Array(60_000_000)], 'a.csv'), new File([new Uint8Array(40_000_001)], 'b.csv')],
  ],
])('of %s none is kept, and those before are gone', async (_, files) => {
  const caches = stubCaches();
  await receiveShare(shareOf(new File(['1'], 'one.csv')), SCOPE, caches);
  const form = { getAll: () => files } as unknown as FormData;
  const request = Object.assign(shareOf(), { formData: async () => form });
  expect((await receiveShare(request, SCOPE, caches)).status).toBe(303);
  expect(await takeSharedFiles()).toEqual([]);
});

it('without room for the files the page opens all the same', async () => {
  const caches = { delete: async () => false, open: () => Promise.reject(new DOMException('', 'QuotaExceededError')) };
  const response = await receiveShare(shareOf(new File(['1'], 'one.csv')), SCOPE, caches as unknown as CacheStorage);
  expect(response.status).toBe(303);
});

it.each([
  ['a page', new Request(`${SCOPE}shared`)],
  ['another address', new Request(`${SCOPE}shared/more`, { method: 'POST' })],
])('%s is no share', (_what, request) => {
  expect(isShare(request, SCOPE)).toBe(false);
});

it.each(['manifest.webmanifest', 'manifest.fr.webmanifest'])('%s lets files be shared to that address', (name) => {
  const { share_target: target } = JSON.parse(readFileSync(`public/${name}`, 'utf8'));
  expect(target).toMatchObject({ action: './shared', method: 'POST', enctype: 'multipart/form-data' });
  expect(target.params.files[0].name).toBe('files');
});
