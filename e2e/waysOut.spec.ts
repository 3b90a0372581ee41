import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { parseBackup } from '@/domain/backup';
import { TonightPage } from './pages/tonight';
import { DIST, StaticHost } from './support/host';
import { readIncidents } from './support/storedRows';
import { expect, test } from './support/test';
import { type EditFile, writeVersion } from './support/versions';

/* Versions that are whole and do not start, and what the shell offers then. */

const OLD_RELEASE = fileURLToPath(new URL('./fixtures/version-1-app.tar.gz', import.meta.url));
const VERSIONS = { throwing: 'cccc0000002', hanging: 'cccc0000003', breakable: 'cccc0000004', whole: 'cccc0000005' };

const inEntry =
  (code: string): EditFile =>
  (file, text) =>
    /^assets\/index-.*\.js$/.test(file) ? `${code}\n${text}` : text;

let folder = '';
let present = '';
const folderOf = (version: keyof typeof VERSIONS) => join(folder, version);
test.beforeAll(async () => {
  present = JSON.parse(await readFile(join(DIST, 'version.json'), 'utf8')).version;
  folder = await mkdtemp(join(tmpdir(), 'infernalops-ways-out-'));
  await writeVersion(folderOf('throwing'), VERSIONS.throwing, inEntry("throw new Error('broken');"));
  await writeVersion(folderOf('hanging'), VERSIONS.hanging, (file, text) =>
    /^assets\/index-.*\.js$/.test(file) ? 'await new Promise(() => {});' : text,
  );
  const breakable = inEntry("if (localStorage.getItem('broken')) throw new Error('broken');");
  await writeVersion(folderOf('breakable'), VERSIONS.breakable, breakable);
  await writeVersion(folderOf('whole'), VERSIONS.whole);
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

let host: StaticHost;
let context: BrowserContext;
let page: Page;
let tonight: TonightPage;
let loads = 0;
test.beforeEach(async ({ browser }) => {
  host = await new StaticHost().start();
  await openPage(browser);
});
test.afterEach(async () => {
  await context.close();
  await host.stop();
});

/** In a context of its own: the app throws errors here, which the fixture would report. */
async function openPage(browser: Browser, locale = 'en-GB'): Promise<void> {
  context = await browser.newContext({ locale, acceptDownloads: true });
  page = await context.newPage();
  tonight = new TonightPage(page);
  page.on('load', () => {
    loads += 1;
  });
  // Day, so that the banner is shown; the time runs on.
  await page.clock.install({ time: new Date('2026-11-17T10:00:00+01:00') });
}

/** Waits until a page of this version is loaded, also across reloads. */
const expectVersion = (version: string) =>
  expect(page.locator('script[src="early.js"]')).toHaveAttribute('data-version', version);
/**
 * Waits until the page was loaded twice after a step: the new version did not start, and the page
 * has loaded itself again.
 */
async function expectHandedBack(step: () => Promise<unknown>): Promise<void> {
  const before = loads;
  await step();
  await expect.poll(() => loads - before).toBe(2);
  await tonight.ready();
}

const isControlled = () => navigator.serviceWorker.controller !== null;
const look = () => void dispatchEvent(new Event('pageshow'));

const waysOut = () => page.getByRole('alert').getByRole('button');
const wayOut = (name: string) => page.getByRole('alert').getByRole('button', { name });

/** Opens the present version, logs a wake-up of ten minutes, and starts it once more. */
async function logWithPresentVersion(): Promise<void> {
  await page.goto(host.url);
  await tonight.ready();
  await expect.poll(() => page.evaluate(isControlled)).toBe(true);
  await tonight.wokeButton().tap();
  await tonight.clock.waitFor();
  await page.clock.fastForward('10:00');
  await tonight.asleepAgainButton.tap();
  await expect(tonight.clock).toHaveCount(0);
  await page.reload();
  await tonight.ready();
}

/** Publishes a version and applies it by the app's banner. */
async function update(version: keyof typeof VERSIONS): Promise<void> {
  host.folder = folderOf(version);
  await page.evaluate(look);
  await tonight.button('Update now').tap();
}

test('a new version that throws at its start is handed back with the log whole, says so, and is healed by the next one', async () => {
  await logWithPresentVersion();
  await update('throwing');
  await expect(page.getByText('The new version did not start. This is the one before.')).toBeVisible();
  await expectVersion(present);
  expect(await readIncidents(page)).toHaveLength(1);

  // It is not offered again, neither now nor at the next start without a network.
  await host.stop();
  await page.reload();
  await tonight.ready();
  await expectVersion(present);
  await tonight.wokeButton().tap();
  await tonight.clock.waitFor();
  await expect(page.getByText('The new version did not start.')).toHaveCount(0);
  await page.clock.fastForward('10:00');
  await tonight.asleepAgainButton.tap();
  await expect(tonight.clock).toHaveCount(0);
  await host.start();
  await page.evaluate(look);

  // Trying it again ends in the same place.
  await expectHandedBack(() => tonight.button('Try it again').tap());
  await expectVersion(present);
  await expect(page.getByText('The new version did not start.')).toBeVisible();

  await update('whole');
  await expectVersion(VERSIONS.whole);
  await tonight.ready();
  await expect(page.getByText('The new version did not start.')).toHaveCount(0);
  // Two wake-ups within minutes are one incident: woke, asleep, woke again, asleep.
  expect((await readIncidents(page)).map(({ timeline }) => timeline.length)).toEqual([4]);
});

test('a new version that hangs is handed back after two starts that were given up', async () => {
  await logWithPresentVersion();
  await update('hanging');
  await expectVersion(VERSIONS.hanging);
  for (const version of [VERSIONS.hanging, present]) {
    await page.goto('about:blank');
    await page.goto(host.url);
    await expectVersion(version);
  }
  await tonight.ready();
  expect(await readIncidents(page)).toHaveLength(1);
});

test('a new version that hangs is handed back when somebody waits for it', async () => {
  await logWithPresentVersion();
  await update('hanging');
  await expectVersion(VERSIONS.hanging);
  // A tap on the shell of the version that hangs is logged by the one before.
  await page.getByRole('button', { name: 'Baby woke' }).tap();
  await expect(page.getByText('Noted at')).toBeVisible();
  await page.clock.runFor('00:16');
  await expectVersion(present);
  await tonight.ready();
  await expect(tonight.clock).toBeVisible();
});

test('a version that worked and fails later offers the three ways out, and a tap on the shell is kept', async () => {
  await logWithPresentVersion();
  await update('breakable');
  await expectVersion(VERSIONS.breakable);
  await tonight.ready();
  await page.evaluate(() => localStorage.setItem('broken', 'yes'));
  await host.stop();

  await page.reload();
  await expect(waysOut()).toHaveText(['Reload', 'Go back a version', 'Save the log']);
  for (const way of await waysOut().all()) expect((await way.boundingBox())?.height).toBeGreaterThanOrEqual(64);
  await page.getByRole('button', { name: /woke/ }).tap();
  await expect(page.getByText('Noted at')).toBeVisible();

  const downloaded = page.waitForEvent('download');
  await wayOut('Save the log').tap();
  const text = await readFile(await (await downloaded).path(), 'utf8');
  const backup = parseBackup(text);
  expect(backup.ok && backup.backup.log.incidents).toHaveLength(1);
  await expect(page.getByText('Log saved.')).toBeVisible();

  const reloaded = page.waitForEvent('load');
  await wayOut('Reload').tap();
  await reloaded;
  await expect(waysOut()).toHaveCount(3);

  await wayOut('Go back a version').tap();
  await tonight.ready();
  await expectVersion(present);
  await expect(tonight.clock).toBeVisible();
  const entries = (await readIncidents(page)).flatMap(({ timeline }) => timeline.map(({ kind }) => kind));
  expect(entries.filter((kind) => kind === 'detected' || kind === 'reopened')).toHaveLength(2);
});

test('a new version that does not start is handed back to a release that knew nothing of this, and is healed', async () => {
  const old = join(folder, 'old release');
  await mkdir(old);
  execFileSync('tar', ['-xzf', OLD_RELEASE, '-C', old]);
  host.folder = old;
  await page.goto(host.url);
  await tonight.ready();
  await expect.poll(() => page.evaluate(isControlled)).toBe(true);
  await page.getByRole('button', { name: 'Baby woke' }).tap();
  await tonight.clock.waitFor();
  await page.clock.fastForward('10:00');
  await tonight.asleepAgainButton.tap();

  const updateAsBefore = async (version: keyof typeof VERSIONS) => {
    host.folder = folderOf(version);
    await page.evaluate(updateWorker);
    await tonight.button('Update now').tap();
  };
  await expectHandedBack(() => updateAsBefore('throwing'));
  // The old release has no version in its page.
  await expect(page.locator('script[src="early.js"]:not([data-version])')).toBeAttached();
  expect(await readIncidents(page)).toHaveLength(1);
  await updateAsBefore('whole');
  await expectVersion(VERSIONS.whole);
  await tonight.ready();
  expect(await readIncidents(page)).toHaveLength(1);

  // The worker is registered once more under the name of its version, which is no update.
  await expect.poll(workerScripts).toEqual(['sw.js', `sw-${VERSIONS.whole}.js`]);
  await page.clock.runFor('00:30');
  await expect(page.getByText('A new version is ready.')).toHaveCount(0);
  await page.goto('about:blank');
  await page.goto(host.url);
  await tonight.ready();
  await expectVersion(VERSIONS.whole);
});

test('a first version that does not start says so in French, with nothing to go back to or to save', async ({
  browser,
}) => {
  await context.close();
  await openPage(browser, 'fr-FR');
  host.folder = folderOf('throwing');
  await page.goto(host.url);
  await page.clock.runFor('00:02');
  await expect(page.getByText(/^L’app n’a pas démarré\./)).toBeVisible();
  await expect(waysOut()).toHaveText(['Recharger', 'Sauvegarder le journal']);
  await wayOut('Sauvegarder le journal').tap();
  await expect(page.getByText('Pas de journal sur cet appareil : rien à sauvegarder.')).toBeVisible();
});

test('at a first visit, a script that is missing has the ways out, and a missing style sheet stops nothing', async () => {
  const index = await readFile(join(DIST, 'index.html'), 'utf8');
  host.faults.set(/data-app="\.\/(assets\/[^"]+\.js)"/.exec(index)?.[1] ?? '', '404');
  await page.goto(host.url);
  await expect(waysOut()).toHaveText(['Reload', 'Save the log']);

  host.faults.clear();
  host.faults.set(/href="\.\/(assets\/[^"]+\.css)"/.exec(index)?.[1] ?? '', '404');
  await wayOut('Reload').tap();
  await tonight.ready();
  await tonight.wokeButton().tap();
  await expect(tonight.clock).toBeVisible();
});

/** The scripts of the active and of the waiting worker. */
const workerScripts = () =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return [registration?.active, registration?.waiting].map((worker) => worker?.scriptURL.split('/').at(-1));
  });

/** The browser looks for the worker's script by itself, too, and takes nothing for a worker. */
const updateWorker = async () => void (await navigator.serviceWorker.getRegistration())?.update();

/** A page waits as long as this for the answer of a worker. */
const ANSWER_WAIT = '00:11';

test('a worker that does nothing is replaced at once by the copy of the worker under its other name', async () => {
  await logWithPresentVersion();
  const own = `sw-${present}.js`;
  await expect.poll(workerScripts).toEqual([own, undefined]);
  host.faults.set(own, 'empty');
  await page.evaluate(updateWorker);
  await expect.poll(workerScripts).toEqual([own, 'sw.js']);
  await expect(page.getByText('A new version is ready.')).toHaveCount(0);

  await host.stop();
  await page.goto('about:blank');
  await page.goto(host.url);
  await tonight.ready();
  expect(await readIncidents(page)).toHaveLength(1);
});

test('a worker that does nothing is never offered, and is replaced when the host is whole again', async () => {
  await logWithPresentVersion();
  const own = `sw-${present}.js`;
  host.faults.set(own, 'empty');
  host.faults.set('sw.js', 'empty');
  await page.evaluate(updateWorker);
  await expect.poll(workerScripts).toEqual([own, own]);
  await page.clock.runFor(ANSWER_WAIT);
  await expect(page.getByText('A new version is ready.')).toHaveCount(0);
  // It takes over at the next start, and the page comes from the network.
  await page.goto('about:blank');
  await page.goto(host.url);
  await tonight.ready();
  expect(await readIncidents(page)).toHaveLength(1);

  host.faults.clear();
  // The answer that does not come is waited for, then the host is asked again.
  await expect
    .poll(async () => {
      await page.clock.runFor('00:31');
      return page.evaluate(doAllWorkersAnswer);
    })
    .toBe(true);
  await host.stop();
  await page.reload();
  await tonight.ready();
  expect(await readIncidents(page)).toHaveLength(1);
});

/** Whether all workers of the page are whole ones: they answer. */
const doAllWorkersAnswer = async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  const workers = [registration?.active, registration?.waiting].filter((worker) => worker != null);
  const answers = workers.map((worker) => {
    const { port1, port2 } = new MessageChannel();
    worker.postMessage({ type: 'WHO', version: '' }, [port2]);
    const answer = new Promise<boolean>((resolve) => {
      port1.onmessage = () => resolve(true);
    });
    // A worker that does nothing is slower than the host, whatever the clock of the test says.
    return Promise.race([
      answer,
      fetch('version.json')
        .then(() => fetch('version.json'))
        .then(() => false),
    ]);
  });
  return answers.length > 0 && (await Promise.all(answers)).every(Boolean);
};
