import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** How the code of a page names the file of its worker. */
const WORKER_URL = /new URL\('(\.\/worker\.ts)', import\.meta\.url\)/;

export const WORKER_ENTRY = join(import.meta.dirname, '../src/logWorker/worker.ts');

/**
 * Builds a worker as a chunk of the app. Vite would bundle it apart, with its own copy of Dexie and
 * of the schemas: 130 kB more to precache.
 */
export const shareWorkerChunks = (): Plugin => ({
  name: 'share-worker-chunks',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    const [expression, file] = WORKER_URL.exec(code) ?? [];
    if (!expression || !file || !id.includes('/src/')) return null;
    const reference = this.emitFile({ type: 'chunk', id: join(dirname(id), file), name: 'worker' });
    return code.replace(expression, `import.meta.ROLLUP_FILE_URL_${reference}`);
  },
});
