import { dirname, join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/** How the code of a page names the file of its worker. */
const WORKER_URL = /new URL\('(\.\/worker\.ts)', import\.meta\.url\)/;

export const WORKER_ENTRY = join(import.meta.dirname, '../src/logWorker/worker.ts');

/** What no worker can run, because it has no document. */
const FOR_PAGES = /\/node_modules\/react-dom\//;

/**
 * Builds a worker as a chunk of the app. Vite would bundle it apart, with its own copy of Dexie and
 * of the schemas: 130 kB more to precache.
 *
 * The build fails if one of the worker's chunks is for pages only: the worker would not start, and
 * its tasks would block the page instead.
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
  generateBundle(_, bundle) {
    const worker = Object.values(bundle).find((file) => file.type === 'chunk' && file.facadeModuleId === WORKER_ENTRY);
    if (!worker) throw new Error('the worker is not built as a chunk of the app');
    const names = new Set([worker.fileName]);
    // A loop over a set also visits the elements that are added during the loop.
    for (const name of names) {
      const { moduleIds, imports, dynamicImports } = bundle[name] as Rolldown.OutputChunk;
      if (moduleIds.some((id) => FOR_PAGES.test(id)))
        throw new Error(`the worker cannot run ${name}, which it imports`);
      for (const imported of [...imports, ...dynamicImports]) names.add(imported);
    }
  },
});
