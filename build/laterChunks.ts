import { join } from 'node:path';
import type { Rolldown } from 'vite';
import { WORKER_ENTRY } from './shareWorkerChunks.ts';
import { staticImportsOf } from './startupChunk.ts';

const source = (path: string) => join(import.meta.dirname, '../src', path);

/** What Tonight loads by itself when nobody is awake, once it works. */
const IDLE = ['Idle.tsx', 'ZoneHint.tsx', 'MedicineWaits.tsx'].map((file) => source(`features/tonight/${file}`));

/** What loads the screens of the day. */
const SCREENS = source('app/Screens.tsx');

/** What keeps the phones of a household in step. */
const SYNC = source('sync/startSync.ts');

/** What so many screens need is loaded as one file. */
const MANY_SCREENS = 4;

/** What both the sync and the screens know of pages. */
const PAGING = /\/src\/domain\/paging\//;

/** What computes the figures, for the dashboard and for the worker that publishes them. */
const FIGURES = /\/src\/(metrics|exports)\//;

/**
 * Puts small files that are loaded after the start together: `idle`, what Tonight shows in a quiet
 * hour; `sheets`, everything that a tap opens on Tonight; `screens`, what most screens of the day
 * share. By default the bundler makes a file for each combination of screens that share something:
 * over a hundred of them, each with its list of imports and exports.
 *
 * The worker of the whole log has no document. What it needs is not put together with this, and
 * what the app loads when something is wrong or right after the start finds the little that it
 * shares with them in `shared`. What the sync shares with screens is in `paging`, so that it does
 * not load the commands of the day.
 *
 * A group has only the modules that are named here. It would otherwise take their imports along,
 * and with them what the worker needs.
 */
export function laterChunks(): { name: (id: string, context: Rolldown.ChunkingContext) => string | null }[] {
  let chunks: ReadonlyMap<string, string> | null = null;
  const chunkOf = (id: string, context: Rolldown.ChunkingContext) => {
    chunks ??= chunkOfModules(context);
    return chunks.get(id) ?? null;
  };
  const only = (name: string) => ({
    name: (id: string, context: Rolldown.ChunkingContext) => (chunkOf(id, context) === name ? name : null),
  });
  return [only('paging'), only('shared'), { name: chunkOf }].map((group) => ({
    ...group,
    includeDependenciesRecursively: false,
  }));
}

function chunkOfModules(context: Rolldown.ChunkingContext): ReadonlyMap<string, string> {
  const importsOf = (id: string) => context.getModuleInfo(id)?.importedIds ?? [];
  const loadedBy = (id: string) => context.getModuleInfo(id)?.dynamicallyImportedIds ?? [];
  const allImportsOf = (id: string) => [...importsOf(id), ...loadedBy(id)];

  const modules = [...staticImportsOf(source('main.tsx'), allImportsOf)];
  const missing = [...IDLE, SCREENS, SYNC].filter((id) => !modules.includes(id));
  if (missing.length > 0) throw new Error(`${missing.join(', ')} is no longer a part of the app`);
  const ofWorker = staticImportsOf(WORKER_ENTRY, allImportsOf);
  const ofSync = staticImportsOf(SYNC, importsOf);
  const figures = [...ofWorker].filter((id) => FIGURES.test(id));
  const ofFigures = new Set(figures.flatMap((id) => [...staticImportsOf(id, importsOf)]));
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
    if (ofSync.has(id) && PAGING.test(id)) return 'paging';
    if (ofFigures.has(id) && !ofSync.has(id)) return 'figures';
    if (chunk === null || ofWorker.has(id)) return null;
    return others.some(isIn) ? 'shared' : chunk;
  };
  return new Map(modules.flatMap((id) => (chunkOf(id) ? [[id, chunkOf(id) as string] as const] : [])));
}
