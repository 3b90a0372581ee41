import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { HomeServer } from './support/homeServer';
import { newPhone, type TestPhone } from './support/sharedPhone';
import { readIncidents } from './support/storedRows';
import { expect, test } from './support/test';

/*
 * A button of a home automation and two phones, on the production build, with the real home server.
 * The server stamps a press with its own clock, so the clocks of the phones are right here.
 */

let server: HomeServer;
test.beforeEach(async () => {
  server = new HomeServer();
  await server.start();
});
test.afterEach(() => server.remove());

const openPhone = (browser: Browser, locale?: string): Promise<TestPhone> =>
  newPhone(browser, { url: server.url, time: new Date().toISOString(), ...(locale && { locale }) });

/** Sets the clock of a phone right again: it stands still in the tests. */
const setRight = (phone: TestPhone) => phone.page.clock.setFixedTime(Date.now());

const live = async ({ page }: TestPhone) => (await readIncidents(page)).filter(({ deletedAt }) => deletedAt === null);
const storyOf = async (phone: TestPhone) =>
  (await live(phone)).map(({ timeline }) =>
    timeline.filter(({ deletedAt }) => deletedAt === null).map(({ kind }) => kind),
  );

/** What the phone shows of a new button, read from the page. */
async function makeButton({ page }: TestPhone): Promise<{ url: string; token: string; woke: string; asleep: string }> {
  await page.goto('/#/household/phones/buttons');
  await page.getByRole('link', { name: 'Add a button' }).tap();
  await page.getByRole('textbox', { name: 'What it is called' }).fill('Bed frame');
  await page.getByRole('button', { name: 'Make the button' }).tap();
  await page.getByRole('heading', { name: 'Bed frame is ready' }).waitFor();
  const textOf = async (title: string) =>
    (await page.getByRole('region', { name: title, exact: true }).locator('pre').textContent()) ?? '';
  return {
    url: await textOf('Address'),
    token: await textOf('Its token'),
    woke: await textOf('The word for “woke”'),
    asleep: await textOf('The word for “asleep”'),
  };
}

test('a press on the bed frame is on both screens, “asleep” ends it, and a phone that was off catches up', async ({
  browser,
}) => {
  const [hers, his] = [await openPhone(browser), await openPhone(browser, 'fr-FR')];
  const code = await hers.phones.beginSharing('Mum');
  await his.phones.join(code, 'Dad');
  const button = await makeButton(hers);
  const say = async (word: string) => {
    const headers = { Authorization: `Bearer ${button.token}` };
    const response = await fetch(button.url, { method: 'POST', headers, body: JSON.stringify({ word }) });
    expect(response.status).toBe(202);
    for (const phone of [hers, his]) await setRight(phone);
  };
  await hers.page.getByRole('link', { name: 'Done' }).tap();
  await expect(hers.page.getByRole('link', { name: /^Bed frame/ })).toHaveText(/not pressed yet/);
  await hers.tonight.open();
  await his.tonight.open();

  await say(button.woke);
  for (const phone of [hers, his]) {
    await expect(phone.tonight.clock).toBeVisible();
    await expect.poll(() => storyOf(phone)).toEqual([['detected']]);
  }
  expect(await live(his)).toEqual(await live(hers));
  expect((await live(his))[0]?.timeline[0]).toMatchObject({ by: null, via: 'shortcut' });

  await say(button.asleep);
  for (const phone of [hers, his]) {
    await expect.poll(() => storyOf(phone)).toEqual([['detected', 'resolved']]);
    await expect(phone.tonight.clock).toBeHidden();
  }

  // With both phones off, the presses wait. The first one that comes back logs them.
  for (const { context } of [hers, his]) await context.setOffline(true);
  await say(button.woke);
  await say(button.asleep);
  await his.context.setOffline(false);
  await expect
    .poll(() => storyOf(his))
    .toEqual([
      ['detected', 'resolved'],
      ['detected', 'resolved'],
    ]);
  expect(await storyOf(hers)).toHaveLength(1);
  await hers.context.setOffline(false);
  await expect.poll(() => storyOf(hers)).toHaveLength(2);
  expect(await live(hers)).toEqual(await live(his));
});

/** What axe finds on the page in any theme. */
async function findings(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const theme of ['night', 'dark', 'light']) {
    await page.evaluate((chosen) => {
      document.documentElement.dataset.theme = chosen;
    }, theme);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    found.push(...violations.map(({ id, nodes }) => `${theme}, ${id}: ${nodes.map(({ html }) => html).join(' | ')}`));
  }
  return found;
}

test('a button that is removed can log nothing more, and axe finds nothing on its pages', async ({ browser }) => {
  const hers = await openPhone(browser);
  await hers.phones.beginSharing('Mum');
  const { url, token, woke } = await makeButton(hers);
  expect(await findings(hers.page)).toEqual([]);
  await hers.page.getByRole('link', { name: 'Done' }).tap();
  await hers.page.getByRole('link', { name: /^Bed frame/ }).waitFor();
  expect(await findings(hers.page)).toEqual([]);
  await hers.page.getByRole('link', { name: /^Bed frame/ }).tap();
  await hers.page.getByText('Remove this button').tap();
  await hers.page.getByRole('button', { name: 'Remove Bed frame' }).tap();
  await expect(hers.page.getByText('No button yet.')).toBeVisible();
  const headers = { Authorization: `Bearer ${token}` };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ word: woke }) });
  expect(response.status).toBe(401);
});
