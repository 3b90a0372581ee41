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
 * over budget does not make it fail.
 */

const figures: BenchResult[] = [...(await benchMetrics()), ...(await benchServer())];
const host = await new StaticHost().start();
const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS });
for (const bench of [benchColdStart, benchTap, benchOpening, benchNights, benchDashboard, benchRestore, benchImport])
  figures.push(...(await bench(browser, host)));
figures.push(...(await benchPhones(browser)));
await browser.close();
await host.stop();

for (const { name, measured, budget, isWithinBudget } of figures) {
  console.log(`${isWithinBudget ? 'within' : 'OVER  '}  ${name}\n        ${measured}   (budget: ${budget})`);
}
