import type { Browser, Page } from '@playwright/test';
import type { StaticHost } from '../e2e/support/host';
import { type BenchResult, formatMs, median, ratioResult } from './benchResult';
import { firstVisit, phoneContext, throttleCpu, untilAppIsUp } from './pages';

const RUNS = 12;
/** The app counts two taps within two seconds as one. */
export const BETWEEN_TAPS_MS = 2100;
const TOAST_WITHIN_MS = 100;

/**
 * Measures the time from the tap until the row is on disk, compared with a bare `put` of the same
 * durability in the same page. Also measures the time until the toast shows that it was logged.
 */
export async function benchTap(browser: Browser, host: StaticHost): Promise<BenchResult[]> {
  const context = await phoneContext(browser);
  await context.addInitScript(recordCommits);
  const page = await firstVisit(context, host);
  await page.reload();
  await untilAppIsUp(page);
  await throttleCpu(page);

  const written: number[] = [];
  const shown: number[] = [];
  const bare: number[] = [];
  for (let run = -2; run < RUNS; run += 1) {
    const tap = await timeTap(page, run % 2 === 0 ? 'button.wake-button' : 'button[data-bench-end]');
    const put = await page.evaluate(timeBarePut);
    if (run >= 0) {
      written.push(tap.written);
      shown.push(tap.shown);
      bare.push(put);
    }
    await page.waitForTimeout(BETWEEN_TAPS_MS);
  }
  await context.close();
  return [
    ratioResult('tap to row on disk, 6 × throttle', written, bare, ['tap', 'bare put'], 3),
    {
      name: 'tap to toast on the screen, 6 × throttle',
      measured: `${formatMs(median(shown))}, slowest ${formatMs(Math.max(...shown))} (n = ${shown.length})`,
      budget: formatMs(TOAST_WITHIN_MS),
      isWithinBudget: median(shown) <= TOAST_WITHIN_MS,
    },
  ];
}

interface WindowWithCommits {
  commits: number[];
}

/** Runs in the page. Records the time at which each write to the app's database is on disk. */
export function recordCommits(): void {
  const target = window as unknown as WindowWithCommits;
  target.commits = [];
  const open = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args: Parameters<typeof open>) {
    const transaction = open.apply(this, args);
    if (this.name === 'infernalops' && args[1] === 'readwrite') {
      transaction.addEventListener('complete', () => target.commits.push(performance.now()));
    }
    return transaction;
  };
}

export async function timeTap(page: Page, selector: string): Promise<{ written: number; shown: number }> {
  const ending = page.getByRole('button', { name: /(Asleep again|Settled alone)$/ });
  if (selector !== 'button.wake-button') await ending.evaluate((button) => button.setAttribute('data-bench-end', ''));
  return page.evaluate(
    (wanted) =>
      new Promise<{ written: number; shown: number }>((resolve) => {
        const button = document.querySelector<HTMLElement>(wanted);
        const { commits } = window as unknown as WindowWithCommits;
        commits.length = 0;
        const before = document.querySelector('[role=status]:not(:empty)')?.textContent;
        const startedAt = performance.now();
        new MutationObserver((_changes, observer) => {
          const message = [...document.querySelectorAll('[role=status]')]
            .map(({ textContent }) => textContent)
            .join('');
          if (message === '' || message === before || commits.length === 0) return;
          observer.disconnect();
          resolve({ written: (commits[0] ?? Number.NaN) - startedAt, shown: performance.now() - startedAt });
        }).observe(document.body, { childList: true, subtree: true, characterData: true });
        button?.click();
      }),
    selector,
  );
}

/** Runs in the page. Returns the milliseconds of the simplest durable write. */
async function timeBarePut(): Promise<number> {
  // The database is opened once and stays open, as the app's database does.
  const bench = window as unknown as { bareDatabase?: Promise<IDBDatabase> };
  bench.bareDatabase ??= new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('bench');
    opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { keyPath: 'id' });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const database = await bench.bareDatabase;
  const startedAt = performance.now();
  return new Promise<number>((resolve) => {
    const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
    transaction.objectStore('rows').put({ id: String(startedAt), at: Date.now(), kind: 'detected' });
    transaction.oncomplete = () => resolve(performance.now() - startedAt);
  });
}
