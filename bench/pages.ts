import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { StaticHost } from '../e2e/support/host';

export async function phoneContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    locale: 'en-GB',
    timezoneId: 'Europe/Paris',
  });
  // tsx names functions through this helper of its own; those that are sent into the page look for it there.
  await context.addInitScript('globalThis.__name = (named) => named');
  return context;
}

/** A slow phone, as the budgets take it. */
export async function throttleCpu(page: Page, rate = 6): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

/** The first visit, to its end: the worker has kept everything and answers for the page. */
export async function firstVisit(context: BrowserContext, host: StaticHost): Promise<Page> {
  const page = await context.newPage();
  await page.goto(host.url);
  await page.getByRole('navigation').waitFor();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    );
  });
  return page;
}
