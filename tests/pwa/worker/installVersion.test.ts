import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { answer, isAnswered } from '@/pwa/worker/answer';
import { installVersion, type Version } from '@/pwa/worker/installVersion';
import { cacheNameOf, OLD_RELEASE } from '@/pwa/worker/versionCaches';
import { MemoryCaches } from '../../support/caches';

/* Whether a version is whole, and which file is answered. */

const SCOPE = 'https://example.org/family/';
type Files = Record<string, string>;
const FIRST: Files = { 'index.html': '<p>one', 'early.js': '1', 'assets/a-11.js': 'a', 'assets/b-11.js': 'b' };
const SECOND: Files = { 'index.html': '<p>two', 'early.js': '2', 'assets/a-22.js': 'A', 'assets/b-11.js': 'b' };

const versionOf = (version: string, files: Files): Version => ({
  version,
  scope: SCOPE,
  files: Object.entries(files).map(([url, text]) => ({
    url,
    integrity: `sha256-${createHash('sha256').update(text).digest('base64')}`,
  })),
});

/** A host with these files; `answers` replaces some of its answers. */
function hostOf(files: Files, answers: Record<string, () => Response> = {}) {
  const asked: string[] = [];
  const load = (async (input: RequestInfo | URL) => {
    const url = (input instanceof Request ? input.url : String(input)).slice(SCOPE.length);
    asked.push(url);
    const text = files[url];
    return answers[url]?.() ?? (text === undefined ? new Response('', { status: 404 }) : new Response(text));
  }) as typeof fetch;
  return { asked, load };
}

async function install(memory: MemoryCaches, version: Version, files: Files): Promise<void> {
  await installVersion(version, memory.storage, hostOf(files).load);
}

const textOf = async (memory: MemoryCaches, version: string, url: string) =>
  (await memory.byName.get(cacheNameOf(version, SCOPE))?.match(`${SCOPE}${url}`))?.text();

describe('a version', () => {
  it('is installed with all its files', async () => {
    const memory = new MemoryCaches();
    await install(memory, versionOf('1', FIRST), FIRST);
    for (const [url, text] of Object.entries(FIRST)) expect(await textOf(memory, '1', url)).toBe(text);
  });

  it.each([
    ['index.html', "frame-ancestors 'none'"],
    ['assets/a-11.js', "default-src 'none'; script-src 'self'"],
  ])('answers %s with a policy of its own, whatever the host sends', async (url, policy) => {
    const memory = new MemoryCaches();
    await install(memory, versionOf('1', FIRST), FIRST);
    const kept = await memory.byName.get(cacheNameOf('1', SCOPE))?.match(`${SCOPE}${url}`);
    expect(kept?.headers.get('content-security-policy')).toBe(policy);
  });

  const WRONG_ANSWERS: [string, () => Response][] = [
    ['half of it', () => new Response('<p>t')],
    ['nothing', () => new Response('')],
    ['a login page', () => new Response('<!doctype html>login', { headers: { 'content-type': 'text/html' } })],
    ['the file of another version', () => new Response('<p>one')],
    ['an error with the right text', () => new Response('<p>two', { status: 500 })],
    ['a longer file that begins like it', () => new Response('<p>two<p>three')],
  ];
  it.each(WRONG_ANSWERS)('is not installed if the host answers %s for one file', async (_, wrong) => {
    const memory = new MemoryCaches();
    const { load } = hostOf(SECOND, { 'index.html': wrong });
    await expect(installVersion(versionOf('2', SECOND), memory.storage, load)).rejects.toThrow('index.html');
    expect(await textOf(memory, '2', 'index.html')).toBeUndefined();
  });

  it('is not installed if the connection is cut', async () => {
    const cut = () => new Response(new ReadableStream({ start: (stream) => stream.error(new TypeError('cut')) }));
    const { load } = hostOf(SECOND, { 'early.js': cut });
    await expect(installVersion(versionOf('2', SECOND), new MemoryCaches().storage, load)).rejects.toThrow('cut');
  });

  it('goes on where an attempt before has stopped', async () => {
    const memory = new MemoryCaches();
    const bad = hostOf(SECOND, { 'early.js': () => new Response('') });
    await expect(installVersion(versionOf('2', SECOND), memory.storage, bad.load)).rejects.toThrow();
    const good = hostOf(SECOND);
    await installVersion(versionOf('2', SECOND), memory.storage, good.load);
    expect(good.asked).toEqual(['early.js']);
  });

  it('takes a file that is the same in the version before from there', async () => {
    const memory = new MemoryCaches();
    await install(memory, versionOf('1', FIRST), FIRST);
    const host = hostOf(SECOND);
    await installVersion(versionOf('2', SECOND), memory.storage, host.load);
    expect(host.asked).not.toContain('assets/b-11.js');
    expect(await textOf(memory, '2', 'assets/b-11.js')).toBe('b');
  });

  it('fetches a file again that is damaged on this device', async () => {
    const memory = new MemoryCaches();
    await install(memory, versionOf('2', SECOND), SECOND);
    await memory.byName.get(cacheNameOf('2', SCOPE))?.put(`${SCOPE}early.js`, new Response('half'));
    await install(memory, versionOf('2', SECOND), SECOND);
    expect(await textOf(memory, '2', 'early.js')).toBe('2');
  });

  it('asks past the browser’s cache if what that has is not whole', async () => {
    const answers = ['half', SECOND['assets/a-22.js'] ?? ''];
    const { load, asked } = hostOf(SECOND, { 'assets/a-22.js': () => new Response(answers.shift()) });
    await installVersion(versionOf('2', SECOND), new MemoryCaches().storage, load);
    expect(asked.filter((url) => url === 'assets/a-22.js')).toHaveLength(2);
  });

  it('gives each file its own type, whatever the host says', async () => {
    const memory = new MemoryCaches();
    const wrongType = () => new Response(SECOND['early.js'] ?? '', { headers: { 'content-type': 'text/plain' } });
    await installVersion(versionOf('2', SECOND), memory.storage, hostOf(SECOND, { 'early.js': wrongType }).load);
    const kept = await memory.byName.get(cacheNameOf('2', SCOPE))?.match(`${SCOPE}early.js`);
    expect(kept?.headers.get('content-type')).toMatch(/^text\/javascript/);
  });
});

describe('an answer', () => {
  /** Both versions are on the device; the first of the list is answered. */
  async function answerWith(versions: string[], request: { url: string; mode?: string }, host = hostOf({})) {
    const memory = new MemoryCaches();
    await install(memory, versionOf('1', FIRST), FIRST);
    await install(memory, versionOf('2', SECOND), SECOND);
    const own = versionOf('2', SECOND);
    const asked = { method: 'GET', mode: 'no-cors', ...request, url: `${SCOPE}${request.url}` } as Request;
    return { memory, response: await answer(asked, { own, versions, caches: memory.storage, load: host.load }) };
  }

  it.each([
    ['the app’s page for every address', { url: 'anything?x', mode: 'navigate' }, ['2', '1'], '<p>two'],
    ['the page of the version before, after handing back', { url: '', mode: 'navigate' }, ['1', '2'], '<p>one'],
    ['a file without a hash in its name, of the answered version', { url: 'early.js' }, ['1', '2'], '1'],
    ['a chunk of the version before, for a page that is still open', { url: 'assets/a-11.js' }, ['2', '1'], 'a'],
  ])('is %s', async (_, request, versions, text) => {
    const { response } = await answerWith(versions, request);
    expect(await response.text()).toBe(text);
  });

  it('is loaded, checked and kept if a file is missing on this device', async () => {
    const memory = new MemoryCaches();
    const own = versionOf('2', SECOND);
    const context = { own, versions: ['2'], caches: memory.storage, load: hostOf(SECOND).load };
    const request = { method: 'GET', mode: 'no-cors', url: `${SCOPE}early.js` } as Request;
    expect(await (await answer(request, context)).text()).toBe('2');
    expect(await textOf(memory, '2', 'early.js')).toBe('2');
  });

  it('is found in the cache of an older release, where Workbox added a revision', async () => {
    const memory = new MemoryCaches();
    const cache = await memory.storage.open(cacheNameOf(OLD_RELEASE, SCOPE));
    await cache.put(`${SCOPE}index.html?__WB_REVISION__=12`, new Response('<p>old'));
    const context = {
      own: versionOf('2', SECOND),
      versions: [OLD_RELEASE],
      caches: memory.storage,
      load: hostOf({}).load,
    };
    const request = { method: 'GET', mode: 'navigate', url: SCOPE } as Request;
    expect(await (await answer(request, context)).text()).toBe('<p>old');
  });

  it.each([
    ['the page', { url: `${SCOPE}#/nights`, mode: 'navigate' as const }, true],
    ['a chunk of any version', { url: `${SCOPE}assets/x-99.js` }, true],
    ['the list of versions', { url: `${SCOPE}version.json` }, false],
    ['another app on the origin', { url: 'https://example.org/other/index.html' }, false],
    ['what is sent', { url: SCOPE, method: 'POST' }, false],
  ])('is given or not: %s', (_, request, expected) => {
    const full = { method: 'GET', mode: 'cors' as const, ...request };
    expect(isAnswered(full, versionOf('2', SECOND))).toBe(expected);
  });
});
