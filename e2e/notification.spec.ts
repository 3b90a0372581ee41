import type { BrowserContext, Worker } from '@playwright/test';
import { TonightPage } from './pages/tonight';
import { notificationsOf, tapNotification } from './support/notifications';
import { readIncidents } from './support/storedRows';
import { expect, test } from './support/test';

/** Turns the notification on in the settings, by day, and goes back to Tonight. */
async function turnOnNotifications(tonight: TonightPage, context: BrowserContext): Promise<Worker> {
  await context.grantPermissions(['notifications']);
  await tonight.open('#/household');
  const notifications = tonight.page.getByRole('switch', { name: 'Notifications' });
  await notifications.tap();
  await expect(notifications).toBeChecked();
  await tonight.page.evaluate(() => navigator.serviceWorker.ready);
  const [worker] = context.serviceWorkers();
  if (!worker) throw new Error('no service worker');
  await tonight.tab('Tonight').tap();
  return worker;
}

test('an open incident has a notification, and “Asleep again” on it resolves the incident on the page', async ({
  page,
  context,
}) => {
  const tonight = new TonightPage(page);
  const worker = await turnOnNotifications(tonight, context);
  await expect.poll(() => notificationsOf(worker)).toEqual([]);
  await tonight.wokeButton().tap();
  await expect
    .poll(() => notificationsOf(worker))
    .toEqual([expect.stringMatching(/^Baby is awake · Since \d\d:\d\d$/)]);

  // The notification stays after a reload.
  await page.reload();
  await expect(tonight.clock).toBeVisible();
  expect(await notificationsOf(worker)).toHaveLength(1);

  await tapNotification(worker, 'settle');
  await expect(tonight.title).toHaveText(/^Recovered in \d+\ss$/);
  await expect.poll(() => notificationsOf(worker)).toEqual([]);
  const [incident] = await readIncidents(page);
  expect(incident?.timeline.map(({ kind }) => kind)).toEqual(['detected', 'resolved']);

  // The child is awake again, so the notification is back. A tap on its text opens Tonight.
  await tonight.button(/awake again/).tap();
  await expect.poll(() => notificationsOf(worker)).toHaveLength(1);
  // By night there are no tabs while a child is awake; this test runs at any hour.
  await page.evaluate(() => {
    location.hash = '#/nights';
  });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nights');
  await tapNotification(worker, '');
  await expect(tonight.clock).toBeVisible();
});

test('with the app closed, “Asleep again” is written and is shown at the next start', async ({ page, context }) => {
  const tonight = new TonightPage(page);
  const worker = await turnOnNotifications(tonight, context);
  await tonight.wokeButton().tap();
  await expect.poll(() => notificationsOf(worker)).toHaveLength(1);

  const elsewhere = await context.newPage();
  await page.close();
  await tapNotification(worker, 'settle');
  await expect.poll(() => notificationsOf(worker)).toEqual([]);

  const again = new TonightPage(elsewhere);
  await again.open();
  await expect(again.title).toHaveText(/^Recovered in \d+\ss$/);
  const [incident] = await readIncidents(elsewhere);
  expect(incident?.timeline.map(({ kind }) => kind)).toEqual(['detected', 'resolved']);
});

test('a GameDay changes no notification, and a tap on a notification leaves the GameDay', async ({ page, context }) => {
  const tonight = new TonightPage(page);
  const worker = await turnOnNotifications(tonight, context);
  await tonight.wokeButton().tap();
  await expect.poll(() => notificationsOf(worker)).toHaveLength(1);

  await page.evaluate(() => sessionStorage.setItem('infernalops.gameday', '7 fresh'));
  await page.reload();
  await tonight.wokeButton(/Gaspard/).tap();
  await tonight.clock.waitFor();
  expect(await notificationsOf(worker)).toEqual([expect.stringMatching(/^Baby is awake/)]);

  await tapNotification(worker, '');
  await expect(tonight.title).toHaveText('Baby woke');
});

test('no notification is shown unless the household turned it on', async ({ page, context }) => {
  await context.grantPermissions(['notifications']);
  const tonight = new TonightPage(page);
  await tonight.open();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await tonight.wokeButton().tap();
  await expect(tonight.clock).toBeVisible();
  const [worker] = context.serviceWorkers();
  expect(worker && (await notificationsOf(worker))).toEqual([]);
});
