import { type BrowserContext, test as base, expect } from '@playwright/test';

/**
 * Every test fails if the page sends a request to another origin, violates the
 * Content-Security-Policy or throws an error.
 */
export const test = base.extend<{ faults: undefined }>({
  faults: [
    async ({ context, baseURL }, use) => {
      const faults = collectFaults(context, new URL(baseURL ?? 'http://localhost').hostname);
      await use(undefined);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

/** Collects the faults of a context. The returned list grows while the context is open. */
export function collectFaults(context: BrowserContext, host: string): string[] {
  const faults: string[] = [];
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol) && url.hostname !== host)
      faults.push(`request to ${url.origin}`);
  });
  context.on('weberror', (error) => faults.push(`page error: ${error.error().message}`));
  context.on('console', (message) => {
    // Chromium reports a violation of the Content-Security-Policy as a console error with this
    // text.
    if (/content security policy/i.test(message.text())) faults.push(message.text());
  });
  return faults;
}

/**
 * For tests that are not about the service worker: installing it takes a fifth of the time of a
 * test.
 */
export const WITHOUT_SERVICE_WORKER = { serviceWorkers: 'block' } as const;

export { expect } from '@playwright/test';
