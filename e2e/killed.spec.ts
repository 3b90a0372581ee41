import { mkdtemp, readdir, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from '@playwright/test';
import { toStoredIncident, withoutIndexFields } from '@/db/storedIncident';
import { parseRow } from '@/domain/rows/parseRow';
import { checkTimeline } from '@/domain/timeline/checkTimeline';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import { createRandom } from '@/gameday/random';
import type { Instant } from '@/lib/time';
import { TonightPage } from './pages/tonight';
import { KillableBrowser } from './support/killable';
import { print } from './support/print';
import { readStored } from './support/storedRows';
import { expect, test } from './support/test';

/** Each kill starts a browser, which takes seconds. `npm run soak` has 200 kills. */
const KILLS = Number(process.env.KILLS ?? 10);
const WITHIN_MS = 300;

/**
 * The seed of the moments of the kills. It is printed; `KILL_SEED=<seed>` repeats the same moments.
 */
const SEED = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);

test(`killed ${KILLS} times within ${WITHIN_MS} ms after a tap: what a toast confirmed is on disk, and no row is incomplete`, async ({
  baseURL,
}) => {
  test.setTimeout(60_000 + KILLS * 15_000);
  const random = createRandom(SEED, 'night');
  print(`KILL_SEED=${SEED}`);
  const profile = await mkdtemp(join(tmpdir(), 'infernalops-killed-'));
  let confirmedBeforeKill = 0;
  let confirmed = false;
  let entriesBefore = 0;

  for (let round = 0; round <= KILLS; round += 1) {
    const browser = await KillableBrowser.launch(profile);
    const { page } = browser;
    await page.goto(baseURL ?? '');
    const tonight = new TonightPage(page);
    await tonight.ready();

    const incidents = await readValidIncidents(page);
    const entries = incidents.reduce((sum, { timeline }) => sum + timeline.length, 0);
    if (round > 0) {
      expect(
        entries - entriesBefore,
        `seed ${SEED}, round ${round}: one tap is one entry, or none if no toast confirmed it`,
      ).toBeLessThanOrEqual(1);
      expect(
        entries - entriesBefore,
        `seed ${SEED}, round ${round}: the tap was ${confirmed ? '' : 'not '}confirmed`,
      ).toBeGreaterThanOrEqual(confirmed ? 1 : 0);
    }
    if (confirmed) confirmedBeforeKill += 1;
    if (round < KILLS) {
      entriesBefore = entries;
      confirmed = false;
      await page.exposeFunction('notifyConfirmed', () => {
        confirmed = true;
      });
      await page.evaluate(reportWhenLogged);
      const open = incidents.some(({ timeline }) => foldTimeline(timeline)?.isOpen);
      const button = open ? tonight.wayOut : page.locator('button.wake-button');
      // The moments are random over the whole time, most of them early, when the write happens.
      const delayMs = ((round + random.next()) / KILLS) ** 2 * WITHIN_MS;
      await button.dispatchEvent('click');
      // However slow the machine is, every third kill comes after the toast.
      if (round % 3 === 2) await tonight.undoButton.waitFor();
      await new Promise((resolve) => setTimeout(resolve, delayMs));
    }
    await browser.kill();
  }

  await rm(profile, { recursive: true, force: true });
  print(`killed ${KILLS} times; ${confirmedBeforeKill} taps had been confirmed by then, and all of them were on disk`);
  // Without a confirmed tap, the test would have shown nothing.
  expect(confirmedBeforeKill).toBeGreaterThanOrEqual(Math.floor(KILLS / 3));
});

test('after a kill in the middle of a write, each start has what was written before and after it', async ({
  baseURL,
}) => {
  const profile = await mkdtemp(join(tmpdir(), 'infernalops-torn-'));
  const found: number[] = [];
  for (let start = 0; start < 5; start += 1) {
    const browser = await KillableBrowser.launch(profile);
    const { page } = browser;
    await page.goto(baseURL ?? '');
    const tonight = new TonightPage(page);
    await tonight.ready();
    const incidents = await readValidIncidents(page);
    found.push(incidents.reduce((sum, { timeline }) => sum + timeline.length, 0));
    const open = incidents.some(({ timeline }) => foldTimeline(timeline)?.isOpen);
    await (open ? tonight.wayOut : page.locator('button.wake-button')).dispatchEvent('click');
    await tonight.undoButton.waitFor();
    await browser.kill();
    // The file is as if the second start had been killed while its last record was being written.
    if (start === 1) await truncateNewestFile(join(profile, 'Default', 'IndexedDB'));
  }
  await rm(profile, { recursive: true, force: true });
  // Each start logged one tap. The end of the second start's file was cut off; the browser may or
  // may not read the rest of that record.
  expect(found[1]).toBe(1);
  expect(found[2]).toBeGreaterThanOrEqual(1);
  expect(found.slice(3)).toEqual([(found[2] ?? 0) + 1, (found[2] ?? 0) + 2]);
});

/** Cuts off the last bytes of the file that the storage wrote last. */
async function truncateNewestFile(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  const files = await Promise.all(
    names
      // LevelDB's own diary (LOG) and lock files hold no data.
      .filter((name) => !/^(LOG|LOCK)/.test(basename(name)))
      .map(async (name) => ({ path: join(folder, name), ...(await fileInfo(join(folder, name))) })),
  );
  const [last] = files.filter(({ isFile }) => isFile).sort((a, b) => b.writtenAt - a.writtenAt);
  if (!last) throw new Error(`nothing was stored in ${folder}`);
  await truncate(last.path, last.bytes - 3);
}

async function fileInfo(path: string) {
  const found = await stat(path);
  return { isFile: found.isFile(), bytes: found.size, writtenAt: found.mtimeMs };
}

/**
 * Returns all incidents on disk. Each is checked against its schema, the timeline's rules and its
 * index.
 */
async function readValidIncidents(page: Page) {
  const now = Date.now() as Instant;
  const raws = await readStored<object>(page, 'incidents');
  return raws.map((raw) => {
    const parsed = parseRow('incidents', withoutIndexFields(raw));
    if (!parsed.ok) throw new Error(`incomplete row: ${JSON.stringify(parsed.broken)}`);
    expect(checkTimeline(parsed.row.timeline, now)).toBeNull();
    expect(raw).toEqual(toStoredIncident(parsed.row));
    return parsed.row;
  });
}

/** Runs in the page. Notifies this process when the screen shows that the tap was logged. */
function reportWhenLogged(): void {
  const { notifyConfirmed } = window as unknown as { notifyConfirmed: () => void };
  const loggedMessage = /(woke|awake again|Asleep again|Settled alone) · /;
  new MutationObserver(() => {
    const isLogged = [...document.querySelectorAll('[role=status]')].some(({ textContent }) =>
      loggedMessage.test(textContent ?? ''),
    );
    if (isLogged) notifyConfirmed();
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
}
