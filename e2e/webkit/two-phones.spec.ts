import { HomeServer } from '../support/homeServer';
import { setTime } from '../support/setTime';
import { newPhone as newChromiumPhone } from '../support/sharedPhone';
import { readIncidents } from '../support/storedRows';
import type { Phone } from './support/phone';
import { expect, test } from './support/test';

/*
 * An iPhone and an Android phone of one household, as far as engines make them: WebKit and
 * Chromium, on the production build, with the real home server.
 */

let server: HomeServer;
test.beforeEach(async () => {
  server = new HomeServer();
  await server.start();
});
test.afterEach(() => server.remove());

const TIME = '2026-11-17T02:43:00+01:00';

async function chooseCaregiver(phone: Phone, caregiver: string): Promise<void> {
  await phone.main.find({ text: caregiver }).tap();
}

test('WebKit shows the code, Chromium joins, and each shows what the other was told', async ({
  openPhone,
  browser,
}) => {
  const hers = await openPhone({ url: `${server.url}/`, time: TIME });
  await hers.goTo('#/household/phones');
  await chooseCaregiver(hers, 'Mum');
  await hers.main.find({ text: 'Add a phone' }).tap();
  const code = hers.find({ role: 'img', name: /^Code/ });
  await code.waitFor();
  const his = await newChromiumPhone(browser, { url: server.url, time: TIME, locale: 'fr-FR' });
  await his.phones.join((await code.find({ css: 'span' }).texts()).join('-'), 'Dad');
  await expect(his.page.getByText('téléphones à jour')).toBeVisible();
  await hers.open();
  await hers.text('phones in step').waitFor();

  await hers.button('Baby woke').tap();
  await expect(his.tonight.clock).toBeVisible();
  his.clockMs += 5000;
  await his.page.clock.setFixedTime(his.clockMs);
  // He goes, so she can sleep.
  await his.tonight.button(/^J’y vais$/).tap();
  await hers.text('Dad is up. Back to sleep.').waitFor();
  await hers.pass('0:10');
  await hers.button(/(Asleep again|Settled alone)$/).tap();
  await setTime(his.page, '2026-11-17T02:43:15+01:00');
  await expect(his.tonight.title).toHaveText(/Rétabli|Fausse alerte/);
  expect((await readIncidents(his.page)).map(({ timeline }) => timeline.map(({ kind }) => kind))).toEqual([
    ['detected', 'acknowledged', 'resolved'],
  ]);
  await expect.poll(() => readIncidents(hers)).toEqual(await readIncidents(his.page));
});

test('Chromium shows the code, WebKit joins in French, and a tap without a network arrives later', async ({
  openPhone,
  browser,
}) => {
  const hers = await newChromiumPhone(browser, { url: server.url, time: TIME });
  const code = await hers.phones.beginSharing('Mum');
  const his = await openPhone({ url: `${server.url}/`, time: TIME, locale: 'fr-FR' });
  await his.goTo('#/join');
  await his.find({ role: 'textbox' }).fill(code.toLowerCase().replaceAll('-', ' '));
  await his.button('Continuer').tap();
  await chooseCaregiver(his, 'Dad');
  await his.button('Rejoindre').tap();
  await his.text('téléphones à jour').waitFor();
  await hers.tonight.open();
  await expect(hers.page.getByText('phones in step')).toBeVisible();

  await server.stop();
  await his.button('Baby se réveille').tap();
  await his.find({ role: 'timer' }).waitFor();
  await server.start();
  await expect(hers.tonight.clock).toBeVisible({ timeout: 40_000 });
  expect(await readIncidents(hers.page)).toEqual(await readIncidents(his));
});
