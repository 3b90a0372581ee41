import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** How the code of a page names the file of its worker. */
const WORKER_URL = /new URL\('(\.\/worker\.ts)', import\.meta\.url\)/;

export const WORKER_ENTRY = join(import.meta.dirname, '../src/logWorker/worker.ts');

/**
 * Builds a worker as a chunk of the app. Vite would bundle it apart, with its own copy of Dexie and
 * of the schemas: 130 kB more to precache. The build fails if a file that the worker loads imports
 * the start of the pages: it would stop at the first use of the document, and every task with the
 * whole log would block the page.
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
  writeBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
    const worker = chunks.find(({ facadeModuleId }) => facadeModuleId === WORKER_ENTRY);
    if (!worker) throw new Error('the worker of the whole log is no longer a part of the app');
    const loaded = new Set([worker.fileName]);
    // A loop over a set also visits the elements that are added during the loop.
    for (const name of loaded) {
      const chunk = chunks.find(({ fileName }) => fileName === name);
      for (const imported of [...(chunk?.imports ?? []), ...(chunk?.dynamicImports ?? [])]) loaded.add(imported);
    }
    const ofPages = [...loaded].filter((name) =>
      chunks.some(({ fileName, name: chunk }) => fileName === name && chunk === 'start'),
    );
    if (ofPages.length > 0) throw new Error(`the worker of the whole log loads ${ofPages.join(', ')}`);
  },
});
