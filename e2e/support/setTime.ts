import type { Page } from '@playwright/test';

/**
 * Stops the clock of the page at this time; its timers run on. The app notices at once, as when the
 * phone is picked up again, and not at its next tick, which is up to a second later.
 */
export async function setTime(page: Page, time: string): Promise<void> {
  await page.clock.setFixedTime(new Date(time));
  await page.evaluate(() => void document.dispatchEvent(new Event('visibilitychange')));
}
