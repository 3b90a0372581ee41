import { join } from 'node:path';
import type { Rolldown } from 'vite';
import { WORKER_ENTRY } from './shareWorkerChunks.ts';
import { staticImportsOf } from './startupChunk.ts';

const source = (path: string) => join(import.meta.dirname, '../src', path);

/** What Tonight loads by itself when nobody is awake, once it works. */
const IDLE = ['Idle.tsx', 'ZoneHint.tsx', 'MedicineWaits.tsx'].map((file) => source(`features/tonight/${file}`));

/** What loads the screens of the day. */
const SCREENS = source('app/Screens.tsx');

/** What so many screens need is loaded as one file. */
const MANY_SCREENS = 4;

/** What computes the figures, for the dashboard and for the worker that publishes them. */
const FIGURES = /\/src\/(metrics|exports)\//;

/**
 * Puts small files that are loaded after the start together: `idle`, what Tonight shows in a quiet
 * hour; `sheets`, everything that a tap opens on Tonight; `screens`, what most screens of the day
 * share. By default the bundler makes a file for each combination of screens that share something:
 * over a hundred of them, each with its list of imports and exports.
 *
 * What the app loads when something is wrong or right after the start finds the little that it
 * shares with them in `shared`. The worker of the whole log has no document, so what it needs is
 * not put together with any of this; what `shared` needs as well is in `common`.
 *
 * A group takes the imports of its modules along, unless an earlier group has them.
 */
export function laterChunks(): { name: (id: string, context: Rolldown.ChunkingContext) => string | null }[] {
  let chunks: ReadonlyMap<string, string> | null = null;
  const chunkOf = (id: string, context: Rolldown.ChunkingContext) => {
    chunks ??= chunkOfModules(context);
    return chunks.get(id) ?? null;
  };
  const only = (chunk: string) => ({
    name: (id: string, context: Rolldown.ChunkingContext) => (chunkOf(id, context) === chunk ? chunk : null),
  });
  return [only('common'), only('shared'), { name: chunkOf }];
}

function chunkOfModules(context: Rolldown.ChunkingContext): ReadonlyMap<string, string> {
  const importsOf = (id: string) => context.getModuleInfo(id)?.importedIds ?? [];
  const loadedBy = (id: string) => context.getModuleInfo(id)?.dynamicallyImportedIds ?? [];
  const allImportsOf = (id: string) => [...importsOf(id), ...loadedBy(id)];

  const modules = [...staticImportsOf(source('main.tsx'), allImportsOf)];
  const missing = [...IDLE, SCREENS].filter((id) => !modules.includes(id));
  if (missing.length > 0) throw new Error(`${missing.join(', ')} is no longer a part of the app`);
  const ofWorker = staticImportsOf(WORKER_ENTRY, allImportsOf);
  /** What is loaded when one of the modules imports something dynamically, one set an import. */
  const loadsOf = (from: readonly string[]) => from.flatMap(loadedBy).map((entry) => staticImportsOf(entry, importsOf));

  const ofTonight = modules.filter((id) => id.includes('/src/features/tonight/'));
  const idle = loadsOf(IDLE);
  const sheets = loadsOf(ofTonight.filter((id) => !IDLE.includes(id)));
  const screens = loadsOf([SCREENS]);
  const others = loadsOf(modules.filter((id) => id !== SCREENS && !ofTonight.includes(id)));
  const chunkOf = (id: string) => {
    const isIn = (loaded: ReadonlySet<string>) => loaded.has(id);
    const isOfScreens = screens.filter(isIn).length >= MANY_SCREENS;
    const chunk = idle.some(isIn) ? 'idle' : sheets.some(isIn) ? 'sheets' : isOfScreens ? 'screens' : null;
    if (ofWorker.has(id) && FIGURES.test(id)) return 'figures';
    if (chunk === null || ofWorker.has(id)) return null;
    return others.some(isIn) ? 'shared' : chunk;
  };
  const chunks = new Map(modules.flatMap((id) => (chunkOf(id) ? [[id, chunkOf(id) as string] as const] : [])));
  const shared = modules.filter((id) => chunks.get(id) === 'shared');
  for (const id of shared.flatMap((from) => [...staticImportsOf(from, importsOf)]))
    if (ofWorker.has(id) && !chunks.has(id)) chunks.set(id, 'common');
  return chunks;
}
