import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import type { StaticHost } from '../e2e/support/host';
import { DAY_MS } from '../src/lib/time';
import type { BenchResult } from './benchResult';
import { firstVisit, phoneContext } from './pages';
import { timeStep, watchBlocks } from './restore';

const NIGHTS = 5_000;
/** Of each night: eight sleeps, and what was logged by day. */
const ROWS_OF_A_NIGHT = 40;
const MAX_BLOCK_MS = 50;
/** How long one step may take on a busy machine. */
const STEP_TIMEOUT_MS = 600_000;

/**
 * Measures for how long the page is blocked at once while the largest file that is allowed, of
 * 200,000 rows and almost 20 MB, is read, imported and taken back; and how large its process gets.
 */
export async function benchImport(browser: Browser, host: StaticHost): Promise<BenchResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-import-'));
  const file = join(folder, 'huckleberry.csv');
  await writeFile(file, largestFile());
  const context = await phoneContext(browser);
  const page = await firstVisit(context, host);
  page.setDefaultTimeout(STEP_TIMEOUT_MS);
  await page.evaluate(() => {
    location.hash = '/household/import';
  });
  await page.locator('input[type=file]').waitFor({ state: 'attached' });
  // A machine that is busy stops this page, too, although nothing happens on it.
  const idlePage = await (await phoneContext(browser)).newPage();
  await idlePage.goto('about:blank');
  const pages = [page, idlePage];
  for (const each of pages) await each.evaluate(watchBlocks);
  const button = page.getByRole('button', { name: /^Import \d/ });
  const before = await largestRenderer(browser);
  const what = `${NIGHTS * ROWS_OF_A_NIGHT} rows of another tracker`;
  const results = [
    await timeStep(
      pages,
      `reading ${what} and showing what would come in`,
      async () => {
        await page.locator('input[type=file]').setInputFiles(file);
        await button.waitFor();
      },
      MAX_BLOCK_MS,
    ),
    await timeStep(
      pages,
      'importing them',
      async () => {
        await button.click();
        await page.getByRole('button', { name: 'Take it back' }).waitFor();
      },
      MAX_BLOCK_MS,
    ),
    await timeStep(
      pages,
      'taking them back',
      async () => {
        await page.getByRole('button', { name: 'Take it back' }).click();
        await page.getByText('The import is taken back').waitFor();
      },
      MAX_BLOCK_MS,
    ),
  ];
  results.push({
    name: 'the memory of its process at most meanwhile (for information)',
    measured: `${await largestRenderer(browser)} MiB (before: ${before} MiB)`,
    budget: 'none',
    isWithinBudget: true,
  });
  for (const each of pages) await each.context().close();
  await rm(folder, { recursive: true });
  return results;
}

/** Returns the most memory that any page's process has had, in MiB. */
async function largestRenderer(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  const sizes = await Promise.all(
    renderers.map(async ({ id }) =>
      Number(/VmHWM:\s*(\d+)/.exec(await readFile(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0),
    ),
  );
  return Math.round(Math.max(...sizes) / 1024);
}

/** A table of Huckleberry with so many nights, newest first, as it exports them. */
function largestFile(): string {
  const begin = Date.UTC(2026, 9, 30) - NIGHTS * DAY_MS;
  const wall = (night: number, minute: number) =>
    new Date(begin + night * DAY_MS + minute * 60_000).toISOString().slice(0, 16).replace('T', ' ');
  const note = 'in the big bed, with the lamp on and the window open';
  const lines = Array.from({ length: NIGHTS }, (_, index) => {
    const night = NIGHTS - 1 - index;
    const asleep = Array.from({ length: 8 }, (_each, part) => {
      const from = 1200 + part * 80 + (part === 0 ? 0 : 10 + ((night + part) % 9));
      return `Sleep,${wall(night, from)},${wall(night, 1200 + (part + 1) * 80)},,,,,,${part % 2 ? 'Dad' : 'Mum'}`;
    });
    const byDay = Array.from({ length: ROWS_OF_A_NIGHT - 8 }, (_each, part) => {
      const type = ['Feed', 'Diaper', 'Bath', 'Pump'][part % 4] ?? 'Feed';
      return `${type},${wall(night, 420 + part * 22)},,,Formula,Bottle,90ml,${note},Mum`;
    });
    return [...asleep, ...byDay].reverse().join('\n');
  });
  return `Type,Start,End,Duration,Start Condition,Start Location,End Condition,Notes,Logged By\n${lines.join('\n')}\n`;
}
