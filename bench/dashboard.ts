import type { Browser, Page } from '@playwright/test';
import type { StaticHost } from '../e2e/support/host';
import { type Figure, median, ms, ratio } from './figures';
import { fillLog } from './fillLog';
import { firstVisit, phone, throttle } from './pages';

const RUNS = 7;
const SLOWER = 4;
const WITHIN_MS = 1500;
const LOGS = [
  { name: 'one month', incidents: 330, days: 30 },
  { name: 'a year', incidents: 4000, days: 365 },
  { name: 'ten years', incidents: 40_000, days: 3650 },
] as const;

/**
 * A week's dashboard on a log of a month, a year and ten; and twelve weeks of a GameDay on a slow phone, from the tap until the
 * last chart is drawn.
 */
export async function benchDashboard(browser: Browser, host: StaticHost): Promise<Figure[]> {
  const [month = [], year = [], decade = []] = await openings(browser, host);
  const drawn = await twelveWeeks(browser, host);
  return [
    ratio('a week on the dashboard, on a log of a year', year, month, ['a year', 'one month'], 2),
    ratio('a week on the dashboard, on a log of ten years', decade, month, ['ten years', 'one month'], 2),
    {
      what: `twelve weeks on the dashboard, ${SLOWER} × throttle: from the tap to the last chart`,
      measured: `${ms(median(drawn))}, slowest ${ms(Math.max(...drawn))} (n = ${drawn.length})`,
      budget: ms(WITHIN_MS),
      within: median(drawn) <= WITHIN_MS,
    },
  ];
}

async function openings(browser: Browser, host: StaticHost): Promise<number[][]> {
  const pages: Page[] = [];
  for (const log of LOGS) {
    const page = await firstVisit(await phone(browser), host);
    await page.evaluate(fillLog, log);
    pages.push(page);
  }
  const took: number[][] = LOGS.map(() => []);
  for (let run = 0; run < RUNS; run += 1) {
    for (const [index, page] of pages.entries()) {
      await page.goto(`${host.url}#/dashboard`);
      await page.reload({ waitUntil: 'commit' });
      await page.locator('[data-card="debt"]').waitFor();
      took[index]?.push(await page.evaluate(() => performance.now()));
    }
  }
  for (const page of pages) await page.context().close();
  return took;
}

async function twelveWeeks(browser: Browser, host: StaticHost): Promise<number[]> {
  const context = await phone(browser);
  await context.addInitScript(() => {
    if (sessionStorage.getItem('infernalops.gameday') === null)
      sessionStorage.setItem('infernalops.gameday', '7 fresh');
  });
  const page = await firstVisit(context, host);
  await page.goto(`${host.url}#/dashboard`);
  await page.locator('[data-card="debt"]').waitFor();
  await throttle(page, SLOWER);
  const took: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    await page.getByRole('button', { name: '7 nights', exact: true }).tap();
    await drawnNights(page, 7);
    took.push(await timeOf(page, '12 weeks', 84));
  }
  await context.close();
  return took;
}

/** With the tables, which come last: nothing of the range before may be at work when the next one is timed. */
const drawnNights = (page: Page, nights: number) =>
  page.waitForFunction((count) => document.querySelectorAll('[data-card="debt"] tbody tr').length === count, nights);

/** Milliseconds from the tap on a range until the page has painted its last chart with as many nights. */
function timeOf(page: Page, name: string, nights: number): Promise<number> {
  return page.evaluate(
    ([label, count]) =>
      new Promise<number>((resolve) => {
        const chip = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === label);
        const nights = (card: string) =>
          document.querySelectorAll(`[data-card="${card}"] [data-steps="${count}"] [data-mark]`).length;
        const isDrawn = () => nights('recovery') > 0 && nights('debt') > 0;
        const startedAt = performance.now();
        const look = () => {
          if (isDrawn()) requestAnimationFrame(() => resolve(performance.now() - startedAt));
          else requestAnimationFrame(look);
        };
        chip?.click();
        requestAnimationFrame(look);
      }),
    [name, nights] as const,
  );
}
