import type { Browser, Page } from '@playwright/test';
import { DashboardPage } from '../e2e/pages/dashboard';
import type { StaticHost } from '../e2e/support/host';
import { type BenchResult, formatMs, median, ratioResult } from './benchResult';
import { fillLog } from './fillLog';
import { firstVisit, phoneContext, throttleCpu } from './pages';

const RUNS = 7;
const CPU_THROTTLE = 4;
const WITHIN_MS = 1500;
const LOGS = [
  { name: 'one month', incidents: 330, days: 30 },
  { name: 'a year', incidents: 4000, days: 365 },
  { name: 'ten years', incidents: 40_000, days: 3650 },
] as const;

/**
 * Measures how long the dashboard of a week takes to open on a log of one month, one year and ten
 * years. Also measures twelve weeks of a GameDay on a slow phone, from the tap on the range until
 * the last chart is drawn.
 */
export async function benchDashboard(browser: Browser, host: StaticHost): Promise<BenchResult[]> {
  const [month = [], year = [], decade = []] = await timeOpenings(browser, host);
  const drawn = await timeTwelveWeeks(browser, host);
  return [
    ratioResult('a week on the dashboard, on a log of a year', year, month, ['a year', 'one month'], 2),
    ratioResult('a week on the dashboard, on a log of ten years', decade, month, ['ten years', 'one month'], 2),
    {
      name: `twelve weeks on the dashboard, ${CPU_THROTTLE} × throttle: from the tap to the last chart`,
      measured: `${formatMs(median(drawn))}, slowest ${formatMs(Math.max(...drawn))} (n = ${drawn.length})`,
      budget: formatMs(WITHIN_MS),
      isWithinBudget: median(drawn) <= WITHIN_MS,
    },
  ];
}

async function timeOpenings(browser: Browser, host: StaticHost): Promise<number[][]> {
  const pages: Page[] = [];
  for (const log of LOGS) {
    const page = await firstVisit(await phoneContext(browser), host);
    await page.evaluate(fillLog, log);
    pages.push(page);
  }
  const timesMs: number[][] = LOGS.map(() => []);
  for (let run = 0; run < RUNS; run += 1) {
    for (const [index, page] of pages.entries()) {
      await page.goto(`${host.url}#/dashboard`);
      await page.reload({ waitUntil: 'commit' });
      await page.locator('[data-card="debt"]').waitFor();
      timesMs[index]?.push(await page.evaluate(() => performance.now()));
    }
  }
  for (const page of pages) await page.context().close();
  return timesMs;
}

async function timeTwelveWeeks(browser: Browser, host: StaticHost): Promise<number[]> {
  const context = await phoneContext(browser);
  await context.addInitScript(() => {
    if (sessionStorage.getItem('infernalops.gameday') === null)
      sessionStorage.setItem('infernalops.gameday', '7 fresh');
  });
  const page = await firstVisit(context, host);
  await page.goto(`${host.url}#/dashboard`);
  await page.locator('[data-card="debt"]').waitFor();
  await throttleCpu(page, CPU_THROTTLE);
  const timesMs: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    await new DashboardPage(page).span('7 nights').tap();
    await waitForNights(page, 7);
    timesMs.push(await timeRangeTap(page, '12 weeks', 84));
  }
  await context.close();
  return timesMs;
}

/**
 * Waits until the tables, which are drawn last, have as many rows as the range has nights.
 * Otherwise work for this range would still run while the next one is timed.
 */
const waitForNights = (page: Page, nights: number) =>
  page.waitForFunction((count) => document.querySelectorAll('[data-card="debt"] tbody tr').length === count, nights);

/** Returns the milliseconds from the tap on a range until its last chart is painted. */
function timeRangeTap(page: Page, name: string, nights: number): Promise<number> {
  return page.evaluate(
    ([label, count]) =>
      new Promise<number>((resolve) => {
        const chip = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === label);
        const nights = (card: string) =>
          document.querySelectorAll(`[data-card="${card}"] [data-steps="${count}"] [data-mark]`).length;
        const isDrawn = () => nights('recovery') > 0 && nights('debt') > 0;
        const startedAt = performance.now();
        const checkFrame = () => {
          if (isDrawn()) requestAnimationFrame(() => resolve(performance.now() - startedAt));
          else requestAnimationFrame(checkFrame);
        };
        chip?.click();
        requestAnimationFrame(checkFrame);
      }),
    [name, nights] as const,
  );
}
