import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from '@playwright/test';
import { createRandom } from '@/gameday/random';
import { TonightPage } from './pages/tonight';
import { DIST, FAULTS, StaticHost } from './support/host';
import { KillableBrowser } from './support/killable';
import { print } from './support/print';
import { readIncidents } from './support/storedRows';
import { expect, test } from './support/test';
import { writeVersion } from './support/versions';

/*
 * A new version is fetched from a host on which something is wrong, the browser is killed at a
 * random moment, and the app is started without a network.
 */

/** The killed starts in `npm test`; `npm run soak` goes through all faults. */
const ROUNDS = Number(process.env.HOST_ROUNDS ?? 2);
/** The seed of the faults and the moments; it is printed, and `HOST_SEED=<seed>` repeats them. */
const SEED = Number(process.env.HOST_SEED ?? Date.now() % 1_000_000);
const KILL_WITHIN_MS = 4_000;

const NEW_VERSION = 'bbbb0000002';

/** What is wrong on the host while it offers the new version. */
interface Scenario {
  name: string;
  setUp(host: StaticHost): Promise<void> | void;
}

let newFolder = '';
let presentVersion = '';
test.beforeAll(async () => {
  newFolder = await mkdtemp(join(tmpdir(), 'infernalops-new-'));
  await writeVersion(newFolder, NEW_VERSION);
  presentVersion = JSON.parse(await readFile(join(DIST, 'version.json'), 'utf8')).version;
});
test.afterAll(() => rm(newFolder, { recursive: true, force: true }));

/** Returns every fault on every kind of file, and the mixtures of two versions. */
async function listScenarios(): Promise<Scenario[]> {
  const assets = await readdir(join(newFolder, 'assets'));
  const asset = (pattern: RegExp) => `assets/${assets.find((name) => pattern.test(name))}`;
  const files: Record<string, string> = {
    'version.json': 'version.json',
    'the new worker': `sw-${NEW_VERSION}.js`,
    'sw.js': 'sw.js',
    'index.html': 'index.html',
    'early.js': 'early.js',
    'the entry': asset(/^index-.*\.js$/),
    'a chunk loaded later': asset(/^Dashboard-.*\.js$/),
    'a style sheet': asset(/^start-.*\.css$/),
    'the running worker': `sw-${presentVersion}.js`,
  };
  const faults = Object.entries(files).flatMap(([what, file]) =>
    FAULTS.filter((fault) => file !== `sw-${presentVersion}.js` || fault !== 'empty').map((fault) => ({
      name: `${what}: ${fault}`,
      setUp: (host: StaticHost) => {
        host.folder = newFolder;
        host.faults.set(file, fault);
      },
    })),
  );
  return [
    ...faults,
    mixture('old page, new chunks', newFolder, DIST, ['index.html']),
    mixture('old page and worker, new chunks', newFolder, DIST, ['index.html', 'version.json', 'sw.js']),
    mixture('new page, old chunks', DIST, newFolder, ['index.html', 'version.json', 'sw.js', `sw-${NEW_VERSION}.js`]),
    mixture('new page, old chunks and worker', DIST, newFolder, ['index.html']),
  ];
}

const mixture = (name: string, folder: string, otherFolder: string, others: string[]): Scenario => ({
  name,
  async setUp(host) {
    host.folder = folder;
    for (const file of others) host.replacements.set(file, await readFile(join(otherFolder, file), 'utf8'));
  },
});

/** The host has everything whole: the new version, or the present one. */
function heal(host: StaticHost, folder: string): void {
  host.faults.clear();
  host.replacements.clear();
  host.folder = folder;
}

const versionOfPage = (page: Page) =>
  page.evaluate(() => document.querySelector<HTMLElement>('script[data-version]')?.dataset.version);

/** Makes the app look for a new version, as it does when it is shown again. */
const look = () => void dispatchEvent(new Event('pageshow'));

const isControlled = () => navigator.serviceWorker.controller !== null;

/** Writes a profile in which the present version is installed and has logged one wake-up. */
async function installPresentVersion(host: StaticHost, profile: string): Promise<void> {
  heal(host, DIST);
  const browser = await KillableBrowser.launch(profile);
  const tonight = new TonightPage(browser.page);
  await browser.page.goto(host.url);
  await tonight.ready();
  await expect.poll(() => browser.page.evaluate(isControlled)).toBe(true);
  await browser.page.reload();
  await tonight.ready();
  await logWakeUp(tonight);
  await browser.kill();
}

/** Logs a wake-up and its end. A second tap counts only when the first one is two seconds old. */
async function logWakeUp(tonight: TonightPage): Promise<void> {
  await tonight.wokeButton().dispatchEvent('click');
  await tonight.clock.waitFor();
  await expect(async () => {
    await tonight.wayOut.dispatchEvent('click');
    await expect(tonight.clock).toHaveCount(0, { timeout: 500 });
  }).toPass();
}

/** That the child woke, and that it sleeps. */
const ENTRIES_OF_WAKE_UP = 2;

/** Two wake-ups within minutes are one incident, so their entries are counted. */
const countEntries = async (page: Page): Promise<number> =>
  (await readIncidents(page)).reduce((sum, { timeline }) => sum + timeline.length, 0);

/** Applies the new version, unless it has taken over at a start. */
async function updateTo(page: Page, version: string): Promise<void> {
  await expect(async () => {
    if ((await versionOfPage(page)) === version) return;
    await page.evaluate(look);
    await page.getByRole('button', { name: 'Update now' }).dispatchEvent('click', {}, { timeout: 3_000 });
    await expect.poll(() => versionOfPage(page).catch(() => ''), { timeout: 5_000 }).toBe(version);
  }).toPass({ timeout: 60_000 });
}

test(`${ROUNDS} updates from a bad host, each killed at a random moment: the app starts without a network, and a whole host heals it`, async () => {
  test.setTimeout(60_000 + ROUNDS * 40_000);
  const random = createRandom(SEED, 'night');
  print(`HOST_SEED=${SEED}`);
  const host = await new StaticHost().start();
  const folder = await mkdtemp(join(tmpdir(), 'infernalops-hosts-'));
  const installed = join(folder, 'installed');
  await installPresentVersion(host, installed);

  const scenarios = (await listScenarios())
    .map((scenario) => ({ scenario, order: random.next() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, ROUNDS);
  const lost: string[] = [];
  for (const [round, { scenario }] of scenarios.entries()) {
    const profile = join(folder, `round-${round}`);
    // The lock of a killed browser would keep the next one from starting with the copy.
    await cp(installed, profile, { recursive: true, filter: (path) => !basename(path).startsWith('Singleton') });
    const killedAfter = Math.round(random.next() * KILL_WITHIN_MS);
    try {
      await killDuringUpdate(host, profile, scenario, killedAfter);
      await startWithoutNetworkAndHeal(host, profile);
    } catch (error) {
      lost.push(`${scenario.name}, killed after ${killedAfter} ms: ${error}`);
      await host.stop().catch(() => {});
      await host.start();
    }
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  await host.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  print(`bad hosts: tried ${scenarios.length}, survived ${scenarios.length - lost.length}`);
  expect(lost).toEqual([]);
});

async function killDuringUpdate(host: StaticHost, profile: string, scenario: Scenario, after: number): Promise<void> {
  heal(host, DIST);
  await scenario.setUp(host);
  const browser = await KillableBrowser.launch(profile);
  try {
    browser.page.setDefaultTimeout(20_000);
    await browser.page.goto(host.url);
    await new TonightPage(browser.page).ready();
    await new Promise((resolve) => setTimeout(resolve, after));
  } finally {
    await browser.kill();
  }
}

async function startWithoutNetworkAndHeal(host: StaticHost, profile: string): Promise<void> {
  await host.stop();
  const browser = await KillableBrowser.launch(profile);
  try {
    const { page } = browser;
    // A start that is lost is counted; the test does not wait for it until its own time is over.
    page.setDefaultTimeout(20_000);
    const tonight = new TonightPage(page);
    await page.goto(host.url);
    await tonight.ready();
    expect(await countEntries(page), 'the log is whole').toBe(ENTRIES_OF_WAKE_UP);
    await logWakeUp(tonight);
    expect(await countEntries(page), 'the taps are logged').toBe(2 * ENTRIES_OF_WAKE_UP);

    heal(host, newFolder);
    await host.start();
    await updateTo(page, NEW_VERSION);
    await tonight.ready();
    expect(await countEntries(page), 'the log is whole after the update').toBe(2 * ENTRIES_OF_WAKE_UP);
  } finally {
    await browser.kill();
  }
}
