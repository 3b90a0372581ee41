import type { Browser, Page } from '@playwright/test';
import { type BenchResult, formatMs, median, percentile } from '../benchResult';
import { phoneContext } from '../pages';
import { BETWEEN_TAPS_MS } from '../tap';
import type { HomeProcess } from './homeProcess';
import { pairPhones } from './pairing';

const TAPS = 31;
const MEDIAN_MS = 150;
const P95_MS = 400;
const TIMEOUT_MS = 10_000;

/** Measures the time from a tap on one phone until the other phone's screen says it. */
export async function benchLiveTap(browser: Browser, { url }: HomeProcess): Promise<BenchResult[]> {
  const contexts = [await phoneContext(browser), await phoneContext(browser)] as const;
  const [hers, his] = await pairPhones(contexts, url);
  const timesMs: number[] = [];
  for (let tap = -2; tap < TAPS; tap += 1) {
    await hers.waitForTimeout(BETWEEN_TAPS_MS);
    const seen = await watchScreen(his);
    const tappedAt = await (tap % 2 === 0 ? tapOn(hers, 'button.wake-button') : tapWayOut(hers));
    const ms = (await seen()) - tappedAt;
    if (tap >= 0) timesMs.push(ms);
  }
  for (const context of contexts) await context.close();
  const [middle, p95] = [median(timesMs), percentile(timesMs, 0.95)];
  return [
    {
      name: 'tap on one phone to the other’s screen, both open',
      measured: `median ${formatMs(middle)}, p95 ${formatMs(p95)}, slowest ${formatMs(Math.max(...timesMs))} (n = ${timesMs.length})`,
      budget: `median ${formatMs(MEDIAN_MS)}, p95 ${formatMs(P95_MS)}`,
      isWithinBudget: middle <= MEDIAN_MS && p95 <= P95_MS,
    },
  ];
}

interface WatchedWindow {
  changedAt: Promise<number>;
}

/**
 * Waits for the next change of what Tonight says on a page, other than of its figures: the clock
 * goes on. Returns a function that resolves to its time, once the change is painted.
 */
async function watchScreen(page: Page): Promise<() => Promise<number>> {
  await page.evaluate((timeoutMs) => {
    const read = () => document.querySelector('main')?.textContent.replace(/\d/g, '');
    const before = read();
    (window as unknown as WatchedWindow).changedAt = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error('The screen has not changed.')), timeoutMs);
      new MutationObserver((_changes, observer) => {
        if (read() === before) return;
        observer.disconnect();
        requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
      }).observe(document.body, { childList: true, subtree: true, characterData: true });
    });
    // A failure is reported by whoever awaits it.
    (window as unknown as WatchedWindow).changedAt.catch(() => {});
  }, TIMEOUT_MS);
  return () => page.evaluate(() => (window as unknown as WatchedWindow).changedAt);
}

/** Returns the time of the tap, on the clock that all pages of a machine share. */
const tapOn = (page: Page, selector: string): Promise<number> =>
  page.locator(selector).evaluate((button) => {
    const at = performance.timeOrigin + performance.now();
    (button as HTMLElement).click();
    return at;
  });

async function tapWayOut(page: Page): Promise<number> {
  const button = page.getByRole('main').getByRole('button', { name: /(Asleep again|Settled alone)$/ });
  await button.evaluate((element) => element.setAttribute('data-bench-end', ''));
  return tapOn(page, '[data-bench-end]');
}
