import { afterEach, describe, expect, it, vi } from 'vitest';

interface Rules {
  createScriptURL(url: string): string;
}

/** Loads the module as a browser with, or without, Trusted Types does. */
async function load(trustedTypes?: { createPolicy(name: string, rules: Rules): unknown }) {
  vi.resetModules();
  vi.stubEnv('PROD', true);
  vi.stubGlobal('trustedTypes', trustedTypes);
  vi.stubGlobal('location', { href: `${folder}#/nights` });
  return (await import('@/lib/ownScript')).ownScript;
}
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

const trustedTypes = { createPolicy: (_: string, { createScriptURL }: Rules) => ({ createScriptURL }) };
const folder = 'https://home.example/night/';

describe('in a browser with Trusted Types', () => {
  it('makes one policy, which has rules for the addresses of scripts only', async () => {
    const createPolicy = vi.fn(trustedTypes.createPolicy);
    const ownScript = await load({ createPolicy });
    ownScript('./sw.js');
    ownScript('./sw.js');
    expect(createPolicy.mock.calls).toEqual([['infernalops', { createScriptURL: expect.any(Function) }]]);
  });

  it.each([
    ['./sw-0123456789ab.js', 'sw-0123456789ab.js'],
    ['./sw.js', 'sw.js'],
    [`${folder}assets/worker-B7vs8XxN.js`, 'assets/worker-B7vs8XxN.js'],
  ])('takes %s', async (url, path) => {
    const ownScript = await load(trustedTypes);
    expect(ownScript(url)).toBe(folder + path);
  });

  it.each([
    'https://stranger.example/sw.js',
    'https://home.example/sw.js',
    'https://home.example/night/../sw.js',
    '//stranger.example/sw.js',
    'data:text/javascript,alert(1)',
    'blob:null/sw.js',
    'javascript:alert(1)//sw.js',
    './early.js',
    './assets/../early.js',
    './sub/sw.js',
    './sw.js?stranger',
    './sw.js#stranger',
    './sw-0123456789ab.js/../../sw.js',
    './assets/worker-x.js.html',
  ])('refuses %s', async (url) => {
    const ownScript = await load(trustedTypes);
    expect(() => ownScript(url)).toThrow(TypeError);
  });
});

it('returns the address as it is in a browser without Trusted Types', async () => {
  const ownScript = await load();
  expect(ownScript('./sw.js')).toBe('./sw.js');
});
