import type { Browser, Page } from '@playwright/test';
import { type BenchResult, ratioResult } from '../benchResult';
import { phoneContext, throttleCpu } from '../pages';
import { BETWEEN_TAPS_MS, recordCommits, timeTap } from '../tap';
import type { HomeProcess } from './homeProcess';
import { pairPhones } from './pairing';

const RUNS = 21;
const MAX_RATIO = 1.15;

/**
 * Measures the time from the tap until the row is on disk on a phone that shares its log, compared
 * with one that does not. The phones take turns.
 */
export async function benchSharedTap(browser: Browser, { url }: HomeProcess): Promise<BenchResult[]> {
  const contexts = [await phoneContext(browser), await phoneContext(browser), await phoneContext(browser)] as const;
  for (const context of contexts) await context.addInitScript(recordCommits);
  const [shared] = await pairPhones([contexts[0], contexts[1]], url);
  const alone = await contexts[2].newPage();
  await alone.goto(url);
  await alone.locator('button.wake-button').waitFor();
  const phones: { page: Page; timesMs: number[] }[] = [shared, alone].map((page) => ({ page, timesMs: [] }));
  for (const { page } of phones) await throttleCpu(page);
  for (let run = -2; run < RUNS; run += 1) {
    for (const { page, timesMs } of phones) {
      await page.waitForTimeout(BETWEEN_TAPS_MS / phones.length);
      const { written } = await timeTap(page, run % 2 === 0 ? 'button.wake-button' : 'button[data-bench-end]');
      if (run >= 0) timesMs.push(written);
    }
  }
  for (const context of contexts) await context.close();
  const [ours, theirs] = phones;
  return [
    ratioResult(
      'tap to row on disk with sync on, 6 × throttle',
      ours?.timesMs ?? [],
      theirs?.timesMs ?? [],
      ['shared', 'not shared'],
      MAX_RATIO,
    ),
  ];
}
