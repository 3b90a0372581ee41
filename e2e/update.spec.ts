import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TonightPage } from './pages/tonight';
import { StaticHost } from './support/host';
import { expect, test } from './support/test';
import { writeVersion } from './support/versions';

let newVersion = '';
test.beforeAll(async () => {
  newVersion = await mkdtemp(join(tmpdir(), 'infernalops-update-'));
  await writeVersion(newVersion, 'aaaa0000002');
});
test.afterAll(() => rm(newVersion, { recursive: true }));

/** Makes the app look for a new version, as it does when it is shown again. */
const look = () => void dispatchEvent(new Event('pageshow'));

/** Waits until the service worker controls the page. The next load then finds a waiting version. */
const waitForController = () =>
  new Promise<void>((resolve) => {
    if (navigator.serviceWorker.controller) resolve();
    else navigator.serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true });
  });

const hasWaitingVersion = async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  return registration?.waiting != null;
};

test('an update that arrives during an incident waits, and is applied only when asked', async ({ page }) => {
  const host = await new StaticHost().start();
  const tonight = new TonightPage(page);
  await page.goto(host.url);
  await tonight.ready();
  await page.evaluate(waitForController);

  await tonight.wokeButton().tap();
  await expect(tonight.clock).toBeVisible();
  await page.evaluate(() => {
    document.title = 'not reloaded';
    (window as { marked?: boolean }).marked = true;
  });
  host.folder = newVersion;
  await page.evaluate(look);
  await expect.poll(() => page.evaluate(hasWaitingVersion)).toBe(true);

  // While the child is awake, the app neither offers the update nor reloads.
  await expect(page.getByText('A new version is ready.')).toHaveCount(0);
  await expect(tonight.clock).toBeVisible();

  await page.clock.install();
  await page.clock.fastForward('00:05');
  await tonight.asleepAgainButton.tap();
  await expect(page.getByText('A new version is ready.')).toBeVisible();
  expect(await page.evaluate(() => (window as { marked?: boolean }).marked)).toBe(true);

  const reloaded = page.waitForEvent('load');
  await tonight.button('Update now').tap();
  await reloaded;
  await tonight.ready();
  expect(await page.evaluate(hasWaitingVersion)).toBe(false);
  await expect(page.getByText('A new version is ready.')).toHaveCount(0);
  await host.stop();
});

test('a window that did not apply the update shows a message and does not reload', async ({ page, context }) => {
  const host = await new StaticHost().start();
  await page.goto(host.url);
  const tonight = new TonightPage(page);
  await tonight.ready();
  await page.evaluate(waitForController);
  const other = await context.newPage();
  await other.goto(host.url);
  await new TonightPage(other).ready();
  await other.evaluate(() => {
    (window as { marked?: boolean }).marked = true;
  });

  host.folder = newVersion;
  await page.evaluate(look);
  await tonight.button('Update now').tap();

  await expect(other.getByText('Updated in another window.')).toBeVisible();
  expect(await other.evaluate(() => (window as { marked?: boolean }).marked)).toBe(true);
  await host.stop();
});
