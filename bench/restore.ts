import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import type { StaticHost } from '../e2e/support/host';
import { type BenchResult, formatMs } from './benchResult';
import { firstVisit, phoneContext } from './pages';
import { tenYearsBackup } from './tenYears';

const INCIDENTS = 40_000;
const MAX_BLOCK_MS = 200;
/** How long one step may take on a busy machine. */
const STEP_TIMEOUT_MS = 300_000;

/**
 * Measures for how long the page is blocked at once while a log of ten years is read from a file,
 * restored, merged and saved.
 */
export async function benchRestore(browser: Browser, host: StaticHost): Promise<BenchResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-restore-'));
  const file = join(folder, 'backup.json');
  await writeFile(file, tenYearsBackup(INCIDENTS, Date.now() as Parameters<typeof tenYearsBackup>[1]));
  const context = await phoneContext(browser);
  const page = await firstVisit(context, host);
  page.setDefaultTimeout(STEP_TIMEOUT_MS);
  const open = (name: string) =>
    page.evaluate((address) => {
      location.hash = address;
    }, `/household/${name}`);
  await open('restore');
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await button('Restore from a file').waitFor();
  // A machine that is busy stops this page, too, although nothing happens on it.
  const idlePage = await (await phoneContext(browser)).newPage();
  await idlePage.goto('about:blank');
  const pages = [page, idlePage];
  for (const each of pages) await each.evaluate(watchBlocks);

  const pick = async () => {
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: /^(Merge it|Replace the log)$/ }).waitFor();
  };
  const confirm = async (name: string) => {
    await button(name).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  const results = [
    await timeStep(pages, 'reading a backup of ten years (40,000 incidents)', pick),
    await timeStep(pages, 'replacing the log with it', () => confirm('Replace the log')),
    await timeStep(pages, 'reading it again, and comparing both logs', pick),
    await timeStep(pages, 'merging it', () => confirm('Merge it')),
    await timeStep(pages, 'saving ten years as a backup', async () => {
      await open('backup');
      const download = page.waitForEvent('download');
      await button('Save a backup').click();
      await download;
    }),
    await timeStep(pages, 'erasing ten years', async () => {
      await open('erase');
      await button('Erase it all').click();
      await button('Bring it back').waitFor();
    }),
    await timeStep(pages, 'bringing ten years back', async () => {
      await button('Bring it back').click();
      await page.getByText('The log from before is back.').waitFor();
    }),
  ];
  for (const each of pages) await each.context().close();
  await rm(folder, { recursive: true });
  return results;
}

/** Times one step, and measures for how long it blocked the first of the pages at once. */
export async function timeStep(
  pages: readonly Page[],
  name: string,
  act: () => Promise<void>,
  maxBlockMs = MAX_BLOCK_MS,
): Promise<BenchResult> {
  for (const page of pages) await page.evaluate(resetBlocks);
  const start = performance.now();
  await act();
  // What follows a change, such as live queries, counts as well.
  await pages[0]?.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1000)));
  const durationMs = performance.now() - start - 1000;
  const [longestMs = 0, idleMs = 0] = await Promise.all(pages.map((page) => page.evaluate(longestBlock)));
  return {
    name: `the page's longest block while ${name}`,
    measured: `${formatMs(longestMs)} of ${formatMs(durationMs)} (an idle page meanwhile: ${formatMs(idleMs)})`,
    budget: formatMs(maxBlockMs),
    isWithinBudget: longestMs <= maxBlockMs,
  };
}

interface BlockWatch {
  longestMs: number;
  lastTickAt: number;
}

/** Runs in the page. Two probes, because the browser reports a long task only when it has ended. */
export function watchBlocks(): void {
  const watch: BlockWatch = { longestMs: 0, lastTickAt: performance.now() };
  Object.assign(globalThis, { watch });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watch.longestMs = Math.max(watch.longestMs, duration);
  }).observe({ type: 'longtask' });
  const everyMs = 10;
  setInterval(() => {
    const now = performance.now();
    watch.longestMs = Math.max(watch.longestMs, now - watch.lastTickAt - everyMs);
    watch.lastTickAt = now;
  }, everyMs);
}

function resetBlocks(): void {
  (globalThis as unknown as { watch: BlockWatch }).watch.longestMs = 0;
}

export function longestBlock(): number {
  return (globalThis as unknown as { watch: BlockWatch }).watch.longestMs;
}
