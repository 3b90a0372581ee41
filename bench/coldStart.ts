import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext } from '@playwright/test';
import { DIST, type StaticHost } from '../e2e/support/host';
import { type BenchResult, formatMs, median, ratioResult } from './benchResult';
import { firstVisit, phoneContext, throttleCpu, untilAppIsUp } from './pages';

/** Single starts differ by half of their time. The median of this many starts is stable. */
const RUNS = 31;

/** The smallest possible page for comparison: a button on black, which loads no other file. */
const BARE_PAGE = `<!doctype html><html><head><meta charset="utf-8"><title>bare</title></head>
<body bgcolor="#000000"><button>Baby woke</button></body></html>`;

/**
 * Measures the time from an offline cold start until the button is painted, and compares it with a
 * bare page that the same service worker serves.
 */
export async function benchColdStart(browser: Browser, host: StaticHost): Promise<BenchResult[]> {
  host.replacements.set('bare.html', BARE_PAGE);
  const { worker: name } = JSON.parse(await readFile(join(DIST, 'version.json'), 'utf8')) as { worker: string };
  const worker = await readFile(join(DIST, name), 'utf8');
  const integrity = `sha256-${createHash('sha256').update(BARE_PAGE).digest('base64')}`;
  const withBare = worker.replace(
    /\{"integrity":"[^"]*","url":"index\.html"\}/,
    (entry) => `${entry},${JSON.stringify({ integrity, url: 'bare.html' })}`,
  );
  if (withBare === worker)
    throw new Error('the precache manifest in the worker does not have the expected entry for index.html');
  host.replacements.set(name, withBare);

  const context = await phoneContext(browser);
  await (await firstVisit(context, host)).close();
  await context.setOffline(true);
  const app: number[] = [];
  const bare: number[] = [];
  const usable: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    bare.push((await openAndTime(context, `${host.url}bare.html`)).seen);
    const started = await openAndTime(context, host.url, true);
    app.push(started.seen);
    usable.push(started.usable);
  }
  await context.close();
  host.replacements.clear();
  return [
    ratioResult('cold start, offline, 6 × throttle: the working button is seen', app, bare, ['app', 'bare page'], 1.5),
    {
      name: 'the same start until the whole app has taken over (for information)',
      measured: formatMs(median(usable)),
      budget: 'none',
      isWithinBudget: true,
    },
  ];
}

async function openAndTime(
  context: BrowserContext,
  url: string,
  isApp = false,
): Promise<{ seen: number; usable: number }> {
  const page = await context.newPage();
  await throttleCpu(page);
  await page.goto(url, { waitUntil: 'commit' });
  await page.getByRole('button').first().waitFor();
  const seen = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const paint = list.getEntriesByName('first-contentful-paint')[0];
          if (paint) resolve(paint.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
  if (isApp) await untilAppIsUp(page);
  const usable = await page.evaluate(() => performance.now());
  await page.close();
  return { seen, usable };
}
