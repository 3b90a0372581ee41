import { HomeServer } from './support/homeServer';
import { cryAndPage, onCallPhones, setNow } from './support/onCallPhones';
import type { TestPhone } from './support/sharedPhone';
import { readIncidents } from './support/storedRows';
import { expect, test } from './support/test';

/*
 * One phone pages the other, on the production build, with the real home server. Dad is on call and
 * Mum is second, as in the story.
 */

let server: HomeServer;
test.beforeEach(async () => {
  server = new HomeServer();
  await server.start();
});
test.afterEach(() => server.remove());

const stepOf = ({ page }: TestPhone) => page.getByRole('main').getByRole('region');
/** What the timeline of the only incident says, with whom. */
const linesOf = async ({ page }: TestPhone) =>
  (await readIncidents(page)).flatMap(({ timeline }) =>
    timeline.map(({ kind, ...entry }) => [kind, 'via' in entry ? entry.via : null, 'declined' in entry].join(' ')),
  );

for (const { locale, page, cannot, imUp, paged, rings, you, goBack, hersNow } of [
  {
    locale: 'en-GB',
    page: 'Page Dad',
    cannot: 'I can’t',
    imUp: 'I’m up',
    paged: 'Dad is being paged',
    rings: 'Dad’s phone is ringing',
    you: 'You are being paged',
    goBack: 'Dad is up. Go back to sleep.',
    hersNow: 'Your turn, Mum',
  },
  {
    locale: 'fr-FR',
    page: 'Biper Papa',
    cannot: 'Je ne peux pas',
    imUp: 'J’y vais',
    paged: 'On bipe Papa',
    rings: 'Le téléphone de Papa sonne',
    you: 'On vous bipe',
    goBack: 'Papa est debout. Rendormez-vous.',
    hersNow: 'Au tour de Maman',
  },
]) {
  test.describe(`with both apps open, ${locale}`, () => {
    test('a page rings, is answered “I’m up”, and she may go back to sleep', async ({ browser }) => {
      const phones = await onCallPhones(browser, server.url, locale);
      const { hers, his } = phones;
      await cryAndPage(phones, page);
      await expect(stepOf(hers)).toContainText(paged);
      await expect(stepOf(hers)).toContainText(rings);
      await expect(stepOf(his)).toContainText(you);
      await setNow(phones, '02:43:50');
      await his.tonight.button(imUp).tap();
      await expect(hers.page.getByText(goBack)).toBeVisible();
      expect(await linesOf(hers)).toEqual([
        'detected tap false',
        'escalated page false',
        'delivered  false',
        'acknowledged  false',
      ]);
      await expect.poll(() => linesOf(his)).toEqual(await linesOf(hers));
    });

    test('“I can’t” wakes the next one at once', async ({ browser }) => {
      const phones = await onCallPhones(browser, server.url, locale);
      const { hers, his } = phones;
      await cryAndPage(phones, page);
      await expect(stepOf(his)).toContainText(you);
      await setNow(phones, '02:43:50');
      await his.tonight.button(cannot).tap();
      await expect(stepOf(hers)).toContainText(hersNow);
      expect(await linesOf(hers)).toEqual([
        'detected tap false',
        'escalated page false',
        'delivered  false',
        'noResponse  true',
      ]);
    });
  });
}

test('silence until the step is over goes on to level 2', async ({ browser }) => {
  const phones = await onCallPhones(browser, server.url, 'en-GB');
  const { hers, his } = phones;
  await cryAndPage(phones, 'Page Dad');
  await expect(stepOf(hers)).toContainText('Dad’s phone is ringing');
  await setNow(phones, '02:44:32');
  await expect(stepOf(hers)).toContainText('Your turn, Mum');
  await setNow(phones, '02:44:40');
  await hers.tonight.button('I’m up').tap();
  await expect(his.page.getByText('Mum is up. Back to sleep.')).toBeVisible();
  // What is of one instant stands in another order once it has been merged.
  expect((await linesOf(hers)).toSorted()).toEqual([
    'acknowledged  false',
    'delivered  false',
    'detected tap false',
    'escalated page false',
    'escalated voice false',
    'noResponse  false',
  ]);
});

test('a page that was taken back leaves his phone in peace', async ({ browser }) => {
  const phones = await onCallPhones(browser, server.url, 'en-GB');
  const { hers, his } = phones;
  await cryAndPage(phones, 'Page Dad');
  await expect(stepOf(his)).toContainText('You are being paged');
  await setNow(phones, '02:43:40');
  await hers.tonight.openMore();
  await hers.page.getByRole('dialog').getByRole('button', { name: 'Settled alone' }).tap();
  await expect(his.tonight.title).toHaveText(/False alarm|Recovered|Self-healed/);
});

test('without a network the step is by voice, and with it again his phone can be paged', async ({ browser }) => {
  const phones = await onCallPhones(browser, server.url, 'en-GB');
  const { hers, his } = phones;
  await hers.context.setOffline(true);
  await setNow(phones, '02:43:00');
  await hers.tonight.wokeButton(/^Baby/).tap();
  await setNow(phones, '02:43:31');
  await expect(hers.tonight.button('Dad didn’t wake')).toBeVisible();
  await expect(hers.tonight.button('Page Dad')).toHaveCount(0);
  await hers.context.setOffline(false);
  await hers.tonight.button('Page Dad').tap();
  await expect(stepOf(his)).toContainText('You are being paged');
});

test('a phone without a network is paged in vain, and hears of it when it is back', async ({ browser }) => {
  const phones = await onCallPhones(browser, server.url, 'en-GB');
  const { hers, his } = phones;
  await his.context.setOffline(true);
  await cryAndPage(phones, 'Page Dad');
  // Nothing rings there by push, and no app of his has heard of it.
  await expect(stepOf(hers)).toContainText('Dad’s phone did not take it. Wake Dad by voice.');
  await his.context.setOffline(false);
  await expect(stepOf(his)).toContainText('You are being paged');
  await expect(stepOf(hers)).toContainText('Dad’s phone is ringing');
});

test('where the household says so, the phone pages by itself when the step has its turn', async ({ browser }) => {
  const phones = await onCallPhones(browser, server.url, 'en-GB');
  const { hers, his } = phones;
  await hers.phones.openPager();
  await hers.page.getByRole('switch', { name: /Page by itself/ }).tap();
  await hers.tonight.open();
  await setNow(phones, '02:43:00');
  await hers.tonight.wokeButton(/^Baby/).tap();
  await expect(stepOf(hers)).toContainText('Hands off');
  await setNow(phones, '02:43:32');
  await expect(stepOf(hers)).toContainText('Dad is being paged');
  await expect(stepOf(his)).toContainText('You are being paged');
});
