import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import type { Instant } from '@/lib/time';
import { type BenchResult, formatMs } from '../benchResult';
import { phoneContext, untilAppIsUp } from '../pages';
import { longestBlock, watchBlocks } from '../restore';
import { tenYearsBackup } from '../tenYears';
import type { HomeProcess } from './homeProcess';
import { prepareToJoin, shareFrom } from './pairing';

const INCIDENTS = 40_000;
const MAX_MS = 15_000;
const MAX_BLOCK_MS = 100;
/** How long one step may take on a busy machine. */
const STEP_TIMEOUT_MS = 300_000;

/**
 * Measures how long a new phone takes to hear a household of ten years, and for how long its page
 * is blocked at once meanwhile. The first phone restores the log from a file and sends it.
 */
export async function benchFirstSync(browser: Browser, { url }: HomeProcess): Promise<BenchResult[]> {
  const hers = await (await phoneContext(browser)).newPage();
  const his = await (await phoneContext(browser)).newPage();
  const idle = await (await phoneContext(browser)).newPage();
  for (const page of [hers, his, idle]) page.setDefaultTimeout(STEP_TIMEOUT_MS);
  await restoreTenYears(hers, url);

  await his.goto(url);
  await untilAppIsUp(his);
  await idle.goto('about:blank');
  const begun = performance.now();
  const code = await shareFrom(hers, url);
  await untilSent(hers);
  const pushedMs = performance.now() - begun;

  const join = await prepareToJoin(his, url, code, 'Mum');
  for (const page of [his, idle]) await page.evaluate(watchBlocks);
  const startedAt = performance.now();
  await join();
  await his.getByText('This phone is in.').first().waitFor();
  const takenMs = performance.now() - startedAt;
  const [longestMs, idleMs] = [await his.evaluate(longestBlock), await idle.evaluate(longestBlock)];
  const count = await his.evaluate(countOf, 'incidents');
  if (count !== INCIDENTS) throw new Error(`The new phone has ${count} incidents.`);
  for (const page of [hers, his, idle]) await page.context().close();
  const what = 'ten years (40,000 incidents)';
  return [
    {
      name: `the first phone sends ${what} (for information)`,
      measured: formatMs(pushedMs),
      budget: 'none',
      isWithinBudget: true,
    },
    {
      name: `a new phone takes in ${what}`,
      measured: formatMs(takenMs),
      budget: formatMs(MAX_MS),
      isWithinBudget: takenMs <= MAX_MS,
    },
    {
      name: 'the longest block of its page meanwhile',
      measured: `${formatMs(longestMs)} (an idle page meanwhile: ${formatMs(idleMs)})`,
      budget: formatMs(MAX_BLOCK_MS),
      isWithinBudget: longestMs <= MAX_BLOCK_MS,
    },
  ];
}

async function restoreTenYears(page: Page, url: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-first-sync-'));
  const file = join(folder, 'backup.json');
  await writeFile(file, tenYearsBackup(INCIDENTS, Date.now() as Instant));
  await page.goto(`${url}/#/household/restore`);
  await page.getByRole('button', { name: 'Restore from a file' }).waitFor();
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Replace the log' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await rm(folder, { recursive: true });
}

/** Waits until the outbox of a phone is empty. */
async function untilSent(page: Page): Promise<void> {
  while ((await page.evaluate(countOf, 'outbox')) > 0) await page.waitForTimeout(100);
}

/** Runs in the page. Returns how many rows a table of the app has. */
async function countOf(table: string): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('infernalops');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const count = await new Promise<number>((resolve, reject) => {
    const counting = database.transaction(table).objectStore(table).count();
    counting.onsuccess = () => resolve(counting.result);
    counting.onerror = () => reject(counting.error);
  });
  database.close();
  return count;
}
