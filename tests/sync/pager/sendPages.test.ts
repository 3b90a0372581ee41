import { beforeEach, describe, expect, it, vi } from 'vitest';
import { addEntry } from '@/db/editIncident';
import { readIncident } from '@/db/queries';
import { putPhone } from '@/db/sharing/phones';
import type { PhoneRow } from '@/db/syncTables';
import { undo } from '@/db/undo';
import type { Entry } from '@/domain/rows/incident';
import type { Instant } from '@/lib/time';
import type { PageRequest } from '@/protocol/api';
import type { PageCalls } from '@/sync/client/client';
import { deviceId } from '@/sync/pager/deviceId';
import { createPageFollower, type PagerReport } from '@/sync/pager/followPages';
import { openMessage } from '@/sync/pager/message';
import { sendPages } from '@/sync/pager/sendPages';
import { logWakeUp } from '../../support/database';
import { DAD, entry, MUM, tonightAt } from '../../support/factories';
import { type SharedPhone, settle, sharedPhones } from '../../support/sharedPhone';
import { SimulatedServer } from '../../support/simulatedServer';

/* Her phone pages his. The home server takes what it is given, and answers as a test says. */

const INCIDENT = 'woke 02:43';
const page = entry('escalated', '02:44:00', { id: 'page', via: 'page' });

let now: Instant;
let hers: SharedPhone;
let his: SharedPhone;
let sent: PageRequest[];
/** What the push service makes of it; null: the server cannot be reached. */
let result: 'sent' | 'gone' | null;

beforeEach(async () => {
  now = tonightAt('02:44:00');
  sent = [];
  result = 'sent';
  const [first, second] = await sharedPhones(new SimulatedServer(), [0, 0], () => now);
  if (!first || !second) throw new Error('there are two');
  [hers, his] = [first, second];
  for (const { db } of [hers, his]) {
    await putPhone(db, { row: phoneRow(hers.id, MUM) });
    await putPhone(db, { row: phoneRow(his.id, DAD) });
  }
  await claim(hers, MUM);
  await claim(his, DAD);
  await logWakeUp(hers.db);
  await settle([hers, his]);
});

const phoneRow = (id: string, caregiverId: string): PhoneRow => ({
  id,
  updatedAt: now,
  deletedAt: null,
  name: id,
  caregiverId,
  lastContactAt: now,
  appVersion: '1',
  publicKey: '',
  head: 0,
  sum: '',
});

/** Says whose phone it is. */
async function claim({ db }: SharedPhone, caregiverId: string): Promise<void> {
  const sharing = await db.meta.get('sharing');
  if (sharing?.id === 'sharing') await db.meta.put({ ...sharing, caregiverId });
}

const pageCalls: PageCalls = {
  page: async (request) => {
    const present = result;
    if (present === null) return { ok: false, failure: { kind: 'offline' } };
    sent.push(request);
    const devices = request.to.map((id) => ({ id, result: present }));
    return { ok: true, value: { devices }, serverTime: null };
  },
};
const pagerOf = ({ context }: SharedPhone) => ({
  ...context,
  now: () => now,
  client: { ...context.client, ...pageCalls },
});
const follow = (phone: SharedPhone) => sendPages(pagerOf(phone), () => {});
const log = ({ db }: SharedPhone, line: Entry) => addEntry(db, { incidentId: INCIDENT, entry: line, now });
const messages = async () => Promise.all(sent.map(({ body }) => openMessage(hers.context.keys, body)));

describe('a page that is in the log', () => {
  it('is sent once, to his phone, as long as it may come late, with the incident as it is', async () => {
    await log(hers, page);
    now = tonightAt('02:44:10');
    expect(await follow(hers)).toEqual({ page: 'sent' });
    expect(await follow(hers)).toEqual({ page: 'sent' });
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      to: [await deviceId(hers.context.keys, his.id)],
      // Without a runbook a page rings for two minutes, of which ten seconds are over.
      ttl: 110,
      urgency: 'high',
      rings: true,
    });
    expect(await messages()).toMatchObject([{ kind: 'page', to: DAD, pageId: 'page', incident: { id: INCIDENT } }]);
  });

  it('waits for the server, is sent by a later start, and no more once its time is over', async () => {
    await log(hers, page);
    result = null;
    expect(await follow(hers)).toEqual({ page: 'waiting' });
    result = 'sent';
    expect(await follow(hers)).toEqual({ page: 'sent' });
    await log(hers, { ...page, id: 'second', at: tonightAt('02:44:05') } as Entry);
    now = tonightAt('02:47:00');
    expect(await follow(hers)).toEqual({ page: 'sent' });
    expect(sent).toHaveLength(1);
  });

  it('that no push service has taken is said to have failed', async () => {
    await log(hers, page);
    result = 'gone';
    expect(await follow(hers)).toEqual({ page: 'failed' });
  });

  it('is not sent by his own phone', async () => {
    await log(hers, page);
    await settle([hers, his]);
    expect(await follow(his)).toEqual({});
    expect(sent).toEqual([]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['she got up herself', () => log(hers, entry('acknowledged', '02:44:20', { by: MUM }))],
    ['the child settled alone', () => log(hers, entry('resolved', '02:44:20', { by: MUM, outcome: 'selfSettled' }))],
  ])('is told to be over once %s', async (_name, answer) => {
    await log(hers, page);
    await follow(hers);
    now = tonightAt('02:44:20');
    await answer();
    await follow(hers);
    await follow(hers);
    expect((await messages()).map((message) => message?.kind)).toEqual(['page', 'over']);
    expect(sent[1]).toMatchObject({ to: sent[0]?.to, topic: sent[0]?.topic, rings: false });
  });

  it('is not told to be over to the only phone that has answered it, and to a second one it is', async () => {
    await log(hers, page);
    await follow(hers);
    await log(hers, entry('acknowledged', '02:44:00', { by: DAD }));
    await follow(hers);
    expect(sent).toHaveLength(1);
    await putPhone(hers.db, { row: phoneRow('his tablet', DAD) });
    const second = { ...page, id: 'second' } as Entry;
    await log(hers, entry('stoodDown', '02:44:00', { by: DAD }));
    await log(hers, second);
    await follow(hers);
    await log(hers, entry('acknowledged', '02:44:00', { by: DAD, id: 'again' }));
    await follow(hers);
    expect((await messages()).map((message) => message?.kind)).toEqual(['page', 'page', 'over']);
    expect(sent[2]?.to).toHaveLength(2);
  });

  it('is told to be over if it is undone, and not if he is silent', async () => {
    const written = await log(hers, page);
    await follow(hers);
    await log(hers, entry('noResponse', '02:44:00', { by: DAD, id: 'silent' }));
    await follow(hers);
    expect(sent).toHaveLength(1);
    if (written.ok) await undo(hers.db, { undo: written.value.undo, now: tonightAt('02:44:05') });
    await follow(hers);
    expect((await messages()).map((message) => message?.kind)).toEqual(['page', 'over']);
  });
});

describe('what the screens are told', () => {
  it('is “sent” only once the server has taken the page, and who can be paged meanwhile', async () => {
    let answer = () => {};
    const taken = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const slow = pagerOf(hers);
    const { page: send } = slow.client;
    slow.client.page = async (request) => {
      await taken;
      return send(request);
    };
    const reports: Partial<PagerReport>[] = [];
    const followPages = createPageFollower(slow, (change) => reports.push(change), new AbortController().signal);
    await log(hers, page);
    followPages();
    await vi.waitFor(() => expect(reports).toContainEqual({ sending: { page: 'waiting' } }));
    // A round that ends in the meantime waits for nobody, and sends the page no second time.
    followPages();
    expect(reports).toContainEqual({ pageable: [DAD] });
    expect(reports).not.toContainEqual({ sending: { page: 'sent' } });
    answer();
    await vi.waitFor(() => expect(reports.at(-1)).toEqual({ sending: { page: 'sent' } }));
    expect(sent).toHaveLength(1);
  });

  it('is nothing more once the session has ended', async () => {
    const reports: Partial<PagerReport>[] = [];
    const controller = new AbortController();
    const followPages = createPageFollower(pagerOf(hers), (change) => reports.push(change), controller.signal);
    await log(hers, page);
    controller.abort();
    followPages();
    await readIncident(hers.db, INCIDENT);
    expect(reports).toEqual([]);
    expect(sent).toEqual([]);
  });
});
