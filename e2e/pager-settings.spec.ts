import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { PushService } from '../tests/server/support/pushService';
import { openPush } from '../tests/server/support/subscription';
import { HomeServer } from './support/homeServer';
import { subscribeAt } from './support/pushSubscription';
import { newPhone, type TestPhone } from './support/sharedPhone';
import { readStored } from './support/storedRows';
import { expect, test } from './support/test';

/*
 * The settings of the pager on the production build, with the real home server, a push service and
 * a lamp on loopback.
 */

/** A host of the house that a webhook may call, and what it was sent. */
class Lamp {
  readonly received: string[] = [];
  status = 200;
  readonly #server: Server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    this.received.push(`${request.method} ${request.url} ${body}`);
    response.writeHead(this.status).end();
  });

  async start(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

let push: PushService;
let lamp: Lamp;
let server: HomeServer;
test.beforeEach(async () => {
  [push, lamp] = [await PushService.start(), new Lamp()];
  await lamp.start();
  server = new HomeServer({ ...push.env, INFERNALOPS_WEBHOOK_HOSTS: lamp.host });
  await server.start();
});
test.afterEach(async () => {
  await server.remove();
  await push.stop();
  lamp.stop();
});

/** By day: nobody sets a pager up at night. */
const TIME = '2026-11-17T14:30:00+01:00';

/** Mum's phone, in English, and Dad's, in French. */
async function household(browser: Browser): Promise<{ hers: TestPhone; his: TestPhone }> {
  const hers = await newPhone(browser, { url: server.url, time: TIME });
  const his = await newPhone(browser, { url: server.url, time: TIME, locale: 'fr-FR' });
  await his.phones.join(await hers.phones.beginSharing('Mum'), 'Dad');
  return { hers, his };
}

const setClock = (phone: TestPhone, aheadMs: number) => {
  phone.clockMs += aheadMs;
  return phone.page.clock.setFixedTime(phone.clockMs);
};
/** What is not in the list of what is granted is denied; the first call empties that list. */
async function denyNotifications({ context }: TestPhone): Promise<void> {
  await context.clearPermissions();
  await context.grantPermissions([]);
}
const row = ({ page }: TestPhone, name: RegExp) => page.getByRole('link', { name });

test('a phone is let ring, tested from the other one, and let ring no more', async ({ browser }) => {
  const { hers, his } = await household(browser);
  const subscription = await subscribeAt(his.context, push.origin);
  await his.page.reload();
  await his.phones.open();
  await expect(row(his, /^Bip/)).toHaveAccessibleName('Bip éteint');
  await his.phones.switchPagerOn();
  await his.phones.open();
  await expect(row(his, /^Bip/)).toHaveAccessibleName('Bip ce téléphone sonne');
  // A closed app hears nothing live. Nor does the push service of this test wake anybody.
  await his.page.goto('about:blank');

  await hers.phones.openTest();
  await hers.page.getByRole('button', { name: 'Test Dad’s phone' }).tap();
  await expect.poll(() => hers.phones.testedParts()).toContain('The push service took it yes');
  const [sent] = push.take();
  expect(sent?.headers).toMatchObject({ ttl: '30', urgency: 'high' });
  // It opens with the key of his browser, and says nothing without that of the household.
  const body = openPush(subscription, sent?.body ?? Buffer.alloc(0));
  expect(body.length).toBeGreaterThan(100);
  expect(body.includes('test')).toBe(false);
  await setClock(hers, 16_000);
  await expect
    .poll(() => hers.phones.testedParts())
    .toEqual([
      'The home server took it yes',
      'The push service took it yes',
      'The open app heard it no: not open there',
      'The phone woke up not yet',
      'It showed the test not tried',
      'Somebody tapped it not tried',
    ]);
  await expect(hers.page.getByText(/^Android: is it on, with a network\?/)).toBeVisible();

  await his.phones.openPager();
  await his.page.getByRole('button', { name: 'Ne plus le laisser sonner' }).tap();
  await expect(his.page.getByRole('button', { name: 'Laisser sonner ce téléphone' })).toBeVisible();
  await setClock(hers, 5000);
  await hers.page.getByRole('button', { name: 'Test Dad’s phone' }).tap();
  await expect.poll(() => hers.phones.testedParts()).toContain('The push service took it no: its pager is off');
  await expect(hers.page.getByText(/^Android: .* “Let this phone ring”/)).toBeVisible();
  expect(push.take()).toEqual([]);
});

test('a subscription that the push service has ended says so', async ({ browser }) => {
  const { hers, his } = await household(browser);
  await subscribeAt(his.context, push.origin);
  await his.page.reload();
  await his.phones.switchPagerOn();
  await his.page.goto('about:blank');
  push.answerWith([410]);
  await hers.phones.openTest();
  await hers.page.getByRole('button', { name: 'Test Dad’s phone' }).tap();
  await expect.poll(() => hers.phones.testedParts()).toContain('The push service took it no: its subscription is over');
});

test('a webhook is kept, tried and removed; what the server does not call changes nothing', async ({ browser }) => {
  const { hers, his } = await household(browser);
  await hers.phones.openWebhook();
  const address = hers.page.getByRole('textbox', { name: 'Address' });
  const save = async (url: string) => {
    await address.fill(url);
    await hers.page.getByRole('button', { name: 'Save' }).tap();
  };
  for (const [url, sentence] of [
    ['https://192.168.1.20/lamp', /^That is inside a home/],
    ['https://localhost/lamp', /^That is inside a home/],
    ['http://example.org/lamp', /^It has to begin with https/],
    [`https://example.org/${'a'.repeat(2000)}`, /^That address is too long/],
    ['a lamp', /^That is no address/],
  ] as const) {
    await save(url);
    await expect(hers.page.getByRole('alert').filter({ hasText: sentence })).toBeVisible();
  }
  await his.phones.openPager();
  await expect(row(his, /^Domotique/)).toHaveAccessibleName('Domotique éteinte');

  await save(`http://${lamp.host}/lamp`);
  await hers.page.getByRole('button', { name: 'Try it now' }).tap();
  await expect(hers.page.getByText('It answered with 200: it works.')).toBeVisible();
  lamp.status = 404;
  await setClock(hers, 5000);
  await hers.page.getByRole('button', { name: 'Try it now' }).tap();
  await expect(hers.page.getByText('It answered with 404: it did not take it.')).toBeVisible();
  expect(lamp.received).toEqual(['POST /lamp page', 'POST /lamp page']);

  // It is the household's.
  await his.phones.openWebhook();
  await expect(his.page.getByText(`http://${lamp.host}/lamp`)).toBeVisible();
  await his.page.getByRole('button', { name: 'La retirer' }).tap();
  await expect(his.page.getByRole('textbox', { name: 'Adresse' })).toBeVisible();
  await hers.phones.openPager();
  await expect(row(hers, /^Home automation/)).toHaveAccessibleName('Home automation off');
});

test('“Page by itself” is off, is kept, and is the same on the other phone', async ({ browser }) => {
  const { hers, his } = await household(browser);
  await hers.phones.openPager();
  const byItself = hers.page.getByRole('switch', { name: 'Page by itself' });
  await expect(byItself).not.toBeChecked();
  await byItself.tap();
  await expect(byItself).toBeChecked();
  await his.phones.openPager();
  await expect(his.page.getByRole('switch', { name: 'Biper tout seul' })).toBeChecked();
  await hers.page.reload();
  await expect(byItself).toBeChecked();
  const [row] = await readStored<{ pagesByItself: boolean }>(hers.page, 'household');
  expect(row?.pagesByItself).toBe(true);
});

/** Each page in the state in which it says most. */
const PAGES: Record<string, (phone: TestPhone) => Promise<unknown>> = {
  phones: async ({ page, phones }) => {
    await phones.open();
    await page.getByRole('link', { name: /^(Pager|Bip) / }).waitFor();
  },
  pager: ({ phones }) => phones.switchPagerOn(),
  'a test that did not arrive': async (phone) => {
    await phone.phones.openTest();
    await phone.page.getByRole('button', { name: /^(Test|Essayer)/ }).tap();
    await expect.poll(() => phone.phones.testedParts()).toHaveLength(6);
    await phone.page.getByText(/^Android/).waitFor();
  },
  'home automation, tried': async ({ page, phones }) => {
    await phones.openWebhook();
    await page.getByRole('button', { name: /^(Try it now|L’essayer maintenant)$/ }).tap();
    await page.getByText(/200/).waitFor();
  },
  'home automation, an address that is refused': async ({ page }) => {
    await page.getByRole('button', { name: /^(Remove it|La retirer)$/ }).tap();
    await page.getByRole('textbox').fill('https://192.168.1.20/');
    await page.getByRole('button', { name: /^(Save|Enregistrer)$/ }).tap();
    await page.getByText(/^(That is inside a home|C’est dans une maison)/).waitFor();
  },
  'pager, denied': async (phone) => {
    await denyNotifications(phone);
    await phone.phones.openPager();
    await phone.page.getByText(/^(Computer|Ordinateur)/).waitFor();
  },
};

for (const [locale, mum, dad] of [
  ['en-GB', 'Mum', 'Dad'],
  ['fr-FR', 'Maman', 'Papa'],
] as const)
  test(`each page is within one screen, and axe finds nothing, ${locale}`, async ({ browser }) => {
    test.setTimeout(120_000);
    // Of a clock that is not the server's, the page of the phones has a notice.
    const time = new Date().toISOString();
    const hers = await newPhone(browser, { url: server.url, time, locale });
    const his = await newPhone(browser, { url: server.url, time, locale });
    await subscribeAt(hers.context, push.origin);
    await his.phones.join(await hers.phones.beginSharing(mum), dad);
    await hers.phones.openWebhook();
    await hers.page.getByRole('textbox').fill(`http://${lamp.host}/lamp`);
    await hers.page.getByRole('button', { name: /^(Save|Enregistrer)$/ }).tap();
    await hers.page.getByText(`http://${lamp.host}/lamp`).waitFor();
    for (const [name, show] of Object.entries(PAGES)) {
      await show(hers);
      expect.soft(await heightOf(hers.page), name).toBeLessThanOrEqual(844);
      for (const theme of ['night', 'dark', 'light']) {
        await hers.page.evaluate((chosen) => {
          document.documentElement.dataset.theme = chosen;
        }, theme);
        const { violations } = await new AxeBuilder({ page: hers.page }).setLegacyMode().analyze();
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
        expect.soft(found, `${name}, ${theme}`).toEqual([]);
      }
    }
  });

const heightOf = (page: Page) => page.evaluate(() => document.documentElement.scrollHeight);
