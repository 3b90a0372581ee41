import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS, chromiumPath } from '../e2e/support/chromium';
import { StaticHost } from '../e2e/support/host';
import type { BenchResult } from './benchResult';
import { benchColdStart } from './coldStart';
import { benchDashboard } from './dashboard';
import { benchImport } from './importMonths';
import { benchMetrics } from './metrics';
import { benchNights } from './nights';
import { benchOpening } from './openTonight';
import { benchRestore } from './restore';
import { benchPhones } from './sync/phones';
import { benchServer } from './sync/server';
import { benchTap } from './tap';

/*
 * `npm run bench` measures the budgets of docs/architecture.md on the production build, in Chromium
 * and Node. Most figures are ratios of two things that this run measures alternately, so a slow or
 * busy machine slows both. The command prints whether each figure is within its budget; a figure
 * over budget does not make it fail, but a benchmark that does not come to its end does.
 *
 * `npm run bench -- start tap` runs only the benchmarks with these names.
 */

const host = await new StaticHost().start();
const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS });

const BENCHES: Record<string, () => Promise<BenchResult[]>> = {
  metrics: benchMetrics,
  server: benchServer,
  start: () => benchColdStart(browser, host),
  tap: () => benchTap(browser, host),
  opening: () => benchOpening(browser, host),
  nights: () => benchNights(browser, host),
  dashboard: () => benchDashboard(browser, host),
  restore: () => benchRestore(browser, host),
  import: () => benchImport(browser, host),
  phones: () => benchPhones(browser),
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in BENCHES));
if (unknown.length > 0) throw new Error(`No benchmark is called ${unknown.join(', ')}: ${Object.keys(BENCHES)}`);
for (const [name, bench] of Object.entries(BENCHES)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  try {
    for (const result of await bench()) print(result);
  } catch (error) {
    process.exitCode = 1;
    console.error(`BROKEN  ${name}`, error);
  }
}
await browser.close();
await host.stop();

function print({ name, measured, budget, isWithinBudget }: BenchResult): void {
  console.log(`${isWithinBudget ? 'within' : 'OVER  '}  ${name}\n        ${measured}   (budget: ${budget})`);
}
