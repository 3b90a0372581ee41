import { type BrowserContext, test as base, expect } from '@playwright/test';

/** What every test watches for, whatever it is about: nothing leaves the origin, nothing breaks the policy, nothing throws. */
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

/** Collects what a context does that it must not. The list grows while the context lives. */
function collectFaults(context: BrowserContext, host: string): string[] {
  const faults: string[] = [];
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol) && url.hostname !== host)
      faults.push(`request to ${url.origin}`);
  });
  context.on('weberror', (error) => faults.push(`page error: ${error.error().message}`));
  context.on('console', (message) => {
    // Chromium reports a violation of the Content-Security-Policy, and nothing else of ours, as such an error.
    if (/content security policy/i.test(message.text())) faults.push(message.text());
  });
  return faults;
}

export { expect } from '@playwright/test';
