import type { Browser } from '@playwright/test';
import type { StaticHost } from '../e2e/support/host';
import { type BenchResult, formatMs, median } from './benchResult';
import { fillLog } from './fillLog';
import { firstVisit, phoneContext, throttleCpu } from './pages';

const RUNS = 7;
const FIRST_MS = 10_000;
const MAX_TASK_MS = 50;
const LOGS = [
  { name: 'one month', incidents: 330, days: 30 },
  { name: 'ten years', incidents: 40_000, days: 3650 },
] as const;

/** A script that ran in one task: who called it, in which file, and for how long. */
interface LongScript {
  invoker: string;
  file: string;
  durationMs: number;
}

/**
 * Measures the scripts that run for longer than 50 ms at once in the first ten seconds of an
 * offline start on a slow phone, on logs of two lengths. Each is named with what called it and the
 * file it is in: the evaluation of a file, a callback of React's scheduler, an answer of IndexedDB.
 */
export async function benchLongTasks(browser: Browser, host: StaticHost): Promise<BenchResult[]> {
  const results: BenchResult[] = [];
  for (const log of LOGS) {
    const context = await phoneContext(browser);
    const first = await firstVisit(context, host);
    await first.evaluate(fillLog, log);
    await first.close();
    await context.setOffline(true);
    await context.addInitScript(watchScripts);
    const starts: LongScript[][] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const page = await context.newPage();
      await throttleCpu(page);
      await page.goto(host.url, { waitUntil: 'commit' });
      await page.waitForTimeout(FIRST_MS);
      starts.push(await page.evaluate(() => (window as unknown as { longScripts: LongScript[] }).longScripts));
      await page.close();
    }
    await context.close();
    results.push(resultOf(log.name, starts));
  }
  return results;
}

/** Runs in the page. Frames that took long name the scripts that ran in them. */
function watchScripts(): void {
  const longScripts: LongScript[] = [];
  Object.assign(window, { longScripts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { scripts } = entry as unknown as {
        scripts: { invoker: string; sourceURL: string; duration: number }[];
      };
      for (const { invoker, sourceURL, duration } of scripts)
        longScripts.push({
          invoker: invoker.replace(/^.*\//, ''),
          file: sourceURL.replace(/^.*\//, '').replace(/-[\w-]{8}\.js$/, ''),
          durationMs: duration,
        });
    }
  }).observe({ type: 'long-animation-frame', buffered: true });
}

function resultOf(log: string, starts: readonly LongScript[][]): BenchResult {
  const long = starts.map((scripts) => scripts.filter(({ durationMs }) => durationMs > MAX_TASK_MS));
  const longest = starts.map((scripts) => Math.max(0, ...scripts.map(({ durationMs }) => durationMs)));
  const byName = new Map<string, number[]>();
  for (const { invoker, file, durationMs } of long.flat()) {
    const name = `${invoker} in ${file}`.replace(/-[\w-]{8}\.js/, '');
    byName.set(name, [...(byName.get(name) ?? []), durationMs]);
  }
  const named = [...byName]
    .sort(([, a], [, b]) => b.length * median(b) - a.length * median(a))
    .map(([name, times]) => `\n          ${name}: ${times.length} × ${formatMs(median(times))}`);
  return {
    name: `scripts over ${MAX_TASK_MS} ms at once in the first ten seconds, on a log of ${log}, 6 × throttle`,
    measured: `median ${median(long.map(({ length }) => length))} a start, the longest ${formatMs(median(longest))} (n = ${starts.length})${named.join('')}\n       `,
    budget: 'none of ours',
    isWithinBudget: median(long.map(({ length }) => length)) === 0,
  };
}
