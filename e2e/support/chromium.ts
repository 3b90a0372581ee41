import { findBrowser } from '../../.ci/browser.mjs';

/** The browser that `.ci/browser.mjs` found or installed. */
export function chromiumPath(): string {
  const path = findBrowser();
  if (!path) throw new Error('No Chromium: run `node .ci/browser.mjs`, or name one in CHROMIUM_PATH.');
  return path;
}

/** Nothing but the page under test may use the network; root in a container has no sandbox to use. */
export const CHROMIUM_ARGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
