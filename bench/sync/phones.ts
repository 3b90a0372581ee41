import type { Browser } from '@playwright/test';
import type { BenchResult } from '../benchResult';
import { benchFirstSync } from './firstSync';
import { startOnPglite } from './homeProcess';
import { benchLiveTap } from './liveTap';
import { benchPageAlarm } from './pageAlarm';
import { benchSharedTap } from './sharedTap';

/** Measures phones in the browser at a home server of their own, as `npm start` starts it. */
export async function benchPhones(browser: Browser): Promise<BenchResult[]> {
  const results: BenchResult[] = [];
  for (const bench of [benchLiveTap, benchSharedTap, benchPageAlarm, benchFirstSync]) {
    const server = await startOnPglite();
    results.push(...(await bench(browser, server)));
    await server.stop();
  }
  return results;
}
