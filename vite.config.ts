import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { contentSecurityPolicy } from './build/contentSecurityPolicy.ts';
import { cssClassNames } from './build/cssClassNames.ts';
import { laterChunks } from './build/laterChunks.ts';
import { BUNDLED_LIST, licences, licencesOfWorker } from './build/licences.ts';
import { loadAppAfterShell } from './build/loadAppAfterShell.ts';
import { minifyShellScripts } from './build/minifyShellScripts.ts';
import { precompileMessages } from './build/precompileMessages.ts';
import { publishVersion, withIntegrity } from './build/publishVersion.ts';
import { reactAsModule } from './build/reactAsModule.ts';
import { shareWorkerChunks } from './build/shareWorkerChunks.ts';
import { startupChunk } from './build/startupChunk.ts';
import { trimD3Scales } from './build/trimD3Scales.ts';

const [versionOfPage, versionOfWorker] = publishVersion();

export default defineConfig({
  // The base is relative, so that one build works at the root of a host and at any sub-path.
  base: './',
  resolve: {
    tsconfigPaths: true,
    alias: [
      // wouter imports a replacement for this hook, which React has had since version 18: 1.8 kB
      // that never run.
      { find: 'use-sync-external-store/shim/index.js', replacement: 'react' },
      // The package's own entry is for ES5: 2 kB more gzip before Tonight works, and 12 kB more in
      // the service worker.
      { find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' },
    ],
  },
  plugins: [
    react(),
    contentSecurityPolicy(),
    precompileMessages(),
    trimD3Scales(),
    reactAsModule(),
    cssClassNames(),
    minifyShellScripts(),
    loadAppAfterShell(),
    licences(),
    versionOfPage,
    shareWorkerChunks(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/pwa/worker',
      filename: 'sw.ts',
      registerType: 'prompt',
      injectRegister: false,
      // The manifests are written by hand in public/, one for each language.
      manifest: false,
      injectManifest: {
        // The worker is a classic script, in which Vite's helper for dynamic imports of ES modules
        // does not work.
        rollupFormat: 'iife',
        buildPlugins: { vite: [licencesOfWorker()] },
        globPatterns: [
          '**/*.{html,js,css,webmanifest}',
          'licences.json',
          'icons/{icon.svg,icon-192.png,badge-96.png,apple-touch-icon.png}',
        ],
        manifestTransforms: [withIntegrity('dist')],
      },
    }),
    versionOfWorker,
  ],
  // Long class names would add 9 kB to the precache.
  css: { modules: { generateScopedName: '_[hash:base64:5]' } },
  build: {
    // The size budget reads the manifest to follow the imports from the entry.
    manifest: true,
    license: BUNDLED_LIST,
    target: 'es2022',
    // Every chunk comes from the precache, and a screen requests its other chunks early enough.
    // Listing them here would add 1.3 kB before the first tap.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, needed, { hostType }) => (hostType === 'html' ? needed : []),
    },
    rolldownOptions: {
      output: {
        chunkFileNames: 'assets/[name]-[hash].js',
        codeSplitting: { groups: [{ name: startupChunk() }, ...laterChunks()] },
      },
    },
  },
  preview: { port: 4173, strictPort: true },
});
