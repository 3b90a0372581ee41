import type { Browser } from '@playwright/test';
import { hearing } from '../../e2e/support/hearing';
import { cryAndPage, onCallPhones } from '../../e2e/support/onCallPhones';
import { type BenchResult, formatMs, median } from '../benchResult';
import type { HomeProcess } from './homeProcess';

const RUNS = 5;
const BUDGET_MS = 200;
const TIMEOUT_MS = 10_000;

/** Measures the time from a page on the screen of the watch until it is heard. */
export async function benchPageAlarm(browser: Browser, { url }: HomeProcess): Promise<BenchResult[]> {
  const timesMs: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const phones = await onCallPhones(browser, url, 'en-GB');
    const { hers, his } = phones;
    const ears = await hearing(his.page);
    await his.page.reload();
    await his.page.goto(`${url}/#/watch`);
    await his.page.getByRole('button', { name: 'Start the watch' }).tap();
    await his.page.getByRole('button', { name: 'End the watch' }).waitFor();
    await ears.listen('[data-page=true]');
    await cryAndPage(phones, 'Page Dad');
    await his.page.waitForFunction(
      () => (window as unknown as { heard: { firstAt: number | null } }).heard.firstAt !== null,
      undefined,
      { timeout: TIMEOUT_MS },
    );
    const { since, firstAt } = await ears.heard();
    timesMs.push((firstAt ?? Number.NaN) - since);
    for (const phone of [hers, his]) await phone.context.close();
  }
  return [
    {
      name: 'a page on the screen of the watch to its sound',
      measured: `median ${formatMs(median(timesMs))}, slowest ${formatMs(Math.max(...timesMs))} (n = ${timesMs.length})`,
      budget: formatMs(BUDGET_MS),
      isWithinBudget: Math.max(...timesMs) <= BUDGET_MS,
    },
  ];
}
