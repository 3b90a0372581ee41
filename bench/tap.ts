import type { Browser, Page } from '@playwright/test';
import type { StaticHost } from '../e2e/support/host';
import { type BenchResult, formatMs, median, ratioResult } from './benchResult';
import { firstVisit, phoneContext, throttleCpu } from './pages';

const RUNS = 12;
/** The app takes two taps within two seconds for one. */
const BETWEEN_TAPS_MS = 2100;
const ANSWER_WITHIN_MS = 100;

/** From the tap to the row on disk, against a bare put of the same durability in the same page; and to the answer on the screen. */
export async function benchTap(browser: Browser, host: StaticHost): Promise<BenchResult[]> {
  const context = await phoneContext(browser);
  await context.addInitScript(recordCommits);
  const page = await firstVisit(context, host);
  await page.reload();
  await page.getByRole('navigation').waitFor();
  await throttleCpu(page);

  const written: number[] = [];
  const answered: number[] = [];
  const bare: number[] = [];
  for (let run = -2; run < RUNS; run += 1) {
    const tap = await timeTap(page, run % 2 === 0 ? 'button.wake-button' : 'button[data-bench-end]');
    const put = await page.evaluate(timeBarePut);
    if (run >= 0) {
      written.push(tap.written);
      answered.push(tap.answered);
      bare.push(put);
    }
    await page.waitForTimeout(BETWEEN_TAPS_MS);
  }
  await context.close();
  return [
    ratioResult('tap to row on disk, 6 × throttle', written, bare, ['tap', 'bare put'], 3),
    {
      name: 'tap to answer on the screen, 6 × throttle',
      measured: `${formatMs(median(answered))}, slowest ${formatMs(Math.max(...answered))} (n = ${answered.length})`,
      budget: formatMs(ANSWER_WITHIN_MS),
      isWithinBudget: median(answered) <= ANSWER_WITHIN_MS,
    },
  ];
}

interface WindowWithCommits {
  commits: number[];
}

/** In the page: notes when each write to the app's database is on disk. */
function recordCommits(): void {
  const noted = window as unknown as WindowWithCommits;
  noted.commits = [];
  const open = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args: Parameters<typeof open>) {
    const transaction = open.apply(this, args);
    if (this.name === 'infernalops' && args[1] === 'readwrite') {
      transaction.addEventListener('complete', () => noted.commits.push(performance.now()));
    }
    return transaction;
  };
}

async function timeTap(page: Page, selector: string): Promise<{ written: number; answered: number }> {
  const ending = page.getByRole('button', { name: 'Asleep again' });
  if (selector !== 'button.wake-button') await ending.evaluate((button) => button.setAttribute('data-bench-end', ''));
  return page.evaluate(
    (wanted) =>
      new Promise<{ written: number; answered: number }>((resolve) => {
        const button = document.querySelector<HTMLElement>(wanted);
        const { commits } = window as unknown as WindowWithCommits;
        commits.length = 0;
        const before = document.querySelector('[role=status]:not(:empty)')?.textContent;
        const startedAt = performance.now();
        new MutationObserver((_changes, observer) => {
          const said = [...document.querySelectorAll('[role=status]')].map(({ textContent }) => textContent).join('');
          if (said === '' || said === before || commits.length === 0) return;
          observer.disconnect();
          resolve({ written: (commits[0] ?? Number.NaN) - startedAt, answered: performance.now() - startedAt });
        }).observe(document.body, { childList: true, subtree: true, characterData: true });
        button?.click();
      }),
    selector,
  );
}

/** In the page: the least a write can take. */
async function timeBarePut(): Promise<number> {
  // Opened once and kept, as the app keeps its own.
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
