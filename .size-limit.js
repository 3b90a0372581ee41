import { readFileSync } from 'node:fs';

/** @typedef {{ file: string, css?: string[], imports?: string[], isEntry?: boolean }} Chunk */

// The chunks that are loaded before Tonight works: the static imports of the entry, from Vite's
// manifest. Screens that are loaded later are not included.
/** @type {Record<string, Chunk>} */
const manifest = JSON.parse(readFileSync(new URL('dist/.vite/manifest.json', import.meta.url), 'utf8'));

/** @param {string} key @param {Set<string>} seen */
function filesOf(key, seen = new Set()) {
  const chunk = manifest[key];
  if (!chunk || seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const imported of chunk.imports ?? []) filesOf(imported, seen);
  return seen;
}

const beforeTonight = (/** @type {string} */ language) => [
  'dist/early.js',
  ...[...filesOf(`src/i18n/${language}/night.ts`, filesOf('index.html'))].map((file) => `dist/${file}`),
];

/** What a phone that shares its log loads besides: the imports of the sync that the start has not. */
const start = filesOf('index.html');
const sync = [...filesOf('src/sync/startSync.ts')].filter((file) => !start.has(file)).map((file) => `dist/${file}`);

// The precached files, from the manifest that the build writes into the worker.
const worker = readFileSync(new URL('dist/sw.js', import.meta.url), 'utf8');
const precached = [...worker.matchAll(/\{"integrity":"[^"]*","url":"([^"]+)"\}/g)].map(([, url]) => `dist/${url}`);
if (!precached.includes('dist/index.html'))
  throw new Error('the precache manifest in dist/sw.js is not as it used to be');

export default [
  { name: 'JavaScript before Tonight works, English', path: beforeTonight('en'), gzip: true, limit: '146.5 kB' },
  { name: 'JavaScript before Tonight works, French', path: beforeTonight('fr'), gzip: true, limit: '146.5 kB' },
  { name: 'The sync, on a phone that shares its log', path: sync, gzip: true, limit: '20 kB' },
  // Reading the files of ten trackers, and what gets out to other tools, are 0.15 MB of it with their
  // words in two languages.
  { name: 'Everything precached', path: precached, gzip: false, brotli: false, limit: '1.65 MB' },
  // The browser stores the worker apart from the precache. Most of it is the code that writes to
  // the log and sends it (Dexie, domain, sync), which runs only when a notification is answered or the
  // other phone pages. The pager is 12 kB of it.
  { name: 'The service worker itself', path: 'dist/sw.js', gzip: false, brotli: false, limit: '177 kB' },
];
