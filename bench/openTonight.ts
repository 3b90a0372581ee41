import type { Browser, Page } from '@playwright/test';
import type { StaticHost } from '../e2e/support/host';
import { type BenchResult, ratioResult } from './benchResult';
import { fillLog } from './fillLog';
import { firstVisit, phoneContext, untilAppIsUp } from './pages';

const RUNS = 9;
const MONTH = { incidents: 330, days: 30 };
const TEN_YEARS = { incidents: 40_000, days: 3650 };

/**
 * Measures how long Tonight takes to open on a log of ten years, compared with a log of one month.
 */
export async function benchOpening(browser: Browser, host: StaticHost): Promise<BenchResult[]> {
  const pages = await Promise.all([MONTH, TEN_YEARS].map((log) => pageWith(browser, host, log)));
  const timesMs: number[][] = [[], []];
  for (let run = 0; run < RUNS; run += 1) {
    for (const [index, page] of pages.entries()) timesMs[index]?.push(await timeOpening(page));
  }
  for (const page of pages) await page.context().close();
  const [month = [], decade = []] = timesMs;
  return [
    ratioResult('opening Tonight on ten years of log (40,000 incidents)', decade, month, ['ten years', 'one month'], 2),
  ];
}

async function pageWith(browser: Browser, host: StaticHost, log: typeof MONTH): Promise<Page> {
  const page = await firstVisit(await phoneContext(browser), host);
  await page.evaluate(fillLog, log);
  return page;
}

async function timeOpening(page: Page): Promise<number> {
  await page.reload({ waitUntil: 'commit' });
  await untilAppIsUp(page);
  return page.evaluate(() => performance.now());
}
