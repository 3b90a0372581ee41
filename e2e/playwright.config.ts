import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, chromiumPath } from './support/chromium';

/** With another port, two checkouts can run their tests at the same time. */
const PORT = Number(process.env.E2E_PORT ?? 4174);

/** The end-to-end tests run on the production build, at the size of a phone's screen. */
export default defineConfig({
  testDir: '.',
  globalSetup: './support/globalSetup.ts',
  // A simulated year is for `npm run soak:year`, which says how many nights.
  testIgnore: ['webkit/**', ...(process.env.SOAK_NIGHTS ? [] : ['year.spec.ts'])],
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  // A test that fails once shows a fault; a retry would hide it.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: `http://localhost:${PORT}`,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    locale: 'en-GB',
    timezoneId: 'Europe/Paris',
    colorScheme: 'dark',
    // A box that is measured while it moves is nobody's box.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { executablePath: chromiumPath(), args: CHROMIUM_ARGS },
  },
  webServer: {
    command: `npx vite preview --port ${PORT} --strictPort`,
    cwd: '..',
    url: `http://localhost:${PORT}`,
    reuseExistingServer: false,
  },
});
