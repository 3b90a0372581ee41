import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS, chromiumPath } from '../e2e/support/chromium';
import { StaticHost } from '../e2e/support/host';
import type { BenchResult } from './benchResult';
import { benchColdStart } from './coldStart';
import { benchDashboard } from './dashboard';
import { benchMetrics } from './metrics';
import { benchOpening } from './openTonight';
import { benchTap } from './tap';

/*
 * `npm run bench`: the budgets of docs/architecture.md, measured on the production build in Chromium and Node. Most figures are ratios of two
 * things measured in this run, in turn, so that a slow or busy machine slows both. It prints and judges; it fails nothing.
 */

const figures: BenchResult[] = await benchMetrics();
const host = await new StaticHost().start();
const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS });
for (const bench of [benchColdStart, benchTap, benchOpening, benchDashboard])
  figures.push(...(await bench(browser, host)));
await browser.close();
await host.stop();

for (const { name, measured, budget, isWithinBudget } of figures) {
  console.log(`${isWithinBudget ? 'within' : 'OVER  '}  ${name}\n        ${measured}   (budget: ${budget})`);
}
