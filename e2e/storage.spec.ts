import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { HouseholdPage } from './pages/household';
import { TonightPage } from './pages/tonight';
import { makeLogFail, makeLogWork } from './support/failingLog';
import { KillableBrowser } from './support/killable';
import { readIncidents } from './support/storedRows';
import { expect, test } from './support/test';

const WAKE_UP = new Date('2026-11-17T02:43:10+01:00');
const MORNING = new Date('2026-11-17T10:00:00+01:00');

const GONE = /The log that was here is gone\. It was last seen on Tue\s17\sNov at \d\d:\d\d\./;

/** Logs a wake-up from 02:43 to 03:03. */
async function logWakeUp(page: Page): Promise<TonightPage> {
  await page.clock.install({ time: WAKE_UP });
  const tonight = new TonightPage(page);
  await tonight.open();
  await tonight.wokeButton().tap();
  await tonight.clock.waitFor();
  await page.clock.fastForward('20:00');
  await tonight.asleepAgainButton.tap();
  await expect(tonight.title).toHaveText(/Recovered/);
  // The witness is noted after the last change.
  await expect.poll(() => witness(page)).toMatchObject({ incidentCount: 1 });
  return tonight;
}

const witness = (page: Page) => page.evaluate(() => JSON.parse(localStorage.getItem('infernalops.witness') ?? '{}'));

const deleteLog = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('infernalops');
        deleting.onsuccess = () => resolve();
        deleting.onerror = () => reject(deleting.error);
      }),
  );

const storageScreen = async (page: Page) => {
  await page.getByRole('link', { name: 'What can be done' }).tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The log');
};

test('a log that another tab deletes is said to be deleted, then gone since when, and the backup is restored there', async ({
  page,
  context,
}) => {
  const tonight = await logWakeUp(page);
  await page.clock.setSystemTime(MORNING);
  const backup = await readFile(await (await new HouseholdPage(page).saveBackup()).path());

  const other = await context.newPage();
  await other.goto('/robots.txt');
  await deleteLog(other);
  await expect(page.getByRole('alert')).toContainText('The log was deleted while this window was open.');
  await expect(page.getByText('A newer version')).toHaveCount(0);

  await page.goto('/');
  await page.reload();
  await tonight.ready();
  await expect(page.getByRole('alert')).toContainText(GONE);
  // The names are known, and the night can go on.
  await expect(tonight.wokeButton()).toBeVisible();
  await storageScreen(page);
  const picker = page.locator('input[type=file]');
  await picker.setInputFiles({ name: 'backup.json', mimeType: 'application/json', buffer: backup });
  await page.getByRole('dialog').getByRole('button', { name: 'Replace the log' }).tap();
  await expect(tonight.toast).toHaveText(/^Restored/);
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(await readIncidents(page)).toHaveLength(1);

  // From here on this is the log, and nothing is missing.
  await expect.poll(() => witness(page)).toMatchObject({ incidentCount: 1 });
  await page.reload();
  await tonight.ready();
  await expect(page.getByText('The log is here, and takes what is logged.')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('site data that are cleared while the app is open do not become an empty log in silence', async ({ page }) => {
  const tonight = await logWakeUp(page);
  await page.clock.setSystemTime(MORNING);
  await page.reload();
  await tonight.ready();
  const session = await page.context().newCDPSession(page);
  const origin = new URL(page.url()).origin;
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  // Usually the browser tells the app, whose button is then gone. If it does not, a tap finds out.
  await tonight
    .wokeButton()
    .tap({ timeout: 2000 })
    .catch(() => {});
  await expect(page.getByRole('alert')).toContainText(/deleted while this window was open|stopped answering/);
  await page.reload();
  await tonight.ready();
  await expect(page.getByRole('alert')).toContainText(GONE);
});

test('a log that the user has erased is not said to be gone', async ({ page }) => {
  const tonight = await logWakeUp(page);
  await page.clock.setSystemTime(MORNING);
  await new HouseholdPage(page).open('erase');
  await tonight.button('Erase it all').tap();
  await expect(tonight.toast).toHaveText(/^Erased/);
  await expect.poll(() => witness(page)).toMatchObject({ incidentCount: 0 });
  await page.goto('/');
  await page.reload();
  await tonight.ready();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

/** Lets the seconds pass in which the app waits for a log that does not answer. */
const passWait = (page: Page, shown: Locator) =>
  expect
    .poll(async () => {
      await page.clock.runFor('00:01');
      return shown.isVisible();
    })
    .toBe(true);

for (const how of ['cannotOpen', 'hangs'] as const) {
  test(`a log that ${how === 'hangs' ? 'never answers' : 'does not open'}: the button works at once, and the night belongs to the log when it opens again`, async ({
    page,
  }) => {
    const tonight = await logWakeUp(page);
    await makeLogFail(page, how);
    await page.clock.fastForward('59:00');
    await page.reload();
    await passWait(page, tonight.tabs);
    await expect(page.getByRole('alert')).toContainText('The log does not open. The night goes on without it.');
    await tonight.wokeButton().tap();
    await expect(tonight.wayOut).toBeVisible();
    await expect(page.getByRole('alert')).toContainText('Your taps are kept on this device.');
    // The same after a reload while it still does not open.
    await page.reload();
    await passWait(page, tonight.wayOut);

    await makeLogWork(page);
    await page.reload();
    await expect(tonight.wayOut).toBeVisible();
    await expect(page.getByText(/^Written now/)).toBeVisible();
    expect(await readIncidents(page)).toHaveLength(2);
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
}

test('a log that does not open is left for a second one, a backup is restored there, and both are joined when it opens again', async ({
  page,
}) => {
  const tonight = await logWakeUp(page);
  await page.clock.setSystemTime(MORNING);
  const backup = await readFile(await (await new HouseholdPage(page).saveBackup()).path());
  const restore = async () => {
    await page.locator('input[type=file]').setInputFiles({
      name: 'backup.json',
      mimeType: 'application/json',
      buffer: backup,
    });
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^(Merge it|Replace the log)$/ })
      .tap();
    await expect(page.getByText(/^Restored/)).toBeVisible();
  };

  await makeLogFail(page, 'cannotOpen');
  await page.goto('/');
  await page.reload();
  await tonight.ready();
  await tonight.wokeButton().tap();
  await expect(tonight.wayOut).toBeVisible();
  // On Tonight, one line has to do while the child is awake.
  await expect(page.getByRole('alert')).toHaveText('Your taps are kept on this device.');
  await page.goto('/#/household');
  await storageScreen(page);
  await tonight.button('Save what can be read').tap();
  await expect(page.getByText('Nothing of it can be read.')).toBeVisible();
  await tonight.button('Go on in a new log').tap();
  await expect(page.getByText('This is a second log. The first one did not open.').first()).toBeVisible();
  await page.goto('/#/');
  await expect(tonight.wayOut).toBeVisible();

  // A restore works in the second log.
  await storageScreen(page);
  await restore();
  await page.goto('/#/nights');
  await expect(page.getByRole('link', { name: /1 wake-up/ })).toBeVisible();

  await makeLogWork(page);
  await page.reload();
  await expect(page.getByText('The first log opens again.').first()).toBeVisible();
  await storageScreen(page);
  await tonight.button('Join both logs').tap();
  await expect(page.getByText('The log is here, and takes what is logged.')).toBeVisible();
  expect(await readIncidents(page)).toHaveLength(2);
  await page.goto('/#/');
  await expect(tonight.wayOut).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a storage that is really full: the reserve keeps the taps of the night, and a kill loses none of them', async ({
  baseURL,
}) => {
  const profile = await mkdtemp(join(tmpdir(), 'infernalops-full-'));
  const first = await KillableBrowser.launch(profile);
  await first.page.goto(baseURL ?? '');
  await new TonightPage(first.page).ready();
  await expect.poll(() => reserveCount(first.page)).toBe(1);
  // While the worker still stores the app's files, the usage grows.
  await first.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const used = await first.page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  await first.kill();

  const startFull = async (quotaSize: number) => {
    const browser = await KillableBrowser.launch(profile);
    // The quota must be set before the first write: the browser asks for it only now and then.
    const session = await browser.page.context().newCDPSession(browser.page);
    await session.send('Storage.overrideQuotaForOrigin', { origin: `${baseURL}/`, quotaSize });
    await browser.page.goto(baseURL ?? '');
    const tonight = new TonightPage(browser.page);
    await tonight.ready();
    return { browser, tonight };
  };

  // Less than is used: the log takes nothing. What the reserve leaves is enough for what is kept.
  const full = await startFull(used - 128 * 1024);
  await full.tonight.wokeButton().click();
  await expect(full.tonight.wayOut).toBeVisible();
  const alert = full.browser.page.getByRole('alert');
  await expect(alert).toHaveText('Your taps are kept on this device.');
  expect(await reserveCount(full.browser.page)).toBe(0);
  await full.browser.kill();

  // Nothing is left, not even the reserve: what the last night kept is there.
  const stillFull = await startFull(1);
  await expect(stillFull.tonight.wayOut).toBeVisible();
  await stillFull.tonight.wayOut.click();
  await expect(stillFull.tonight.wayOut).toHaveCount(0);
  // This tap is in memory and in localStorage, which is not on disk yet.
  await expect(stillFull.browser.page.getByRole('alert')).toHaveText(
    'The storage is full: free some space when you can. Not on disk yet: keep this window open.',
  );
  await stillFull.browser.kill();
  await rm(profile, { recursive: true, force: true });
});

function reserveCount(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { storageBuckets } = navigator as unknown as {
      storageBuckets: { open(name: string): Promise<{ indexedDB: IDBFactory }> };
    };
    const { indexedDB: factory } = await storageBuckets.open('infernalops');
    return new Promise<number>((resolve, reject) => {
      const opening = factory.open('infernalops-side');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const counting = opening.result.transaction('reserve').objectStore('reserve').count();
        counting.onsuccess = () => {
          opening.result.close();
          resolve(counting.result);
        };
      };
    });
  });
}
