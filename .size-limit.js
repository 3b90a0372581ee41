import { readFileSync } from 'node:fs';

// Follows the static imports from the entry in Vite's manifest: exactly what is loaded before Tonight works. Lazy screens are not.
/** @type {Record<string, { file: string, css?: string[], imports?: string[], isEntry?: boolean }>} */
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

// What the worker was told to keep: its precache manifest, which the build writes into it.
const worker = readFileSync(new URL('dist/sw.js', import.meta.url), 'utf8');
const kept = [...worker.matchAll(/\{"revision":[^,{}]*,"url":"([^"]+)"\}/g)].map(([, url]) => `dist/${url}`);
if (!kept.includes('dist/index.html')) throw new Error('the precache manifest in dist/sw.js is not as it used to be');

export default [
  { name: 'JavaScript before Tonight works, English', path: beforeTonight('en'), gzip: true, limit: '150 kB' },
  { name: 'JavaScript before Tonight works, French', path: beforeTonight('fr'), gzip: true, limit: '150 kB' },
  { name: 'Everything precached', path: kept, gzip: false, brotli: false, limit: '1.2 MB' },
  // The browser keeps it apart from the precache. Most of it is the log's own door (Dexie, domain), run only when a notification is answered.
  { name: 'The service worker itself', path: 'dist/sw.js', gzip: false, brotli: false, limit: '160 kB' },
];
