import react from '@vitejs/plugin-react';
import { VitePWA } from 'vite-plugin-pwa';
import { configDefaults, defineConfig } from 'vitest/config';
import { appAfterShell } from './build/appAfterShell.ts';
import { compiledWords } from './build/compiledWords.ts';
import { contentSecurityPolicy } from './build/contentSecurityPolicy.ts';
import { fewScales } from './build/fewScales.ts';
import { smallEarly } from './build/smallEarly.ts';
import { startChunk } from './build/startChunk.ts';

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
