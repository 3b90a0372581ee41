import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext } from '@playwright/test';
import type { StaticHost } from '../e2e/support/host';
import { type Figure, median, ms, ratio } from './figures';
import { firstVisit, phone, throttle } from './pages';

/** Single starts differ by half: it takes as many for their median to stand still. */
const RUNS = 31;

/** The least a page can be: a button on black, nothing loaded. */
const BARE = `<!doctype html><html><head><meta charset="utf-8"><title>bare</title></head>
<body bgcolor="#000000"><button>Baby woke</button></body></html>`;

/** How long after a cold start, offline, the button is seen, against a bare page from the same service worker. */
export async function benchColdStart(browser: Browser, host: StaticHost): Promise<Figure[]> {
  host.replaced.set('bare.html', BARE);
  const worker = await readFile(new URL('../dist/sw.js', import.meta.url), 'utf8');
  const withBare = worker.replace(
    /\{[^{}]*"url":"index\.html"\}/,
    (entry) => `${entry},{revision:"1",url:"bare.html"}`,
  );
  if (withBare === worker) throw new Error('the worker names index.html in a way this benchmark does not know');
  host.replaced.set('sw.js', withBare);

  const context = await phone(browser);
  await (await firstVisit(context, host)).close();
  await context.setOffline(true);
  const app: number[] = [];
  const bare: number[] = [];
  const usable: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    bare.push((await start(context, `${host.url}bare.html`)).seen);
    const started = await start(context, host.url, true);
    app.push(started.seen);
    usable.push(started.usable);
  }
  await context.close();
  host.replaced.clear();
  return [
    ratio('cold start, offline, 6 × throttle: the working button is seen', app, bare, ['app', 'bare page'], 1.5),
    {
      what: 'the same start until the whole app has taken over (for information)',
      measured: ms(median(usable)),
      budget: 'none',
      within: true,
    },
  ];
}

async function start(context: BrowserContext, url: string, isApp = false): Promise<{ seen: number; usable: number }> {
  const page = await context.newPage();
  await throttle(page);
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
  if (isApp) await page.getByRole('navigation').waitFor();
  const usable = await page.evaluate(() => performance.now());
  await page.close();
  return { seen, usable };
}
