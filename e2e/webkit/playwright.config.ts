import { defineConfig } from '@playwright/test';
import { findWebKit } from '../../.ci/webkit.mjs';
import { CHROMIUM_ARGS, chromiumPath } from '../support/chromium';

/**
 * The end-to-end tests on WebKit, on the production build. Playwright only runs them: its own
 * WebKit is not the one that Linux ships, so `support/` drives that by WebDriver.
 */
export default defineConfig({
  testDir: '.',
  // `.ci/webkit.mjs` has said so, and does not let CI come this far.
  testMatch: findWebKit() ? '**/*.spec.ts' : [],
  globalSetup: './support/globalSetup.ts',
  outputDir: '../../test-results/webkit',
  fullyParallel: true,
  workers: 2,
  // A test that fails once shows a fault; a retry would hide it.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // For the other phone of a household, which is on Chromium.
  use: { launchOptions: { executablePath: chromiumPath(), args: CHROMIUM_ARGS } },
});
