import { test as base, expect } from '@playwright/test';
import { collectErrors, collectViolations } from './faults';

/**
 * Every test fails if its page sends a request to another origin, violates the
 * Content-Security-Policy or throws an error. Contexts that a test opens itself may throw errors.
 */
export const test = base.extend<{ faults: undefined }>({
  faults: [
    async ({ browser, context, baseURL }, use) => {
      const { hostname } = new URL(baseURL ?? 'http://localhost');
      const faults: string[] = [];
      collectErrors(context, faults);
      collectViolations(context, hostname, faults);
      const watchOther = (other: typeof context) => collectViolations(other, hostname, faults);
      browser.on('context', watchOther);
      await use(undefined);
      browser.off('context', watchOther);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

/**
 * For tests that are not about the service worker: installing it takes a fifth of the time of a
 * test.
 */
export const WITHOUT_SERVICE_WORKER = { serviceWorkers: 'block' } as const;

export { expect } from '@playwright/test';
