import type { CDPSession, Worker } from '@playwright/test';
import { deriveKeys } from '@/sync/crypto/householdKeys';
import { sealMessage } from '@/sync/pager/message';
import { PushService } from '../tests/server/support/pushService';
import { openPush, type Subscription } from '../tests/server/support/subscription';
import { HomeServer } from './support/homeServer';
import { notificationsOf, tapNotification } from './support/notifications';
import { onCallPhones, type Phones } from './support/onCallPhones';
import { subscribeAt } from './support/pushSubscription';
import { newPhone, type TestPhone } from './support/sharedPhone';
import { expect, test } from './support/test';
import { waitForWorker } from './support/waitForWorker';

/*
 * A page that comes by push: the real server seals it for his browser and sends it to a push
 * service on loopback, the test opens it as his browser would, and Chromium wakes the real service
 * worker with it. The clocks of the pages run on the true time, because the worker's does.
 */

let push: PushService;
let server: HomeServer;
test.beforeEach(async () => {
  push = await PushService.start();
  server = new HomeServer(push.env);
  await server.start();
});
test.afterEach(async () => {
  await server.remove();
  await push.stop();
});

const stepOf = ({ page }: TestPhone) => page.getByRole('main').getByRole('region');

/** Sets the clocks of both phones to the true time and so many seconds. */
async function setTrueTime({ hers, his }: Phones, seconds = 0): Promise<void> {
  for (const { page } of [hers, his]) if (!page.isClosed()) await page.clock.setFixedTime(Date.now() + seconds * 1_000);
}

/** Wakes the service worker of a phone with what the push service has for it. */
class Push {
  private constructor(
    private readonly cdp: CDPSession,
    private readonly registrationId: string,
  ) {}

  static async to({ context }: TestPhone): Promise<Push> {
    // A blank page stays when the app is closed.
    const cdp = await context.newCDPSession(await context.newPage());
    const found = new Promise<string>((resolve) =>
      cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        const ours = registrations.find(({ scopeURL, isDeleted }) => scopeURL.startsWith(server.url) && !isDeleted);
        if (ours) resolve(ours.registrationId);
      }),
    );
    await cdp.send('ServiceWorker.enable');
    return new Push(cdp, await found);
  }

  deliver(data: string): Promise<unknown> {
    return this.cdp.send('ServiceWorker.deliverPushMessage', {
      origin: server.url,
      registrationId: this.registrationId,
      data,
    });
  }

  /** Opens the next push that has come, and wakes the worker with it. */
  async deliverNext(subscription: Subscription): Promise<void> {
    await expect.poll(() => push.received.length).toBeGreaterThan(0);
    const [sent] = push.received.splice(0, 1);
    await this.deliver(openPush(subscription, sent?.body ?? Buffer.alloc(0)).toString());
  }
}

async function workerOf({ context }: TestPhone): Promise<Worker> {
  await expect.poll(() => context.serviceWorkers().length).toBeGreaterThan(0);
  const [worker] = context.serviceWorkers();
  if (!worker) throw new Error('no service worker');
  return worker;
}

/** Both phones on Tonight, at the true time; his rings by push. */
async function ringingPhones(browser: Parameters<typeof onCallPhones>[0], locale: string) {
  const phones = await onCallPhones(browser, server.url, locale);
  const { hers, his } = phones;
  await setTrueTime(phones);
  const subscription = await subscribeAt(his.context, push.origin);
  await his.page.reload();
  await his.phones.switchPagerOn();
  await his.tonight.open();
  await waitForWorker(his.page);
  await hers.page.reload();
  await hers.tonight.ready();
  return { phones, subscription, device: await Push.to(his) };
}

/** A cry, and a page to him once the grace time is over. */
async function page({ hers, his }: Phones, button: string): Promise<void> {
  await setTrueTime({ hers, his });
  await hers.tonight.wokeButton(/^(Baby|Bébé)/).tap();
  await hers.tonight.clock.waitFor();
  await setTrueTime({ hers, his }, 32);
  await hers.tonight.button(button).tap();
}

test('with his app closed the page rings on the lock screen, is answered there, and she may sleep', async ({
  browser,
}) => {
  const { phones, subscription, device } = await ringingPhones(browser, 'en-GB');
  const { hers, his } = phones;
  await his.page.close();
  await page(phones, 'Page Dad');
  await expect(stepOf(hers)).toContainText('Sent');
  await device.deliverNext(subscription);
  const worker = await workerOf(his);
  await expect.poll(() => notificationsOf(worker)).toEqual([expect.stringMatching(/^Baby woke at .* · Dad, you are/)]);
  await expect(stepOf(hers)).toContainText('Dad’s phone is ringing');
  await tapNotification(worker, 'pageUp');
  await expect(hers.page.getByText('Dad is up. Go back to sleep.')).toBeVisible();
  expect(await notificationsOf(worker)).toEqual([]);
});

test('“I can’t” on the lock screen wakes her, in French', async ({ browser }) => {
  const { phones, subscription, device } = await ringingPhones(browser, 'fr-FR');
  const { hers, his } = phones;
  await his.page.close();
  await page(phones, 'Biper Papa');
  await device.deliverNext(subscription);
  const worker = await workerOf(his);
  await expect
    .poll(() => notificationsOf(worker))
    .toEqual([expect.stringMatching(/^Bébé ne dort plus depuis .* · Papa/)]);
  await tapNotification(worker, 'pageCannot');
  await expect(stepOf(hers)).toContainText('Au tour de Maman');
});

test('a page that is taken back falls silent on his lock screen', async ({ browser }) => {
  const { phones, subscription, device } = await ringingPhones(browser, 'en-GB');
  const { hers, his } = phones;
  await his.page.close();
  await page(phones, 'Page Dad');
  await device.deliverNext(subscription);
  const worker = await workerOf(his);
  await expect.poll(() => notificationsOf(worker)).toHaveLength(1);
  await setTrueTime(phones, 40);
  await hers.tonight.wayOut.tap();
  await device.deliverNext(subscription);
  await expect.poll(() => notificationsOf(worker)).toEqual(['Nothing to do · Baby is asleep again. Go back to sleep.']);
});

test('with his app open, the screen and the notification agree, and the answer takes it away', async ({ browser }) => {
  const { phones, subscription, device } = await ringingPhones(browser, 'en-GB');
  const { hers, his } = phones;
  await page(phones, 'Page Dad');
  await expect(stepOf(his)).toContainText('You are being paged');
  await device.deliverNext(subscription);
  const worker = await workerOf(his);
  await expect.poll(() => notificationsOf(worker)).toHaveLength(1);
  await setTrueTime(phones, 40);
  await his.tonight.button('I’m up').tap();
  await expect.poll(() => notificationsOf(worker)).toEqual([]);
  await expect(hers.page.getByText('Dad is up. Go back to sleep.')).toBeVisible();
});

test('a push that his phone cannot read says so, and logs nothing', async ({ browser }) => {
  const { phones, device } = await ringingPhones(browser, 'en-GB');
  const { his } = phones;
  const unreadable = 'You are being paged · This phone cannot read the page. Open the app.';
  // It was sealed with the key of another household.
  const foreign = await sealMessage(await deriveKeys(new Uint8Array(32).fill(1)), { kind: 'handover', to: 'dad' });
  await his.page.close();
  await device.deliver(foreign);
  const worker = await workerOf(his);
  await expect.poll(() => notificationsOf(worker)).toEqual([unreadable]);
});

test('a phone without a key, which shares no log, says in both languages that somebody pages', async ({ browser }) => {
  const phone = await newPhone(browser, { url: server.url, time: new Date().toISOString() });
  await phone.tonight.open();
  await waitForWorker(phone.page);
  await phone.context.grantPermissions(['notifications']);
  const device = await Push.to(phone);
  await phone.page.close();
  await device.deliver('page');
  const worker = await workerOf(phone);
  await expect.poll(() => notificationsOf(worker)).toEqual(['Page · Bip · Open the app. · Ouvrez l’app.']);
});
