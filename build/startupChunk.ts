import { join } from 'node:path';
import type { Rolldown } from 'vite';

/**
 * What is loaded before Tonight works is one chunk. Left to itself the bundler cuts out of it whatever some sheet that is loaded later needs,
 * each cut a file of its own that compresses worse: a dozen sheets cost the start 2 kB gzip.
 */
export function startupChunk(): (id: string, context: Rolldown.ChunkingContext) => string | null {
  const entry = join(import.meta.dirname, '../src/main.tsx');
  let startupModules: ReadonlySet<string> | null = null;
  return (id, context) => {
    startupModules ??= staticImportsOf(entry, (from) => context.getModuleInfo(from)?.importedIds ?? []);
    // The entry stays what the page asks for: its chunk is the one by which the manifest finds the others.
    return startupModules.has(id) && id !== entry ? 'start' : null;
  };
}

/** A module and whatever it imports at once, not later. */
function staticImportsOf(entry: string, importsOf: (id: string) => readonly string[]): ReadonlySet<string> {
  const reached = new Set([entry]);
  // A set that grows while it is gone through is gone through to its end.
  for (const id of reached) for (const imported of importsOf(id)) reached.add(imported);
  return reached;
}
