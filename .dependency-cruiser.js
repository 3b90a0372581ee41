import swc from '@swc/core';

// dependency-cruiser asks swc for TypeScript without JSX. With it, types and `.tsx` files are read as well.
const { parseFileSync } = swc;
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') });

/** Each room of src: the rooms it may import beside itself, the packages, and why nothing else. */
const rooms = {
  lib: ['', 'date-fns @date-fns/tz uuid', 'lib is the ground floor: plain TypeScript that imports no other room.'],
  domain: ['lib', 'date-fns valibot', 'domain is pure, so that it can be tested with literals: no screen, no storage.'],
  metrics: ['domain lib', 'date-fns', 'metrics is pure: rows and the time are its arguments, numbers its result.'],
  gameday: ['domain lib', '', 'gameday makes rows from a seed number: no screen, no storage.'],
  importers: [
    'domain lib',
    'papaparse valibot',
    'importers is pure: the text of a file is its argument, rows its result.',
  ],
  protocol: ['lib', 'valibot', 'protocol is what phone and server both load: it knows neither.'],
  server: ['protocol lib', 'hono pg @electric-sql/pglite web-push node:', 'server knows no row of a log.'],
  db: ['domain lib', 'dexie valibot', 'db is the only door to the tables, and knows no screen.'],
  sync: ['db domain protocol lib', 'valibot', 'sync reads and writes rows through db, and knows no screen.'],
  cli: [
    'domain metrics i18n lib',
    'node:',
    'The command line reads a file and prints: it has no screen and no storage.',
  ],
  stores: ['domain lib', 'zustand', 'stores hold what the screen is doing, never a copy of a row.'],
  i18n: ['lib', '@lingui react', 'i18n holds words and formats, and knows nobody who says them.'],
  pwa: ['lib', 'workbox-window', 'pwa talks to the browser, not to the app.'],
  'pwa/worker': [
    'pwa db domain lib',
    'workbox-precaching workbox-routing',
    'The worker has no page: it writes through db.',
  ],
  hooks: [
    'db metrics domain stores i18n lib',
    'react dexie-react-hooks wouter',
    'hooks draw nothing, and know no feature.',
  ],
  components: [
    'hooks domain stores i18n lib',
    'react wouter lucide-react',
    'components know neither a feature nor the app.',
  ],
  features: [
    'components hooks importers sync db metrics domain stores pwa i18n lib',
    'react wouter lucide-react dexie-react-hooks html-to-image papaparse',
    'A feature is used by the app, never the other way round; the tables have one door, db.',
  ],
  'features/dashboard/charts': [
    'features/dashboard components hooks metrics domain i18n lib',
    'react recharts',
    'A chart draws what it is given. These are the only files that import Recharts.',
  ],
  app: [
    'features components hooks gameday sync db metrics domain stores pwa i18n lib',
    'react wouter lucide-react dexie-react-hooks',
    'app puts the features together; main alone knows it, and the tables have one door, db.',
  ],
};
const names = Object.keys(rooms);
const oneOf = (list) => `(${list.join('|')})/`;
const words = (text) => text.split(' ').filter(Boolean);
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    ...Object.entries(rooms).map(([room, [may, packages, why]]) =>
      forbid(
        `${room}-imports`,
        why,
        {
          path: `^src/${room}/`,
          pathNot: names.filter((name) => name.startsWith(`${room}/`)).map((name) => `^src/${name}/`),
        },
        {
          pathNot: [`^src/${oneOf([room, ...words(may)])}`, `^node_modules/${oneOf(words(packages))}`],
          dependencyTypesNot: packages.includes('node:') ? ['core'] : [],
        },
      ),
    ),
    forbid(
      'room-unknown',
      'A room has a line in .dependency-cruiser.js that says what it may import.',
      { path: '^src/', pathNot: [`^src/${oneOf(names)}`, '^src/main.tsx$'] },
      {},
    ),
    forbid(
      'feature-alone',
      'A feature imports no other: what both need goes to components, hooks, domain or db.',
      { path: '^src/features/([^/]+)/' },
      { path: '^src/features/', pathNot: '^src/features/$1/' },
    ),
    forbid(
      'folder-by-name',
      'What lies elsewhere is imported by the name of its room, "@/room/file": a relative import stays in its folder.',
      { path: '^(src/.+/)[^/]+$', pathNot: '^src/features/' },
      { pathNot: '^$1', dependencyTypes: ['local'] },
    ),
    forbid(
      'feature-by-name',
      'A relative import stays in its feature: what lies elsewhere is imported as "@/room/file".',
      { path: '^(src/features/[^/]+/)' },
      { pathNot: '^$1', dependencyTypes: ['local'] },
    ),
    forbid(
      'build-alone',
      'build runs before there is an app.',
      { path: '^build/' },
      { path: '^(src|tests|e2e|bench)/' },
    ),
    forbid('no-circle', 'Files in a circle cannot be read, tested or moved alone.', {}, { circular: true }),
    forbid('not-found', 'An import that is not found is held to no rule.', {}, { couldNotResolve: true }),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: '^node_modules/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default'] },
  },
};
