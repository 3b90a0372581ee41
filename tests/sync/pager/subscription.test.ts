import { beforeEach, describe, expect, it } from 'vitest';
import { readSharing } from '@/db/sharing/readSharing';
import type { Instant } from '@/lib/time';
import { deviceId } from '@/sync/pager/deviceId';
import { renewSubscription, type SubscriptionContext, switchPagerOff, switchPagerOn } from '@/sync/pager/subscription';
import { sharedPhones } from '../../support/sharedPhone';
import { SimulatedServer } from '../../support/simulatedServer';
import { PagerServer } from '../../support/sync/pagerServer';
import { PushInMemory } from '../../support/sync/pushInMemory';

let server: PagerServer;
let browser: PushInMemory;
let context: SubscriptionContext;
let device: string;
beforeEach(async () => {
  server = new PagerServer();
  browser = new PushInMemory();
  const [phone] = await sharedPhones(new SimulatedServer(), [0], () => 0 as Instant);
  if (!phone) throw new Error('there is one');
  const { keys } = phone.context;
  const connection = { origin: 'https://home.example', fetch: server.fetch };
  context = { db: phone.db, keys, phoneId: phone.id, connection, browser };
  device = await deviceId(keys, phone.id);
});

const rings = async () => (await readSharing(context.db))?.rings;
const endpoints = () => [...server.devices].map(([id, { endpoint }]) => [id, endpoint]);
/** Starts a session: the next requests are counted from there. */
const renew = async () => {
  server.asked.length = 0;
  await renewSubscription(context);
};

describe('the pager of this phone', () => {
  it('is switched on: the browser subscribes for the server’s key, the server gets the subscription', async () => {
    expect(await switchPagerOn(context)).toEqual({ ok: true });
    expect(server.devices.get(device)).toEqual({
      endpoint: 'https://push.example/1',
      p256dh: 'B'.repeat(87),
      auth: 'A'.repeat(22),
    });
    expect(browser.subscription?.pushKey).toBe('key-1');
    expect(await rings()).toBe(true);
  });

  it('has an id on the server that tells nobody which phone it is', () => {
    expect(device).toMatch(/^[\w-]{22}$/);
    expect(device).not.toContain('phone');
  });

  it('keeps a subscription that the browser has for this server already', async () => {
    await browser.subscribe('key-1');
    await switchPagerOn(context);
    expect(browser.made).toBe(1);
    expect(endpoints()).toEqual([[device, 'https://push.example/1']]);
  });

  it('takes the place of a subscription for another server', async () => {
    await browser.subscribe('another');
    expect(await switchPagerOn(context)).toEqual({ ok: true });
    expect(browser.subscription?.pushKey).toBe('key-1');
  });

  it('is switched off: neither the browser nor the server has the subscription', async () => {
    await switchPagerOn(context);
    expect(await switchPagerOff(context)).toEqual({ ok: true });
    expect([browser.subscription, endpoints(), await rings()]).toEqual([null, [], false]);
  });

  it('is off without a network, too: the subscription that the server still has is over', async () => {
    await switchPagerOn(context);
    server.isOffline = true;
    expect(await switchPagerOff(context)).toEqual({ ok: true });
    expect([browser.subscription, await rings()]).toEqual([null, false]);
  });
});

describe('a pager that cannot be switched on', () => {
  const cases: [string, () => void, string][] = [
    ['the server cannot be reached', () => (server.isOffline = true), 'offline'],
    ['the server rings no phones', () => (server.pushKey = null), 'noPushKey'],
    ['the permission is refused', () => (browser.refusal = new DOMException('no', 'NotAllowedError')), 'denied'],
    ['the push service does not answer', () => (browser.refusal = new DOMException('no', 'AbortError')), 'pushRefused'],
    ['the server does not know the push service', () => server.refusals.set('PUT devices', 400), 'hostRefused'],
    ['the server fails', () => server.refusals.set('PUT devices', 503), 'serverFailed'],
  ];
  it.each(cases)('because %s, leaves nothing half done', async (_, prepare, kind) => {
    prepare();
    expect(await switchPagerOn(context)).toEqual({ ok: false, failure: expect.objectContaining({ kind }) });
    expect([browser.subscription, endpoints(), await rings()]).toEqual([null, [], undefined]);
  });
});

describe('at the start of a session, the subscription', () => {
  it('is not asked about on a phone that is not to ring', async () => {
    await renew();
    expect(server.asked).toEqual([]);
  });

  it('stays as it is when all is well', async () => {
    await switchPagerOn(context);
    await renew();
    expect(server.asked).toEqual(['GET health', `GET devices/${device}`]);
    expect(browser.made).toBe(1);
  });

  const LOST: [string, () => unknown][] = [
    ['the browser has lost it', () => (browser.subscription = null)],
    ['the server has lost it, or the push service has ended it', () => server.devices.clear()],
    ['the server has another key', () => (server.pushKey = 'key-2')],
  ];
  it.each(LOST)('is made anew when %s', async (_, lose) => {
    await switchPagerOn(context);
    lose();
    await renew();
    expect(endpoints()).toEqual([[device, 'https://push.example/2']]);
    expect(browser.subscription).toMatchObject({ endpoint: 'https://push.example/2', pushKey: server.pushKey });
  });

  it('is told to the server when the browser has renewed it by itself', async () => {
    await switchPagerOn(context);
    if (browser.subscription) browser.subscription = { ...browser.subscription, endpoint: 'https://push.example/new' };
    await renew();
    expect(endpoints()).toEqual([[device, 'https://push.example/new']]);
    expect(browser.made).toBe(1);
  });

  it('is removed without the permission, and comes back with it', async () => {
    await switchPagerOn(context);
    browser.granted = 'denied';
    await renew();
    expect([browser.subscription, endpoints()]).toEqual([null, []]);
    browser.granted = 'granted';
    await renew();
    expect(endpoints()).toEqual([[device, 'https://push.example/2']]);
  });

  it.each<[string, () => unknown]>([
    ['there is no network', () => (server.isOffline = true)],
    ['the server fails', () => server.refusals.set('GET devices', 503)],
    ['the server rings no phones any more', () => (server.pushKey = null)],
  ])('is left alone while %s', async (_, fail) => {
    await switchPagerOn(context);
    fail();
    await renew();
    expect(browser.subscription?.endpoint).toBe('https://push.example/1');
    expect(endpoints()).toEqual([[device, 'https://push.example/1']]);
  });

  it('is tried again at the next start when the push service has not answered', async () => {
    await switchPagerOn(context);
    server.devices.clear();
    browser.refusal = new DOMException('no', 'AbortError');
    await renew();
    expect(endpoints()).toEqual([]);
    browser.refusal = null;
    await renew();
    expect(endpoints()).toEqual([[device, 'https://push.example/2']]);
  });

  it('never fails the session, whatever the browser does', async () => {
    await switchPagerOn(context);
    browser.find = () => Promise.reject(new Error('broken'));
    await expect(renewSubscription(context)).resolves.toBeUndefined();
  });
});
