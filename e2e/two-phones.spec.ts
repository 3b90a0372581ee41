import { cp } from 'node:fs/promises';
import type { Browser } from '@playwright/test';
import { PhonesPage } from './pages/phones';
import { TonightPage } from './pages/tonight';
import { HomeServer } from './support/homeServer';
import { notificationsOf, tapNotification } from './support/notifications';
import { newPhone as newTestPhone, type TestPhone } from './support/sharedPhone';
import { readIncidents, readStored } from './support/storedRows';
import { expect, test } from './support/test';

/*
 * Two phones of one household, on the production build, with the real home server: each phone is a
 * browser context with a log of its own.
 */

let server: HomeServer;
test.beforeEach(async () => {
  server = new HomeServer();
  await server.start();
});
test.afterEach(() => server.remove());

/** The same hour at any hour of the day: the screens of the night and of the day differ. */
const TIME = '2026-11-17T02:43:00+01:00';

const newPhone = (browser: Browser, locale?: string): Promise<TestPhone> =>
  newTestPhone(browser, { url: server.url, time: TIME, ...(locale && { locale }) });

/** Mum's phone, in English, and Dad's, in French, which has joined by the code. */
async function household(browser: Browser): Promise<{ hers: TestPhone; his: TestPhone }> {
  const [hers, his] = [await newPhone(browser), await newPhone(browser, 'fr-FR')];
  const code = await hers.phones.beginSharing('Mum');
  await his.phones.join(code.toLowerCase().replaceAll('-', ' '), 'Dad');
  await hers.tonight.open();
  return { hers, his };
}

/** Moves the clock of a phone on: a second tap at once would be taken for a double tap. */
function wait(phone: TestPhone): Promise<void> {
  phone.clockMs += 5000;
  return phone.page.clock.setFixedTime(phone.clockMs);
}
const inStep = ({ page }: TestPhone) => expect(page.getByText(/phones in step|téléphones à jour/)).toBeVisible();
const liveIncidents = async ({ page }: TestPhone) =>
  (await readIncidents(page)).filter(({ deletedAt }) => deletedAt === null);
const wokeButton = ({ tonight }: TestPhone) => tonight.wokeButton(/Baby/);

test('what one phone is told, the other one shows: who is up, and that it is over', async ({ browser }) => {
  const { hers, his } = await household(browser);
  await inStep(his);
  await inStep(hers);
  await wokeButton(hers).tap();
  await expect(his.tonight.clock).toBeVisible();
  await wait(his);
  // He goes, so she can sleep.
  await his.tonight.button(/^J’y vais$/).tap();
  await expect(hers.page.getByText('Dad is up. Back to sleep.')).toBeVisible();
  await wait(his);
  await his.tonight.wayOut.tap();
  await expect(hers.tonight.title).toHaveText(/Recovered|False alarm/);
  expect((await liveIncidents(hers)).map(({ timeline }) => timeline.map(({ kind }) => kind))).toEqual([
    ['detected', 'acknowledged', 'resolved'],
  ]);
  expect(await liveIncidents(his)).toEqual(await liveIncidents(hers));
});

test('“Asleep again” on the lock screen of the one is on the screen of the other at once', async ({ browser }) => {
  const { hers, his } = await household(browser);
  await inStep(hers);
  await his.context.grantPermissions(['notifications']);
  await his.tonight.open('#/household');
  await his.page.getByRole('switch', { name: 'Notifications' }).tap();
  await his.tonight.open();
  await inStep(his);
  await his.page.evaluate(() => navigator.serviceWorker.ready);
  const [worker] = his.context.serviceWorkers();
  if (!worker) throw new Error('no service worker');
  for (const isOpen of [true, false]) {
    await wokeButton(hers).tap();
    await expect.poll(() => notificationsOf(worker)).toHaveLength(1);
    // With the app open, its window sends what the worker has written; else the worker does.
    if (!isOpen) await his.page.close();
    await wait(hers);
    await worker.evaluate((nowMs) => {
      Date.now = () => nowMs;
    }, hers.clockMs);
    await tapNotification(worker, 'settle');
    await expect(hers.tonight.title).toHaveText(/Recovered/);
    expect(await notificationsOf(worker)).toEqual([]);
    await wait(hers);
    await hers.tonight.open();
  }
  expect((await liveIncidents(hers)).map(({ timeline }) => timeline.map(({ kind }) => kind))).toEqual([
    ['detected', 'resolved', 'reopened', 'resolved'],
  ]);
});

test('at 2:43 both tap without a network: one incident, once they hear each other', async ({ browser }) => {
  const { hers, his } = await household(browser);
  await inStep(his);
  await inStep(hers);
  for (const { context } of [hers, his]) await context.setOffline(true);
  await wokeButton(hers).tap();
  await expect(hers.tonight.clock).toBeVisible();
  await wokeButton(his).tap();
  await his.tonight.clock.waitFor();
  await wait(his);
  await his.tonight.button(/^J’y vais$/).tap();
  await expect(his.tonight.button(/^J’y vais$/)).toHaveCount(0);
  for (const { context } of [hers, his]) await context.setOffline(false);

  await expect(hers.page.getByText('Dad is up. Back to sleep.')).toBeVisible();
  await inStep(his);
  const incidents = await liveIncidents(hers);
  expect(incidents.map(({ timeline }) => timeline.map(({ kind }) => kind))).toEqual([
    ['detected', 'detected', 'acknowledged'],
  ]);
  expect(await liveIncidents(his)).toEqual(incidents);
});

test('a second phone joins by the link, and brings its own log along', async ({ browser }) => {
  const [hers, his] = [await newPhone(browser), await newPhone(browser)];
  await his.tonight.open();
  await his.tonight.wokeButton().tap();
  await his.tonight.clock.waitFor();
  await wait(his);
  await his.tonight.wayOut.tap();
  await expect(his.tonight.title).toHaveText(/Recovered|False alarm/);
  await hers.phones.beginSharing('Mum');
  await his.page.goto(await hers.phones.codeLink());
  await his.phones.goOn();
  // The same names are proposed as the same people.
  await expect(his.page.getByRole('heading', { level: 1 })).toBeVisible();
  await his.phones.joinAs('Dad');
  await hers.tonight.open();
  await inStep(hers);
  await expect.poll(async () => (await liveIncidents(hers)).length).toBe(1);
  await expect(hers.tonight.wokeButton()).toHaveCount(1);
});

test('a code is refused in one sentence if it is mistyped, and once it is used', async ({ browser }) => {
  const [hers, his] = [await newPhone(browser), await newPhone(browser)];
  const code = await hers.phones.beginSharing('Mum');
  await his.phones.typeCode(`${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`);
  await expect(his.page.getByText(/No invitation has this code/)).toBeVisible();
  await his.phones.typeCode(code);
  await expect(his.page.getByRole('button', { name: 'Join' })).toBeVisible();
  await his.tonight.open();
  await his.phones.typeCode(code);
  await expect(his.page.getByText(/No invitation has this code/)).toBeVisible();
});

test('a phone that is removed keeps its log, and hears nothing new', async ({ browser }) => {
  const { hers, his } = await household(browser);
  await inStep(hers);
  await hers.phones.open();
  await hers.page.getByRole('link', { name: /Ordinateur/ }).tap();
  await hers.page.getByText('Remove this phone').tap();
  await hers.page.getByRole('button', { name: /^Remove / }).tap();
  await expect(his.page.getByText('plus en commun')).toBeVisible();
  await hers.tonight.open();
  await wokeButton(hers).tap();
  await hers.tonight.clock.waitFor();
  await hers.phones.open();
  await expect(hers.page.getByText(/In step/)).toBeVisible();
  await expect(hers.page.getByRole('link', { name: /Ordinateur/ })).toHaveCount(0);
  expect(await liveIncidents(his)).toEqual([]);
});

test('a server that was restored from yesterday gets back what it lost', async ({ browser }) => {
  const { hers, his } = await household(browser);
  await inStep(hers);
  await inStep(his);
  await server.stop();
  const yesterday = `${server.folder}-yesterday`;
  await cp(server.folder, yesterday, { recursive: true });
  await server.start();
  await wokeButton(hers).tap();
  await expect(his.tonight.clock).toBeVisible();
  await server.stop();
  await cp(yesterday, server.folder, { recursive: true, force: true });
  await server.start();
  await his.tonight.wayOut.tap();
  await expect(hers.tonight.title).toHaveText(/Recovered|False alarm/, { timeout: 30_000 });
  await inStep(hers);
  expect(await liveIncidents(his)).toEqual(await liveIncidents(hers));
});

test('what the server stores has no name, no note and no figure of the log', async ({ browser }) => {
  const { hers } = await household(browser);
  await wokeButton(hers).tap();
  await hers.tonight.clock.waitFor();
  await hers.tonight.openMore();
  await wait(hers);
  await hers.tonight.button(/^A note/).tap();
  await hers.page.getByRole('textbox').fill('Croup again, the neighbours heard it');
  await hers.page.getByRole('button', { name: /^(Save|Keep|Done|Note it)/ }).tap();
  const stored = () => readStored<{ note: string }>(hers.page, 'incidents');
  await expect.poll(async () => (await stored())[0]?.note).toMatch(/^Croup again/);
  // The server has it.
  await expect.poll(() => readStored(hers.page, 'outbox')).toEqual([]);
  await server.stop();
  const found = await server.search(['Croup', 'neighbours', 'Mum', 'caregivers', 'acknowledged', 'co-sleep']);
  expect(found).toEqual([]);
});

test('an address without a home server says so, and nothing else changes', async ({ page }) => {
  const phones = new PhonesPage(page);
  await phones.open();
  await expect(page.getByText(/serves the app alone, without a home server/)).toBeVisible();
  const tonight = new TonightPage(page);
  await tonight.open();
  await tonight.wokeButton().tap();
  await expect(tonight.clock).toBeVisible();
});
