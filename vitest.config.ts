import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/**
 * Vitest's own process runs in UTC, whatever the zone of the machine. Threads have the zone of
 * their process: setting `TZ` in a thread reaches neither the C library nor ICU. The other zones
 * therefore run in separate processes. tests/lib/testZone.test.ts fails if a project does not run
 * in the zone of its name.
 */
process.env.TZ = 'UTC';

/**
 * The other zones in which all code about time is tested: one west of Greenwich, one with a clock
 * change at midnight, and one with a clock change of half an hour.
 */
const OTHER_ZONES = ['America/New_York', 'Africa/Cairo', 'Australia/Lord_Howe'];

/** Tests of pure code: no DOM and no storage. Their result could depend on the machine's zone. */
const PURE_TESTS = ['lib', 'domain', 'i18n', 'metrics', 'gameday', 'importers', 'exports'].map(
  (folder) => `tests/${folder}/**/*.test.ts`,
);

/** Pure tests in which no time occurs; they run in UTC only. */
const WITHOUT_TIME = [
  'tests/i18n/words.test.ts',
  'tests/lib/decimal.test.ts',
  'tests/lib/hash.test.ts',
  'tests/lib/ownScript.test.ts',
];

/** Tests that start a command in a separate process. */
const COMMAND_LINE_TESTS = ['tests/cli/*.test.ts'];

/** Tests of the home server, on PGlite and on a PostgreSQL that the set-up starts. */
const SERVER_TESTS = ['tests/server/**/*.test.ts'];

/** Tests that need a document. */
const DOCUMENT_TESTS = ['tests/**/*.test.tsx', 'tests/pwa/*.test.ts', 'tests/stores/*.test.ts'];

/**
 * Between two tests, a module of pure code keeps nothing but caches. Its tests therefore share one
 * module registry; loading modules would take most of their time. `npm run soak` runs them in
 * random order.
 */
const SHARED_MODULES = { isolate: false } as const;

const DRAWS = 'tests/support/setupDraws.ts';

const project = (test: NonNullable<TestProjectInlineConfiguration['test']>): TestProjectInlineConfiguration => ({
  extends: true,
  test: { ...test, env: { TZ: 'UTC', ...test.env } },
});

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    pool: 'forks',
    // Vitest would leave one processor free, which is half of a machine that has two.
    maxWorkers: '100%',
    // Long enough for a busy machine; only a test that hangs takes longer. The soak has more draws
    // in each test.
    testTimeout: 30_000 * Number(process.env.DRAWS ?? 1),
    exclude: [...configDefaults.exclude, 'e2e/**'],
    projects: [
      project({ name: 'UTC', include: PURE_TESTS, setupFiles: [DRAWS], pool: 'threads', ...SHARED_MODULES }),
      ...OTHER_ZONES.map((zone) =>
        project({
          name: zone,
          include: PURE_TESTS,
          exclude: WITHOUT_TIME,
          setupFiles: [DRAWS],
          ...SHARED_MODULES,
          env: { TZ: zone },
        }),
      ),
      project({
        name: 'command line',
        include: COMMAND_LINE_TESTS,
        // One project only, or each project would print it.
        globalSetup: ['tests/support/printSkippedVectors.ts'],
      }),
      project({
        name: 'storage',
        include: ['tests/**/*.test.ts'],
        exclude: [...PURE_TESTS, ...COMMAND_LINE_TESTS, ...SERVER_TESTS, ...DOCUMENT_TESTS],
        setupFiles: ['tests/support/setupStorage.ts', DRAWS],
      }),
      project({
        name: 'server',
        include: SERVER_TESTS,
        globalSetup: ['tests/server/support/globalSetup.ts'],
        setupFiles: [DRAWS],
      }),
      project({
        name: 'app',
        include: DOCUMENT_TESTS,
        environment: 'jsdom',
        pool: 'threads',
        setupFiles: ['tests/support/setupStorage.ts', 'tests/support/setup.ts'],
      }),
    ],
  },
});
