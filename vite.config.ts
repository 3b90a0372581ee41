import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { contentSecurityPolicy } from './build/contentSecurityPolicy.ts';
import { loadAppAfterShell } from './build/loadAppAfterShell.ts';
import { minifyEarlyScript } from './build/minifyEarlyScript.ts';
import { precompileMessages } from './build/precompileMessages.ts';
import { startupChunk } from './build/startupChunk.ts';
import { trimD3Scales } from './build/trimD3Scales.ts';

export default defineConfig({
  // Relative, so that one build works at the root of a host and at any sub-path.
  base: './',
  resolve: {
    tsconfigPaths: true,
    // wouter asks for a stand-in of this hook, which React has had since version 18: 1.8 kB that never run.
    alias: { 'use-sync-external-store/shim/index.js': 'react' },
  },
  plugins: [
    react(),
    contentSecurityPolicy(),
    precompileMessages(),
    trimD3Scales(),
    minifyEarlyScript(),
    loadAppAfterShell(),
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
        codeSplitting: { groups: [{ name: startupChunk() }] },
      },
    },
  },
  preview: { port: 4173, strictPort: true },
});
