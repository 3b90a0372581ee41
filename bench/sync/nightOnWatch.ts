import type { Browser, CDPSession, Page } from '@playwright/test';
import { MINUTE_MS } from '../../src/lib/time';
import { type BenchResult, median } from '../benchResult';
import { phoneContext } from '../pages';
import type { HomeProcess } from './homeProcess';
import { pairPhones } from './pairing';

const HOURS = 12;
/** A wake-up on the other phone, and its end ten minutes later. */
const WAKE_AT_MINUTE = 20;
const ASLEEP_AT_MINUTE = 30;
/** Until the other phone has heard of a tap, in real time. */
const HEARD_MS = 1_000;
/**
 * The browser's own caches and compiled code grow for the first hours. In a run of 24 hours the
 * heap was 6.9 MiB after the first, 8.5 after twelve, and 8.2 at the end.
 */
const WARM_UP_HOURS = 3;
/** What the collector leaves differs by this much from hour to hour. */
const FLAT = 1.1;
const MEBIBYTE = 1024 * 1024;

/** What a page holds once all that it no longer needs is collected. */
interface Held {
  heap: number;
  nodes: number;
  listeners: number;
}

/**
 * Measures what the screen of the watch holds in memory, hour by hour, in a night of twelve hours
 * in which the other phone logs a wake-up every hour. The clocks of both pages run on minute by
 * minute; the stream and the server are real.
 */
export async function benchNightOnWatch(browser: Browser, { url }: HomeProcess): Promise<BenchResult[]> {
  const contexts = [await phoneContext(browser), await phoneContext(browser)] as const;
  const phones = await pairPhones(contexts, url);
  const [hers, his] = phones;
  for (const phone of phones) await phone.clock.install();
  await his.goto(`${url}/#/watch`);
  await his.getByRole('button', { name: 'Start the watch' }).tap();
  await his.getByRole('button', { name: 'End the watch' }).waitFor();
  const session = await contexts[1].newCDPSession(his);
  await session.send('Performance.enable');
  const hours: Held[] = [];
  for (let hour = 0; hour < HOURS; hour += 1) {
    for (let minute = 0; minute < 60; minute += 1) {
      for (const phone of phones) await phone.clock.fastForward(MINUTE_MS);
      if (minute === WAKE_AT_MINUTE) await tap(hers, 'button.wake-button');
      if (minute === ASLEEP_AT_MINUTE) await tapWayOut(hers);
    }
    hours.push(await held(session));
  }
  for (const context of contexts) await context.close();
  const of = (name: keyof Held) => hours.map((each) => each[name]);
  const growth = Math.max(...(['heap', 'nodes', 'listeners'] as const).map((name) => growthOf(of(name))));
  const heaps = of('heap').map((bytes) => (bytes / MEBIBYTE).toFixed(1));
  return [
    {
      name: 'memory of the watch in a night of twelve hours: the last three hours against the fourth to sixth',
      measured: `${growth.toFixed(2)} × at most; MiB by hour ${heaps.join(' ')}; nodes ${of('nodes').join(' ')}; listeners ${of('listeners').join(' ')}`,
      budget: `${FLAT} ×`,
      isWithinBudget: growth <= FLAT,
    },
  ];
}

/** The median of the last three values, by that of the first three after the warm-up. */
const growthOf = (values: readonly number[]): number =>
  median(values.slice(-3)) / median(values.slice(WARM_UP_HOURS, WARM_UP_HOURS + 3));

async function held(session: CDPSession): Promise<Held> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
  return { heap: metric('JSHeapUsedSize'), nodes: metric('Nodes'), listeners: metric('JSEventListeners') };
}

async function tap(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().click();
  await new Promise((resolve) => setTimeout(resolve, HEARD_MS));
}

async function tapWayOut(page: Page): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('button', { name: /(Asleep again|Settled alone)$/ })
    .click();
  await new Promise((resolve) => setTimeout(resolve, HEARD_MS));
}
