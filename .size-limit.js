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
  ...[...filesOf(`src/i18n/${language}/index.ts`, filesOf('index.html'))].map((file) => `dist/${file}`),
];

export default [
  { name: 'JavaScript before Tonight works, English', path: beforeTonight('en'), gzip: true, limit: '150 kB' },
  { name: 'JavaScript before Tonight works, French', path: beforeTonight('fr'), gzip: true, limit: '150 kB' },
  {
    name: 'Everything kept for offline use',
    path: ['dist/index.html', 'dist/early.js', 'dist/sw.js', 'dist/*.webmanifest', 'dist/assets/**', 'dist/icons/**'],
    gzip: false,
    brotli: false,
    limit: '1.2 MB',
  },
];
