import type { Browser } from '@playwright/test';
import type { BenchResult } from '../benchResult';
import { benchFirstSync } from './firstSync';
import { startOnPglite } from './homeProcess';
import { benchLiveTap } from './liveTap';
import { benchNightOnWatch } from './nightOnWatch';
import { benchPageAlarm } from './pageAlarm';
import { benchSharedTap } from './sharedTap';

/** Measures phones in the browser at a home server of their own, as `npm start` starts it. */
export const benchPhones = (browser: Browser): Promise<BenchResult[]> =>
  runEach(browser, [benchLiveTap, benchSharedTap, benchPageAlarm, benchFirstSync]);

/** Measures a night on the watch, which takes several minutes. */
export const benchWatch = (browser: Browser): Promise<BenchResult[]> => runEach(browser, [benchNightOnWatch]);

async function runEach(browser: Browser, benches: readonly (typeof benchLiveTap)[]): Promise<BenchResult[]> {
  const results: BenchResult[] = [];
  for (const bench of benches) {
    const server = await startOnPglite();
    results.push(...(await bench(browser, server)));
    await server.stop();
  }
  return results;
}
