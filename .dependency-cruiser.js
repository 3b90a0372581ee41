import swc from '@swc/core';

// dependency-cruiser calls swc for TypeScript without JSX. With this patch, types and `.tsx` files
// are parsed as well.
const { parseFileSync } = swc;
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') });

/**
 * For each room of src: the other rooms it may import, the packages it may import, and the reason
 * for this rule.
 */
const rooms = {
  lib: ['', 'date-fns @date-fns/tz uuid', 'lib is plain TypeScript below all other rooms: it imports none of them.'],
  domain: ['lib', 'date-fns valibot', 'domain is pure, so that it can be tested with literals: no screen, no storage.'],
  metrics: ['domain lib', 'date-fns', 'metrics is pure: its arguments are rows and the time, its results are numbers.'],
  gameday: ['domain lib', '', 'gameday makes rows from a seed number: no screen, no storage.'],
  importers: [
    'domain lib',
    'papaparse valibot',
    'importers is pure: its argument is the text of a file, its results are rows.',
  ],
  exports: [
    'domain metrics i18n lib',
    'papaparse fflate',
    'exports is pure: its argument is a log, its result is the text of a file for other tools.',
  ],
  protocol: ['lib', 'valibot', 'Phone and server both load protocol, so it imports neither.'],
  server: [
    'protocol lib',
    'hono @hono/node-server pg @electric-sql/pglite rate-limiter-flexible web-push valibot node:',
    'The server cannot read the rows of a log, so it needs no domain.',
  ],
  db: ['domain lib', 'dexie valibot', 'Only db accesses the tables, and it imports no screen.'],
  logWorker: [
    'exports importers db domain lib',
    '',
    'The worker of the whole log has no page. It reads and writes through db.',
  ],
  sync: [
    'db domain protocol lib',
    'valibot dexie @scure/base eventsource-parser',
    'sync reads and writes rows through db, and imports no screen.',
  ],
  cli: [
    'domain metrics importers exports i18n lib',
    'valibot node:',
    'The command line reads a file and prints: it has no screen and no storage.',
  ],
  stores: ['domain lib', 'zustand', 'stores hold the state of the screens, never a copy of a row.'],
  i18n: ['lib', '@lingui react', 'i18n holds messages and formats, and imports no room that shows them.'],
  pwa: ['lib', '', 'pwa talks to the browser, not to the app.'],
  'pwa/worker': ['pwa sync db domain lib', '', 'The worker has no page. It writes through db and sends through sync.'],
  hooks: [
    'db sync metrics domain stores i18n lib',
    'react dexie-react-hooks wouter',
    'hooks draw nothing and import no feature.',
  ],
  components: [
    'hooks domain stores i18n lib',
    'react wouter lucide-react lean-qr',
    'components import neither a feature nor the app.',
  ],
  features: [
    'components hooks importers exports sync logWorker db metrics domain stores pwa i18n lib',
    'react wouter lucide-react dexie-react-hooks html-to-image papaparse',
    'The app imports features, never the reverse. Only db accesses the tables.',
  ],
  'features/dashboard/charts': [
    'features/dashboard components hooks metrics domain i18n lib',
    'react recharts',
    'A chart draws the data it gets. Only these files import Recharts.',
  ],
  app: [
    'features components hooks gameday sync db metrics domain stores pwa i18n lib',
    'react wouter lucide-react dexie-react-hooks',
    'app combines the features, and only main imports it. Only db accesses the tables.',
  ],
};
const names = Object.keys(rooms);
const anyFolderOf = (list) => `(${list.join('|')})/`;
const splitWords = (text) => text.split(' ').filter(Boolean);
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    ...Object.entries(rooms).map(([room, [allowedRooms, packages, reason]]) =>
      forbid(
        `${room}-imports`,
        reason,
        {
          path: `^src/${room}/`,
          pathNot: names.filter((name) => name.startsWith(`${room}/`)).map((name) => `^src/${name}/`),
        },
        {
          pathNot: [
            `^src/${anyFolderOf([room, ...splitWords(allowedRooms)])}`,
            `^node_modules/${anyFolderOf(splitWords(packages))}`,
          ],
          dependencyTypesNot: packages.includes('node:') ? ['core'] : [],
        },
      ),
    ),
    forbid(
      'room-unknown',
      'A room has a line in .dependency-cruiser.js that says what it may import.',
      { path: '^src/', pathNot: [`^src/${anyFolderOf(names)}`, '^src/main.tsx$'] },
      {},
    ),
    forbid(
      'feature-alone',
      'A feature imports no other feature: shared code goes to components, hooks, domain or db.',
      { path: '^src/features/([^/]+)/' },
      { path: '^src/features/', pathNot: '^src/features/$1/' },
    ),
    forbid(
      'folder-by-name',
      'A relative import stays in its folder: files elsewhere are imported as "@/room/file".',
      { path: '^(src/.+/)[^/]+$', pathNot: '^src/features/' },
      { pathNot: '^$1', dependencyTypes: ['local'] },
    ),
    forbid(
      'feature-by-name',
      'A relative import stays in its feature: files elsewhere are imported as "@/room/file".',
      { path: '^(src/features/[^/]+/)' },
      { pathNot: '^$1', dependencyTypes: ['local'] },
    ),
    forbid(
      'build-alone',
      'build runs before the app exists, so it imports none of it.',
      { path: '^build/' },
      { path: '^(src|tests|e2e|bench)/' },
    ),
    forbid('no-circle', 'Files in a circle cannot be read, tested or moved alone.', {}, { circular: true }),
    forbid('not-found', 'No rule can be applied to an import that cannot be resolved.', {}, { couldNotResolve: true }),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: '^node_modules/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default'] },
  },
};
