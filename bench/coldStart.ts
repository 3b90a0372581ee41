import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext } from '@playwright/test';
import { DIST, type StaticHost } from '../e2e/support/host';
import { type BenchResult, formatMs, median, percentile, ratioResult } from './benchResult';
import { firstVisit, phoneContext, throttleCpu } from './pages';

/** Single starts differ by half of their time. The median of this many starts is stable. */
const RUNS = 31;
const MAX_RATIO = 1.5;

/** The smallest possible page for comparison: a button on black, which loads no other file. */
const BARE_PAGE = `<!doctype html><html><head><meta charset="utf-8"><title>bare</title></head>
<body bgcolor="#000000"><button>Baby woke</button></body></html>`;

/** When a start was so far, in milliseconds after the navigation began. */
interface Start {
  /** The working button is painted. */
  seen: number;
  /** The whole app has taken over, and is painted. */
  usable: number;
}

/**
 * Measures the time from an offline cold start until the button is painted, and compares it with a
 * bare page that the same service worker serves. The two take turns, each first in every second
 * turn. The page measures itself and reports at the end: a tool that looks at it meanwhile runs its
 * own scripts there, which delays the first frame by chance.
 */
export async function benchColdStart(browser: Browser, host: StaticHost): Promise<BenchResult[]> {
  await addBarePage(host);
  const context = await phoneContext(browser);
  await (await firstVisit(context, host)).close();
  await context.setOffline(true);
  await context.addInitScript(reportStart);
  const app: Start[] = [];
  const bare: Start[] = [];
  const openApp = async () => app.push(await open(context, host.url));
  const openBare = async () => bare.push(await open(context, `${host.url}bare.html`));
  for (let run = 0; run < RUNS; run += 1)
    for (const next of run % 2 === 0 ? [openApp, openBare] : [openBare, openApp]) await next();
  await context.close();
  host.replacements.clear();
  const seen = (starts: readonly Start[]) => starts.map((start) => start.seen);
  const usable = app.map((start) => start.usable);
  const ratio = ratioResult(
    'cold start, offline, 6 × throttle: the working button is seen',
    seen(app),
    seen(bare),
    ['app', 'bare page'],
    MAX_RATIO,
  );
  return [
    {
      ...ratio,
      measured: `${ratio.measured}; half of them: app ${spread(seen(app))}, bare page ${spread(seen(bare))}`,
    },
    {
      name: 'the same start until the whole app has taken over (for information)',
      measured: `${formatMs(median(usable))}; half of them: ${spread(usable)}`,
      budget: 'none',
      isWithinBudget: true,
    },
  ];
}

/** Publishes a version of the app that has the bare page as one of its files. */
async function addBarePage(host: StaticHost): Promise<void> {
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
}

const REPORT = 'start:';

/** Runs in the page, before anything else. Writes a line when the start is over. */
function reportStart(): void {
  let seen: number | null = null;
  const isBare = location.pathname.endsWith('/bare.html');
  const report = () => console.debug(`start:${JSON.stringify({ seen, usable: performance.now() })}`);
  new PerformanceObserver((list) => {
    seen ??= list.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null;
    if (isBare && seen !== null) report();
  }).observe({ type: 'paint', buffered: true });
  if (isBare) return;
  new MutationObserver((_changes, observer) => {
    if (!document.querySelector('nav[aria-label="Main screens"]')) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(report));
  }).observe(document, { childList: true, subtree: true });
}

async function open(context: BrowserContext, url: string): Promise<Start> {
  const page = await context.newPage();
  await throttleCpu(page);
  const reported = page.waitForEvent('console', (message) => message.text().startsWith(REPORT));
  await page.goto(url, { waitUntil: 'commit' });
  const start = JSON.parse((await reported).text().slice(REPORT.length)) as Start;
  await page.close();
  return start;
}

const spread = (values: readonly number[]): string =>
  `${formatMs(percentile(values, 0.25))} to ${formatMs(percentile(values, 0.75))}`;
