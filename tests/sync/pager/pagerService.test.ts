import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endSharing } from '@/db/sharing/changeSharing';
import type { Instant } from '@/lib/time';
import { documentId } from '@/sync/crypto/documents';
import { deviceId } from '@/sync/pager/deviceId';
import { openMessage, type PagerMessage, type TestStep } from '@/sync/pager/message';
import { emitPagerMessage } from '@/sync/pager/messages';
import { createPagerService } from '@/sync/pager/pagerService';
import type { PagerService } from '@/sync/pager/service';
import { type SharedPhone, sharedPhones, testKeys } from '../../support/sharedPhone';
import { SimulatedServer } from '../../support/simulatedServer';
import { PagerServer } from '../../support/sync/pagerServer';
import { PushInMemory } from '../../support/sync/pushInMemory';

const HIS = 'phone 1';

let server: PagerServer;
let browser: PushInMemory;
let phone: SharedPhone;
let service: PagerService;
let controller: AbortController;
beforeEach(async () => {
  server = new PagerServer();
  browser = new PushInMemory();
  const [first] = await sharedPhones(new SimulatedServer(), [0], () => 0 as Instant);
  if (!first) throw new Error('there is one');
  phone = first;
  const connection = { origin: 'https://home.example', fetch: server.fetch };
  service = createPagerService({ db: phone.db, connection, browser });
  controller = new AbortController();
});
afterEach(() => controller.abort());

describe('the pager as the screens ask it', () => {
  it('says how this phone stands, before and after it was switched on', async () => {
    expect(await service.readOwnPager()).toEqual({ isWanted: false, isSubscribed: false });
    expect(await service.switchOn()).toEqual({ ok: true, value: null });
    expect(await service.readOwnPager()).toEqual({ isWanted: true, isSubscribed: true });
    browser.subscription = null;
    expect(await service.readOwnPager()).toEqual({ isWanted: true, isSubscribed: false });
    expect(await service.switchOff()).toEqual({ ok: true, value: null });
    expect(await service.readOwnPager()).toEqual({ isWanted: false, isSubscribed: false });
  });

  it('says why it was not switched on', async () => {
    server.pushKey = null;
    expect(await service.switchOn()).toEqual({ ok: false, failure: 'noPushKey' });
  });

  it('does nothing for a phone that does not share', async () => {
    await endSharing(phone.db, { ended: null });
    expect(await service.switchOn()).toEqual({ ok: false, failure: 'unauthorized' });
    expect(server.asked).toEqual([]);
  });
});

describe('a test of the pager', () => {
  const steps: TestStep[] = [];
  beforeEach(() => void steps.splice(0));
  const start = () => service.testPhone(HIS, (step) => steps.push(step), controller.signal);
  /** The test as the phone that is tested opens it. */
  const sent = async () => {
    const message = await openMessage(await testKeys(), server.pages.at(-1)?.body ?? '');
    if (message?.kind !== 'test') throw new Error('no test was sent');
    return message;
  };
  const heard = (step: TestStep, more: { testId: string; phone?: string }): PagerMessage => ({
    kind: 'testHeard',
    phone: HIS,
    step,
    ...more,
  });

  it('goes sealed to that phone, rings no webhook, and comes at most 30 s late', async () => {
    expect(await start()).toEqual({ ok: true, value: 'sent' });
    const device = await deviceId(await testKeys(), HIS);
    const topic = await documentId(await testKeys(), 'tests', HIS);
    expect(server.pages).toEqual([
      { to: [device], body: expect.any(String), ttl: 30, topic, urgency: 'high', rings: false },
    ]);
    expect(server.pages[0]?.topic).toMatch(/^[\w-]{1,32}$/);
    expect(await sent()).toMatchObject({ kind: 'test', from: 'phone 0' });
  });

  it.each(['unknown', 'gone', 'failed'] as const)('tells that the push was %s', async (result) => {
    server.result = result;
    expect(await start()).toEqual({ ok: true, value: result });
  });

  it('hears what that phone tells of this test, and of no other', async () => {
    await start();
    const { testId } = await sent();
    emitPagerMessage(heard('live', { testId: 'another' }));
    emitPagerMessage(heard('live', { testId, phone: 'phone 2' }));
    emitPagerMessage({ kind: 'handover', to: 'dad' });
    emitPagerMessage(heard('push', { testId }));
    emitPagerMessage(heard('shown', { testId }));
    await expect.poll(() => steps).toEqual(['push', 'shown']);
  });

  it('listens before it sends: an open app is quicker than the answer of the server', async () => {
    const { fetch } = server;
    const connection = {
      origin: 'https://home.example',
      fetch: async (...call: Parameters<typeof fetch>) => {
        const response = await fetch(...call);
        emitPagerMessage(heard('live', { testId: (await sent()).testId }));
        await expect.poll(() => steps).toEqual(['live']);
        return response;
      },
    };
    service = createPagerService({ db: phone.db, connection, browser });
    expect(await start()).toEqual({ ok: true, value: 'sent' });
    expect(steps).toEqual(['live']);
  });

  it('hears nothing more once it is over', async () => {
    await start();
    const { testId } = await sent();
    controller.abort();
    const other = new AbortController();
    const later: TestStep[] = [];
    await service.testPhone(HIS, (step) => later.push(step), other.signal);
    emitPagerMessage(heard('push', { testId }));
    emitPagerMessage(heard('push', { testId: (await sent()).testId }));
    await expect.poll(() => later).toEqual(['push']);
    expect(steps).toEqual([]);
    other.abort();
  });
});

describe('the webhook', () => {
  const URL = 'https://ntfy.sh/our-nights';

  it('is kept, read, tried and removed', async () => {
    expect(await service.readWebhook()).toEqual({ ok: true, value: null });
    expect(await service.putWebhook(URL)).toEqual({ ok: true, value: null });
    expect(await service.readWebhook()).toEqual({ ok: true, value: URL });
    expect(await service.tryWebhook()).toEqual({ ok: true, value: { result: 'sent', status: 200 } });
    expect(await service.removeWebhook()).toEqual({ ok: true, value: null });
    expect(await service.tryWebhook()).toEqual({ ok: false, failure: 'notFound' });
  });

  it('is not an address that the server would not call', async () => {
    server.refusals.set('PUT webhook', 400);
    expect(await service.putWebhook('https://192.168.1.20/')).toEqual({ ok: false, failure: 'refused' });
    expect(await service.putWebhook('http://ntfy.sh/')).toEqual({ ok: false, failure: 'notHttps' });
    expect(server.webhook).toBeNull();
  });

  it('is not sent if it can be none', async () => {
    expect(await service.putWebhook('ntfy.sh')).toEqual({ ok: false, failure: 'noAddress' });
    expect(server.asked).toEqual([]);
  });

  it('is not there without a network', async () => {
    server.isOffline = true;
    expect(await service.readWebhook()).toEqual({ ok: false, failure: 'offline' });
  });
});
