import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { minify, type Plugin, type Rolldown, runnerImport } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { configDefaults, defineConfig } from 'vitest/config';

/** No request leaves the origin and nothing inline runs. `public/_headers` says the same to hosts that read it. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Only in a build: the development server's hot reload is an inline script. */
const contentSecurityPolicy = (): Plugin => ({
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
      injectTo: 'head-prepend',
    },
  ],
});

/**
 * The shell's first frame waits for nothing (index.html). What Vite puts into the head would hold it up, so it follows the shell: the style
 * sheets at the end of the body, and the app's own script by early.js, once that frame is painted.
 */
const appAfterShell = (): Plugin => ({
  name: 'app-after-shell',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html) {
      const found = (pattern: RegExp) => html.match(pattern) ?? [];
      const [app = '', source = ''] = found(/ *<script type="module"[^>]* src="([^"]*)"[^>]*><\/script>\n?/);
      const links = found(/ *<link rel="(?:stylesheet|modulepreload)"[^>]*>\n?/g);
      const early = '<script async src="early.js"';
      if (!source || links.length === 0 || !html.includes(early)) throw new Error('index.html is not as it used to be');
      return [app, ...links]
        .reduce((page, line) => page.replace(line, ''), html)
        .replace(early, `${early} data-app="${source}"`)
        .replace('  </body>', `${links.join('')}  </body>`);
    },
  },
});

/** What lies in public/ is copied as it is. early.js is written to be read, and the first thing a phone loads: 1.4 kB gzip less. */
const smallEarly = (): Plugin => ({
  name: 'small-early',
  apply: 'build',
  async writeBundle({ dir = 'dist' }) {
    const file = join(dir, 'early.js');
    const { code } = await minify(file, await readFile(file, 'utf8'), { module: false });
    await writeFile(file, code);
  },
});

/**
 * The words are parsed here and not on the phone: a build has their modules as what `compileWords` makes of them, and in its place
 * nothing. Saves the parser, 6 kB gzip before the first tap.
 */
const compiledWords = (): Plugin => ({
  name: 'compiled-words',
  apply: 'build',
  enforce: 'pre',
  async load(id) {
    if (id.endsWith('/src/i18n/compileWords.ts')) return 'export const compileWords = (words) => words;';
    const [, language] = /\/src\/i18n\/(en|fr)\/(?:index|day)\.ts$/.exec(id) ?? [];
    if (!language) return null;
    const [words, { module }] = await Promise.all([
      runnerImport<{ default: object }>(id),
      runnerImport<typeof import('./src/i18n/compileWords')>('./src/i18n/compileWords.ts'),
    ]);
    return `export default ${JSON.stringify(module.compileWords(words.module.default, language as 'en' | 'fr'))};`;
  },
});

/**
 * Recharts finds a scale among all of d3's by its name, so that none can be left out by itself. Ours have steps, or a number:
 * with those alone, what scales time, colours and logarithms stays out of the precache, 26 kB.
 */
const fewScales = (): Plugin => ({
  name: 'few-scales',
  apply: 'build',
  enforce: 'pre',
  load: (id) =>
    id.endsWith('/victory-vendor/es/d3-scale.js')
      ? "export { scaleBand, scaleLinear, scalePoint } from 'd3-scale';"
      : null,
});

/**
 * What is loaded before Tonight works is one chunk. Left to itself the bundler cuts out of it whatever some sheet that is loaded later needs,
 * each cut a file of its own that compresses worse: a dozen sheets cost the start 2 kB gzip.
 */
function startChunk(): (id: string, context: Rolldown.ChunkingContext) => string | null {
  const entry = `${import.meta.dirname}/src/main.tsx`;
  let reached: ReadonlySet<string> | null = null;
  return (id, context) => {
    reached ??= reachedFrom(entry, (from) => context.getModuleInfo(from)?.importedIds ?? []);
    // The entry stays what the page asks for: its chunk is the one by which the manifest finds the others.
    return reached.has(id) && id !== entry ? 'start' : null;
  };
}

/** A module and whatever it imports at once, not later. */
function reachedFrom(entry: string, importsOf: (id: string) => readonly string[]): ReadonlySet<string> {
  const reached = new Set([entry]);
  // A set that grows while it is gone through is gone through to its end.
  for (const id of reached) for (const imported of importsOf(id)) reached.add(imported);
  return reached;
}

/** The zones in which everything about time is tested: none, west of Greenwich, a clock change at midnight, one of half an hour. */
const TEST_ZONES = ['UTC', 'America/New_York', 'Africa/Cairo', 'Australia/Lord_Howe'];

/** What can depend on the zone of the machine; components and storage are tested once, in UTC. */
const TIME_TESTS = ['tests/lib/**', 'tests/domain/**', 'tests/i18n/**', 'tests/metrics/**', 'tests/gameday/**'];

/** Started as a command of its own, without a browser's surroundings. */
const COMMAND_LINE_TESTS = 'tests/cli/*.test.ts';

export default defineConfig({
  // Relative, so that one build works at the root of a host and at any sub-path.
  base: './',
  resolve: { tsconfigPaths: true },
  plugins: [
    react(),
    contentSecurityPolicy(),
    compiledWords(),
    fewScales(),
    smallEarly(),
    appAfterShell(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/pwa/worker',
      filename: 'sw.ts',
      registerType: 'prompt',
      injectRegister: false,
      // The manifests are written by hand in public/, one a language.
      manifest: false,
      injectManifest: {
        // A classic script: Vite's help with what an ES module imports later does not run in one.
        rollupFormat: 'iife',
        globPatterns: [
          '**/*.{html,js,css,webmanifest}',
          'icons/{icon.svg,icon-192.png,badge-96.png,apple-touch-icon.png}',
        ],
      },
    }),
  ],
  // Names nobody reads take 9 kB of the precache.
  css: { modules: { generateScopedName: '_[hash:base64:5]' } },
  build: {
    // Read by the size budget, which follows the imports from the entry.
    manifest: true,
    target: 'es2022',
    // Every chunk comes from the precache: what a screen needs besides itself it asks for in time, and naming it here takes 1.3 kB before the first tap.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, needed, { hostType }) => (hostType === 'html' ? needed : []),
    },
    rolldownOptions: {
      output: {
        chunkFileNames: 'assets/[name]-[hash].js',
        codeSplitting: { groups: [{ name: startChunk() }] },
      },
    },
  },
  preview: { port: 4173, strictPort: true },
  test: {
    pool: 'forks',
    exclude: [...configDefaults.exclude, 'e2e/**'],
    projects: [
      ...TEST_ZONES.map((zone) => ({
        extends: true as const,
        test: { name: zone, include: TIME_TESTS.map((folder) => `${folder}/*.test.ts`), env: { TZ: zone } },
      })),
      {
        extends: true as const,
        test: { name: 'command line', include: [COMMAND_LINE_TESTS], env: { TZ: 'UTC' } },
      },
      {
        extends: true as const,
        test: {
          name: 'app',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, ...TIME_TESTS, COMMAND_LINE_TESTS],
          environment: 'jsdom',
          testTimeout: 30_000,
          setupFiles: ['tests/support/setup.ts'],
          env: { TZ: 'UTC' },
        },
      },
    ],
  },
});
