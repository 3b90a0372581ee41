import type { Browser, Page } from '@playwright/test';
import type { StaticHost } from '../e2e/support/host';
import { type BenchResult, ratioResult } from './benchResult';
import { fillLog } from './fillLog';
import { firstVisit, phoneContext } from './pages';

const RUNS = 7;
const MONTH = { incidents: 330, days: 30 };
const TEN_YEARS = { incidents: 40_000, days: 3650 };

/**
 * Measures the list of nights on a log of ten years against one of a month: from the address until
 * the first page is drawn, and from the choice of a month until its nights are drawn, for the month
 * before, the same month a year ago, and the first month of the log.
 */
export async function benchNights(browser: Browser, host: StaticHost): Promise<BenchResult[]> {
  const [month, decade] = await Promise.all([MONTH, TEN_YEARS].map((log) => pageWith(browser, host, log)));
  if (!month || !decade) throw new Error('two pages were opened');
  const timesMs = { month: [] as number[], open: [] as number[], steps: new Map<string, number[]>() };
  for (let run = 0; run < RUNS; run += 1) {
    timesMs.month.push(await timeOpening(month, host));
    timesMs.open.push(await timeOpening(decade, host));
    for (const [name, monthsBack] of [
      ['a month back', 1],
      ['a year back', 12],
      ['the first month of all', Number.POSITIVE_INFINITY],
    ] as const) {
      const times = timesMs.steps.get(name) ?? [];
      timesMs.steps.set(name, [...times, await timeJump(decade, monthsBack)]);
    }
  }
  for (const page of [month, decade]) await page.context().close();
  const ratio = (name: string, ours: number[]) =>
    ratioResult(
      `Nights, ${name}, on ten years of log`,
      ours,
      timesMs.month,
      ['ten years', 'first page of one month'],
      2,
    );
  return [ratio('first page', timesMs.open), ...[...timesMs.steps].map(([name, ours]) => ratio(name, ours))];
}

async function pageWith(browser: Browser, host: StaticHost, log: typeof MONTH): Promise<Page> {
  const page = await firstVisit(await phoneContext(browser), host);
  await page.evaluate(fillLog, log);
  return page;
}

async function timeOpening(page: Page, host: StaticHost): Promise<number> {
  await page.goto(`${host.url}#/nights`);
  await page.reload({ waitUntil: 'commit' });
  await page.locator('section[data-month] li a').first().waitFor();
  return page.evaluate(() => performance.now());
}

/** Chooses the month that many months before the latest, or the first month of the log. */
async function timeJump(page: Page, monthsBack: number): Promise<number> {
  const select = page.getByRole('combobox');
  await select.waitFor();
  return select.evaluate(async (element, back) => {
    const choice = element as HTMLSelectElement;
    const months = [...choice.options].map(({ value }) => value).filter(Boolean);
    const month = months[Math.min(back, months.length - 1)] ?? '';
    const begun = performance.now();
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(choice, month);
    choice.dispatchEvent(new Event('change', { bubbles: true }));
    while (!document.querySelector(`section[data-month="${month.slice(0, 7)}"] li a`))
      await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - begun;
  }, monthsBack);
}
