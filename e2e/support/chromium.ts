import { findBrowser } from '../../.ci/browser.mjs';

/** Returns the path of the browser that `.ci/browser.mjs` found or installed. */
export function chromiumPath(): string {
  const path = findBrowser();
  if (!path) throw new Error('No Chromium: run `node .ci/browser.mjs`, or name one in CHROMIUM_PATH.');
  return path;
}

/** Only the page under test may use the network. There is no sandbox for root in a container. */
export const CHROMIUM_ARGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
