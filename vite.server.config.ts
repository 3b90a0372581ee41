import { defineConfig } from 'vite';

/** Builds the home server as plain JavaScript for Node, which imports the production dependencies. */
export default defineConfig({
  publicDir: false,
  resolve: { tsconfigPaths: true },
  build: {
    ssr: 'src/server/server.ts',
    outDir: 'dist-server',
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' } },
  },
});
