import { join } from 'node:path';
import type { Rolldown } from 'vite';
import { WORKER_ENTRY } from './shareWorkerChunks.ts';

/** The entry of this package imports what makes ids of every kind; the start needs one kind. */
const OTHER_UUIDS = /\/uuid\/dist\/(?:v5|v35|sha1|parse|validate|regex)\.js$/;

/**
 * Puts everything that is loaded before Tonight works into one chunk. By default the bundler moves
 * each part that a sheet loaded later also needs into its own file, and small files compress worse:
 * a dozen sheets would make the start 2 kB gzip larger.
 *
 * What the worker of the whole log needs of it is a chunk of its own: the other part is for pages
 * only, and the worker has no document. The split costs 1.1 kB gzip.
 */
export function startupChunk(): (id: string, context: Rolldown.ChunkingContext) => string | null {
  const entry = join(import.meta.dirname, '../src/main.tsx');
  let startupModules: ReadonlySet<string> | null = null;
  let workerModules: ReadonlySet<string> | null = null;
  return (id, context) => {
    const importsOf = (from: string) => context.getModuleInfo(from)?.importedIds ?? [];
    startupModules ??= staticImportsOf(entry, importsOf);
    // What the worker loads later would otherwise bring the pages along.
    workerModules ??= staticImportsOf(WORKER_ENTRY, (from) => [
      ...importsOf(from),
      ...(context.getModuleInfo(from)?.dynamicallyImportedIds ?? []),
    ]);
    // The entry keeps its own chunk, because the manifest finds the other chunks through it.
    if (!startupModules.has(id) || id === entry || OTHER_UUIDS.test(id)) return null;
    return workerModules.has(id) ? 'log' : 'start';
  };
}

/** Returns a module and everything it imports statically, directly or indirectly. */
export function staticImportsOf(entry: string, importsOf: (id: string) => readonly string[]): ReadonlySet<string> {
  const reached = new Set([entry]);
  // A loop over a set also visits the elements that are added during the loop.
  for (const id of reached) for (const imported of importsOf(id)) reached.add(imported);
  return reached;
}
