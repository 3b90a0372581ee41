import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { StaticHost } from '../e2e/support/host';

export async function phoneContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    locale: 'en-GB',
    timezoneId: 'Europe/Paris',
  });
  // tsx wraps functions in calls of its helper `__name`. A function that is sent into the page
  // calls the helper there, so the page must have one.
  await context.addInitScript('globalThis.__name = (named) => named');
  return context;
}

/** Slows the CPU down. The default rate stands for a slow phone, as in the budgets. */
export async function throttleCpu(page: Page, rate = 6): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

/** Waits until the whole app has taken over from the shell: the tabs are its last part. */
export const untilAppIsUp = (page: Page): Promise<void> =>
  page.getByRole('navigation', { name: 'Main screens' }).waitFor();

/**
 * Opens the app for the first time. Resolves when the service worker has precached all files and
 * controls the page.
 */
export async function firstVisit(context: BrowserContext, host: StaticHost): Promise<Page> {
  const page = await context.newPage();
  await page.goto(host.url);
  await untilAppIsUp(page);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    );
  });
  return page;
}
