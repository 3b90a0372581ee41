import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/**
 * Vitest's own process is in UTC, whatever the machine is in: threads have the zone of the process
 * they belong to, and setting `TZ` in one of them reaches neither the C library nor ICU. The other
 * zones therefore run in processes of their own. tests/lib/testZone.test.ts fails if a project is
 * not in the zone that its name says.
 */
process.env.TZ = 'UTC';

/**
 * The other zones in which everything about time is tested: west of Greenwich, a clock change at
 * midnight, a clock change of half an hour.
 */
const OTHER_ZONES = ['America/New_York', 'Africa/Cairo', 'Australia/Lord_Howe'];

/** Tests of pure code: no DOM and no storage. Their result may depend on the machine's zone. */
const PURE_TESTS = ['lib', 'domain', 'i18n', 'metrics', 'gameday'].map((folder) => `tests/${folder}/**/*.test.ts`);

/** Pure tests in which no time occurs at all: once is enough. */
const WITHOUT_TIME = ['tests/i18n/words.test.ts', 'tests/lib/decimal.test.ts', 'tests/lib/hash.test.ts'];

/** Tests that start a command of its own. */
const COMMAND_LINE_TESTS = ['tests/cli/*.test.ts'];

/** Tests of what a browser has besides storage: they need a document. */
const DOCUMENT_TESTS = ['tests/**/*.test.tsx', 'tests/pwa/*.test.ts', 'tests/stores/*.test.ts'];

/**
 * A module of pure code keeps nothing between two tests but caches, so its tests share one registry
 * of modules: that is the larger part of their time. `npm run soak` runs them in random order.
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
    // So that a test that hangs is told from a machine that is busy; the soak has more draws in each.
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
        // In one project, or each would say it.
        globalSetup: ['tests/support/sayWhatIsLeftOut.ts'],
      }),
      project({
        name: 'storage',
        include: ['tests/**/*.test.ts'],
        exclude: [...PURE_TESTS, ...COMMAND_LINE_TESTS, ...DOCUMENT_TESTS],
        setupFiles: ['tests/support/setupStorage.ts', DRAWS],
      }),
      project({
        name: 'app',
        include: DOCUMENT_TESTS,
        environment: 'jsdom',
        setupFiles: ['tests/support/setupStorage.ts', 'tests/support/setup.ts'],
      }),
    ],
  },
});
