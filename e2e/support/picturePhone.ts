import type { Browser, BrowserContextOptions, Locator, Page } from '@playwright/test';
import { type Instant, MINUTE_MS } from '@/lib/time';
import { TonightPage } from '../pages/tonight';
import { instantOn, type Language, setUpHousehold, TONIGHT, ZONE } from './pictureHousehold';
import { readStored } from './storedRows';

const PHONE = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  timezoneId: ZONE,
  colorScheme: 'light',
} satisfies BrowserContextOptions;

/** Longer than the app takes to start and to be given its household. */
const SET_UP_MS = MINUTE_MS;

/** A page on such a phone, without the app in it. */
export async function openPage(browser: Browser, language: Language): Promise<Page> {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  return (await browser.newContext({ ...PHONE, locale })).newPage();
}

/**
 * Opens the app on the phone of the household in the pictures. The phone's clock stands still at
 * `now`: time passes only when a script moves it, so that two runs take the same pictures.
 */
export async function openPhone(browser: Browser, url: string, language: Language, now: Instant): Promise<TonightPage> {
  const page = await openPage(browser, language);
  await page.clock.install({ time: now - SET_UP_MS });
  await page.goto(url);
  const tonight = new TonightPage(page);
  await tonight.ready();
  // The texts of the day are loaded after the first frame.
  while ((await readStored(page, 'runbooks')).length === 0) await page.clock.runFor(100);
  await setUpHousehold(page, language, now);
  // After a reload, the message of the first visit is not shown again.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await tonight.ready();
  await page.clock.pauseAt(now);
  return tonight;
}

/** Opens that phone at 2:43, when everybody has been asleep for 3 h 34. */
export async function openTonight(browser: Browser, url: string, language: Language): Promise<TonightPage> {
  const tonight = await openPhone(browser, url, language, instantOn(TONIGHT, '02:43'));
  const main = tonight.page.getByRole('main');
  await moveClock(tonight.page, instantOn(TONIGHT, '02:43'));
  // The strip is loaded after the rest.
  await passUntil(tonight.page, main.getByText(/3\sh\s34/));
  await passUntil(tonight.page, main.getByText(/^(now|maintenant)$/));
  return tonight;
}

/** Moves the clock forward. The app notices it at once, as when the phone is picked up again. */
export async function moveClock(page: Page, to: number): Promise<void> {
  await page.clock.pauseAt(to);
  await page.evaluate(() => void document.dispatchEvent(new Event('visibilitychange')));
}

/**
 * Waits until something is on the screen. Only a little of the phone's time passes meanwhile, for
 * the app's timers; what the app reads and loads takes the time of the machine.
 */
export async function passUntil(page: Page, shown: Locator): Promise<void> {
  for (let step = 0; step < 100; step++) {
    const isShown = await shown
      .first()
      .waitFor({ timeout: 100 })
      .then(
        () => true,
        () => false,
      );
    if (isShown) return;
    await page.clock.runFor(20);
  }
  throw new Error(`never shown: ${shown}`);
}
