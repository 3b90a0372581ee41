import { hearing } from './support/hearing';
import { HomeServer } from './support/homeServer';
import { cryAndPage, onCallPhones, setNow } from './support/onCallPhones';
import { expect, test } from './support/test';

/* The watch on one phone, and the page from the other one, with the real home server. */

let server: HomeServer;
test.beforeEach(async () => {
  server = new HomeServer();
  await server.start();
});
test.afterEach(() => server.remove());

for (const { locale, page, start, ringing, imUp, goBack } of [
  {
    locale: 'en-GB',
    page: 'Page Dad',
    start: 'Start the watch',
    ringing: /Baby woke at 02:43/,
    imUp: 'I’m up',
    goBack: 'Dad is up. Go back to sleep.',
  },
  {
    locale: 'fr-FR',
    page: 'Biper Papa',
    start: 'Prendre la garde',
    ringing: /Bébé ne dort plus depuis 02:43/,
    imUp: 'J’y vais',
    goBack: 'Papa est debout. Rendormez-vous.',
  },
])
  test(`the alarm of his watch is heard when she pages, until he is up, ${locale}`, async ({ browser }) => {
    const phones = await onCallPhones(browser, server.url, locale);
    const { hers, his } = phones;
    const ears = await hearing(his.page);
    await his.page.reload();
    await his.tonight.ready();
    await his.tonight.button(/^(Also…|Et aussi…)$/).tap();
    await his.page.getByRole('link', { name: /^(On watch|Téléphone de garde)$/ }).tap();
    await his.page.getByRole('button', { name: start }).tap();
    await ears.listen();
    await cryAndPage(phones, page);
    await expect(his.page.getByText(ringing)).toBeVisible();
    await expect.poll(async () => (await ears.heard()).firstAt).not.toBeNull();
    await setNow(phones, '02:43:50');
    await his.page.getByRole('button', { name: imUp }).tap();
    await expect(hers.page.getByText(goBack)).toBeVisible();
    // The pattern of the alarm, with its pause, lasts a second.
    await expect.poll(ears.quietMs).toBeGreaterThan(1200);
  });
