import type { Browser, BrowserContext, Page } from '@playwright/test';
import { PhonesPage } from '../pages/phones';
import { TonightPage } from '../pages/tonight';

/** A phone in a test with several: a browser context with a log of its own. */
export interface TestPhone {
  context: BrowserContext;
  page: Page;
  tonight: TonightPage;
  phones: PhonesPage;
  /** What its clock says, in milliseconds. */
  clockMs: number;
}

/** Makes a phone that opens the app of this home server, and whose clock stands still. */
export async function newPhone(
  browser: Browser,
  { url, time, locale = 'en-GB' }: { url: string; time: string; locale?: string },
): Promise<TestPhone> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    locale,
    timezoneId: 'Europe/Paris',
    colorScheme: 'dark',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const clockMs = Date.parse(time);
  await page.clock.setFixedTime(clockMs);
  return { context, page, tonight: new TonightPage(page), phones: new PhonesPage(page), clockMs };
}
