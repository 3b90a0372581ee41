import type { BrowserContext } from '@playwright/test';

/** Adds the errors that nobody catches in a context to a list, while the context is open. */
export function collectErrors(context: BrowserContext, faults: string[]): void {
  context.on('weberror', (error) => faults.push(`page error: ${error.error().message}`));
}

/**
 * Adds the requests of a context to other hosts, and its violations of the Content-Security-Policy,
 * to a list, while the context is open.
 */
export function collectViolations(context: BrowserContext, host: string, faults: string[]): void {
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol) && url.hostname !== host)
      faults.push(`request to ${url.origin}`);
  });
  context.on('console', (message) => {
    // What Chromium says of a violation. One of Trusted Types does not name the policy, and the app
    // may catch the error that it throws.
    if (/content security policy|this document requires 'trusted/i.test(message.text())) faults.push(message.text());
  });
}
