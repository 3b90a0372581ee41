import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { TonightPage } from './pages/tonight';
import { StaticHost } from './support/host';
import { setTime } from './support/setTime';
import { readStored } from './support/storedRows';
import { expect, test } from './support/test';

const VERSION_1_APP = fileURLToPath(new URL('./fixtures/version-1-app.tar.gz', import.meta.url));
const VERSION_2_APP = fileURLToPath(new URL('./fixtures/version-2-app.tar.gz', import.meta.url));
const VERSION_3_APP = fileURLToPath(new URL('./fixtures/version-3-app.tar.gz', import.meta.url));
const VERSION_4_APP = fileURLToPath(new URL('./fixtures/version-4-app.tar.gz', import.meta.url));
const PRESENT_APP = fileURLToPath(new URL('../dist/', import.meta.url));
const TABLES = ['household', 'children', 'caregivers', 'incidents', 'nights', 'runbooks', 'meta'];

/** The screens whose text must be the same before and after the update. */
const SCREENS = ['#/nights/2026-11-16', '#/nights/2026-11-16/post-mortem'];

let folder = '';
let host: StaticHost;
/** Serves the app of an older version. */
async function serveOlderApp(archive: string): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), 'infernalops-older-'));
  execFileSync('tar', ['-xzf', archive, '-C', folder]);
  host = new StaticHost();
  host.folder = folder;
  await host.start();
}
test.afterEach(async () => {
  await host.stop();
  await rm(folder, { recursive: true });
});

const setWallTime = (page: Page, time: string) => setTime(page, `2026-11-17T${time}+01:00`);

/** Waits until the service worker of the served version controls the page. */
const waitForController = () =>
  new Promise<void>((resolve) => {
    if (navigator.serviceWorker.controller) resolve();
    else navigator.serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true });
  });

/** Forgets the installed version, so that the next visit loads the one that the host serves. */
async function forgetApp(): Promise<void> {
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
  for (const name of await caches.keys()) await caches.delete(name);
}

/** Forgets the installed version, and opens the one in this folder. */
async function openWith(page: Page, app: string): Promise<void> {
  await page.evaluate(forgetApp);
  host.folder = app;
  await page.goto('about:blank');
  await page.goto(host.url);
}

/** The button is found by its text: the two versions have different CSS class names. */
const babyWokeButton = (page: Page) => page.getByRole('button', { name: 'Baby woke' });

/**
 * Logs a night in the app of version 1, with a skipped step, a change of runbook, a step that is
 * done, and an end.
 */
async function logNight(page: Page, tonight: TonightPage): Promise<void> {
  await setWallTime(page, '02:43:00');
  await babyWokeButton(page).tap();
  await expect(tonight.clock).toBeVisible();
  await setWallTime(page, '02:43:10');
  await tonight.button('Skip').tap();
  await expect(tonight.toast).toHaveText(/Skipped/);
  await setWallTime(page, '02:43:20');
  await tonight.button('More…').tap();
  await tonight.button('Another runbook').tap();
  await tonight.button(/^Double/).tap();
  await expect(tonight.toast).toHaveText(/Going by: Double/);
  await setWallTime(page, '02:43:40');
  await tonight.button('Done').tap();
  await expect(tonight.toast).toHaveText(/Done/);
  await setWallTime(page, '02:50:00');
  await tonight.button('Asleep again').tap();
  await expect(tonight.title).toHaveText('Recovered in 7 min');
}

/** The ids of the steps of the standard runbook; empty if it is not written yet. */
const standardSteps = async (page: Page): Promise<string[]> =>
  (await readStored<{ id: string; steps: { id: string }[] }>(page, 'runbooks'))
    .filter(({ id }) => id === 'standard')
    .flatMap(({ steps }) => steps.map(({ id }) => id));

/**
 * Returns what the screens say, figure by figure and line by line. The screens stand otherwise than
 * in version 1, but say the same.
 */
async function screensOf(page: Page): Promise<string[]> {
  const texts: string[] = [];
  for (const screen of SCREENS) {
    await page.goto(`${host.url}${screen}`);
    await expect(page.getByRole('main')).toContainText(/7\smin/);
    texts.push(
      ...(await page.getByRole('main').evaluate((main) => {
        for (const drawn of main.querySelectorAll('[aria-hidden]')) drawn.remove();
        return [...main.querySelectorAll('dd, time, article li, article p, li > button, li > a')].map(
          ({ textContent }) => textContent ?? '',
        );
      })),
    );
  }
  return texts.sort();
}

/**
 * Returns the tables of the dashboard, by card. Its cards stand elsewhere and say more than in
 * version 1, but their figures must be the same.
 */
async function dashboardTables(page: Page): Promise<Record<string, string[][]>> {
  await page.goto(`${host.url}#/dashboard`);
  await page.locator('[data-card="debt"]').waitFor();
  // The dashboard draws its tables after its charts.
  await expect(page.locator('table:not(:has(tbody tr))')).toHaveCount(0);
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('[data-card]:has(table)')].map((card) => [
        card.dataset.card ?? '',
        [...card.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
      ]),
    ),
  );
}

async function readTables(page: Page): Promise<Record<string, object[]>> {
  const tables: Record<string, object[]> = {};
  for (const table of TABLES) tables[table] = await readStored(page, table);
  return tables;
}

/** IndexedDB stores Dexie's version times ten: 10 is version 1, 50 is version 5. */
const versionOnDisk = (page: Page) =>
  page.evaluate(async () => (await indexedDB.databases()).find(({ name }) => name === 'infernalops')?.version);

interface StoredEntry {
  kind: string;
  text?: string;
}
const readEntries = async (page: Page): Promise<StoredEntry[]> =>
  (await readStored<{ id: string; timeline: StoredEntry[] }>(page, 'incidents')).flatMap(({ timeline }) => timeline);

test('an update migrates a log of the version 1 app, and that app then reads it and writes nothing', async ({
  page,
}) => {
  await serveOlderApp(VERSION_1_APP);
  const tonight = new TonightPage(page);
  await setWallTime(page, '02:40:00');
  await page.goto(host.url);
  await tonight.ready();
  await page.evaluate(waitForController);
  await logNight(page, tonight);
  await setWallTime(page, '09:00:00');
  const textsBefore = await screensOf(page);
  const figuresBefore = await dashboardTables(page);
  expect(Object.keys(figuresBefore).length).toBeGreaterThan(5);
  expect(textsBefore.join('\n')).toContain('✓ Contain it');
  expect(await versionOnDisk(page)).toBe(10);
  // Version 1 stored two answered steps and one chosen runbook as notes.
  expect((await readEntries(page)).filter(({ kind }) => kind === 'note')).toHaveLength(3);

  // The present build is installed like any update.
  host.folder = PRESENT_APP;
  await page.goto(host.url);
  await tonight.ready();
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  const reloaded = page.waitForEvent('load');
  await tonight.button('Update now').tap();
  await reloaded;
  await tonight.ready();
  expect(await versionOnDisk(page)).toBe(50);
  expect((await readEntries(page)).map(({ kind }) => kind)).toEqual([
    'detected',
    'step',
    'runbookChosen',
    'step',
    'resolved',
  ]);
  expect(await screensOf(page)).toEqual(textsBefore);
  const figures = await dashboardTables(page);
  for (const [card, rowsBefore] of Object.entries(figuresBefore)) {
    // A table may have got another column at its end.
    const columns = rowsBefore[0]?.length ?? 0;
    expect(
      figures[card]?.map((row) => row.slice(0, columns)),
      card,
    ).toEqual(rowsBefore);
  }

  // The host serves the version 1 app again, as after a rollback.
  const tablesBefore = await readTables(page);
  host.folder = folder;
  await page.evaluate(forgetApp);
  await page.goto('about:blank');
  await page.goto(host.url);
  await tonight.ready();
  await expect(page.getByText('A newer version of the app wrote this log.')).toBeVisible();
  await babyWokeButton(page).tap();
  await expect(page.getByRole('alert').filter({ hasText: 'A newer version' }).first()).toBeVisible();
  await expect(tonight.clock).toHaveCount(0);
  await page.goto(`${host.url}#/nights`);
  await expect(page.getByRole('main')).toBeVisible();
  expect(await readTables(page)).toEqual(tablesBefore);
  expect(await versionOnDisk(page)).toBe(50);

  // The present build writes the tap that the version 1 app could not write.
  await openWith(page, PRESENT_APP);
  await tonight.ready();
  await expect(tonight.clock).toBeVisible();
  expect((await readEntries(page)).filter(({ kind }) => kind === 'detected')).toHaveLength(2);
});

test('an update migrates a log of the version 2 app, and that app then reads it and writes nothing', async ({
  page,
}) => {
  await serveOlderApp(VERSION_2_APP);
  const tonight = new TonightPage(page);
  await setWallTime(page, '02:43:00');
  await page.goto(host.url);
  // That app lost one tap in thirty that came while it was replacing its shell.
  await tonight.ready();
  await babyWokeButton(page).tap();
  await expect(tonight.clock).toBeVisible();
  // The app writes the original runbooks once it has started.
  await expect.poll(() => standardSteps(page)).toEqual(['grace', 'wakeOnCall', 'wakeBackup', 'ourBed', 'feed']);
  await page.evaluate(waitForController);
  expect(await versionOnDisk(page)).toBe(20);

  await openWith(page, PRESENT_APP);
  await tonight.ready();
  await expect(tonight.clock).toBeVisible();
  expect(await versionOnDisk(page)).toBe(50);
  expect(await standardSteps(page)).toEqual(['grace', 'wakeOnCall', 'wakeBackup', 'look', 'cuddle', 'feed']);

  // The host serves the version 2 app again, as after a rollback.
  const tablesBefore = await readTables(page);
  // A worker that is still being registered would not be forgotten, and would answer again.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await openWith(page, folder);
  await expect(tonight.clock).toBeVisible();
  // On Tonight, one line has to do during an incident; any other screen says it in full.
  await page.goto(`${host.url}#/nights`);
  await expect(page.getByRole('alert').filter({ hasText: 'A newer version of the app wrote this log.' })).toBeVisible();
  expect(await readTables(page)).toEqual(tablesBefore);
  expect(await versionOnDisk(page)).toBe(50);
});

for (const { version, app } of [
  { version: 3, app: VERSION_3_APP },
  { version: 4, app: VERSION_4_APP },
])
  test(`an update migrates a log of the version ${version} app, and that app then reads it and writes nothing`, async ({
    page,
  }) => {
    await serveOlderApp(app);
    const tonight = new TonightPage(page);
    await setWallTime(page, '02:43:00');
    await page.goto(host.url);
    await tonight.ready();
    await babyWokeButton(page).tap();
    await expect(tonight.clock).toBeVisible();
    await page.evaluate(waitForController);
    expect(await versionOnDisk(page)).toBe(10 * version);
    const { meta: _metaBefore, ...tablesBefore } = await readTables(page);

    await openWith(page, PRESENT_APP);
    await tonight.ready();
    await expect(tonight.clock).toBeVisible();
    expect(await versionOnDisk(page)).toBe(50);
    const tablesAfter = await readTables(page);
    expect(tablesAfter).toMatchObject(tablesBefore);

    // The host serves the older app again, as after a rollback.
    // A worker that is still being registered would not be forgotten, and would answer again.
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await openWith(page, folder);
    await expect(tonight.clock).toBeVisible();
    await page.goto(`${host.url}#/nights`);
    await expect(
      page.getByRole('alert').filter({ hasText: 'A newer version of the app wrote this log.' }),
    ).toBeVisible();
    expect(await readTables(page)).toEqual(tablesAfter);
    expect(await versionOnDisk(page)).toBe(50);
  });
