import { TonightPage } from './pages/tonight';
import { readIncidents } from './support/storedRows';
import { expect, test } from './support/test';
import { waitForWorker } from './support/waitForWorker';

/** Opens the app and waits until the service worker controls the page. */
async function finishFirstVisit(tonight: TonightPage): Promise<void> {
  await tonight.open();
  await waitForWorker(tonight.page);
}

test('from the second start on, a reload, a new tab, a tap and the morning need no network', async ({
  page,
  context,
}) => {
  await page.clock.install({ time: new Date('2026-11-17T02:43:10+01:00') });
  const tonight = new TonightPage(page);
  await finishFirstVisit(tonight);
  await context.setOffline(true);

  await page.reload();
  await tonight.ready();
  await tonight.wokeButton().tap();
  await expect(tonight.toast).toHaveText(/Baby woke/);

  const newTab = await context.newPage();
  await newTab.clock.install({ time: new Date('2026-11-17T03:00:10+01:00') });
  const second = new TonightPage(newTab);
  await second.open('?from=somewhere');
  await expect(second.clock).toHaveText(/17:0\d/);
  await second.asleepAgainButton.tap();
  await expect(second.title).toHaveText('Recovered in 17 min');

  await newTab.clock.setSystemTime(new Date('2026-11-17T07:10:00+01:00'));
  await newTab.reload();
  await second.ready();
  await second.button('Good morning').tap();
  await expect(second.title).toHaveText('Night closed');
  await second.closeToast();
  await second.tab('Nights').tap();
  await expect(newTab.getByRole('link', { name: /17 min/ })).toBeVisible();
  await second.tab('Household').tap();
  await expect(newTab.getByRole('heading', { level: 1 })).toHaveText('Household');
  await newTab.getByRole('link', { name: /^Runbooks/ }).tap();
  await newTab.getByRole('link', { name: /^Standard incident/ }).tap();
  await expect(newTab.getByRole('button', { name: 'Copy the link' })).toBeVisible();
  expect(await readIncidents(newTab)).toHaveLength(1);
});

test('two windows show the same night, and a tap in both makes one wake-up', async ({ page, context }) => {
  const tonight = new TonightPage(page);
  await tonight.open();
  const other = new TonightPage(await context.newPage());
  await other.open();

  // Both windows tap at the same moment. A click sent after the first would not find its button.
  const moment = Date.now() + TAP_DELAY_MS;
  await Promise.all([page, other.page].map((window) => window.evaluate(tapAt, moment)));

  await expect(tonight.clock).toBeVisible();
  await expect(other.clock).toBeVisible();
  expect(await readIncidents(page)).toHaveLength(1);

  await context.clock.install();
  await context.clock.fastForward('00:03');
  // The other window shows a tap of this window.
  await other.tapInMore('Mum is up');
  await expect(tonight.latest(/^Mum is up · /)).toBeVisible();
});

/** Long enough for both windows to receive the moment of the tap. */
const TAP_DELAY_MS = 1500;

/** Runs in the page. Taps "Baby woke" at the given moment. */
function tapAt(moment: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(() => {
      document.querySelector<HTMLElement>('button.wake-button')?.click();
      resolve();
    }, moment - Date.now());
  });
}

test('a first start in two windows at once creates one household', async ({ context }) => {
  const windows = await Promise.all([context.newPage(), context.newPage(), context.newPage()]);
  await Promise.all(windows.map((window) => new TonightPage(window).open()));
  for (const window of windows) await expect(window.locator('button.wake-button')).toHaveCount(1);
});
