import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addEntry } from '@/db/editIncident';
import { changeChild } from '@/db/people';
import { SCHEMA_GENERATION } from '@/db/schema';
import { changeSharing } from '@/db/sharing/changeSharing';
import { readSharing, readSharingEnded } from '@/db/sharing/readSharing';
import { addMs, HOUR_MS, type Instant, SECOND_MS } from '@/lib/time';
import { announce } from '@/sync/announce';
import { connectionTo } from '@/sync/connect';
import { documentId, sealDocument } from '@/sync/crypto/documents';
import { generatePhoneKeys } from '@/sync/crypto/phoneKeys';
import type { SyncReport } from '@/sync/report';
import { runSession } from '@/sync/session';
import { logWakeUp } from '../support/database';
import { DAD, entry, LEO, tonightAt } from '../support/factories';
import { logText, type SharedPhone, settle, sharedPhones, testKeys } from '../support/sharedPhone';
import { SimulatedServer } from '../support/simulatedServer';
import { type Instead, jsonResponse, SimulatedStreams, simulatedFetch } from '../support/sync/simulatedFetch';

const START = tonightAt('02:50');

/** The time of the server, and of a phone whose clock is right. */
let now: Instant;
let server: SimulatedServer;
let hers: SharedPhone;
let his: SharedPhone;
let streams: SimulatedStreams;
/** What the server or a proxy answers instead, if anything. */
let instead: Instead;
let controller: AbortController;
let running: Promise<void>[];
beforeEach(async () => {
  // Storage needs its own timers.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.spyOn(Math, 'random').mockReturnValue(0);
  now = START;
  server = new SimulatedServer();
  const [first, second] = await sharedPhones(server, [0, 0], () => now);
  if (!first || !second) throw new Error('there are two');
  [hers, his] = [first, second];
  await settle([hers, his]);
  streams = new SimulatedStreams();
  instead = () => null;
  const clock = () => now;
  vi.stubGlobal('fetch', simulatedFetch(server, { streams, clock, instead: (request) => instead(request) }));
  controller = new AbortController();
  running = [];
});
afterEach(async () => {
  controller.abort();
  await vi.runAllTimersAsync();
  await Promise.all(running);
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

interface Session {
  /** Everything that was reported, the oldest first. */
  reports: Partial<SyncReport>[];
  /** What was reported of the contact, without what was said before. */
  contacts: () => string[];
  wake: () => void;
}

/** Starts the sync of a phone, whose clock is ahead by so much. */
async function start({ db }: SharedPhone, aheadMs = 0): Promise<Session> {
  const sharing = await readSharing(db);
  if (!sharing) throw new Error('it shares');
  const reports: Session['reports'] = [];
  const report = (change: Partial<SyncReport>) => void reports.push(change);
  const clock = () => addMs(now, aheadMs) as Instant;
  let wake = () => {};
  const connection = connectionTo('https://home.example', clock, (clockAheadMs) => report({ clockAheadMs }));
  const listen = (onNews: () => void) => {
    wake = onNews;
    return () => {};
  };
  const { signal } = controller;
  running.push(
    runSession({ db, sharing, connection, now: clock, appVersion: '1', report, reportPager: () => {}, signal, listen }),
  );
  return {
    reports,
    contacts: () =>
      reports
        .flatMap(({ contact }) => (contact ? [contact.state === 'same' ? 'same' : contact.because] : []))
        .filter((contact, index, all) => contact !== all[index - 1]),
    wake: () => wake(),
  };
}
const lastOf = <Key extends keyof SyncReport>({ reports }: Session, key: Key) =>
  reports.findLast((report) => key in report)?.[key];
const hasIncident = ({ db }: SharedPhone, id: string) =>
  until(async () => expect(await db.incidents.get(id)).toBeDefined());

/** Waits until a check holds. Other than Vitest's own, it leaves the faked timers alone. */
async function until(check: () => unknown): Promise<void> {
  const startedAt = performance.now();
  for (;;) {
    try {
      return void (await check());
    } catch (error) {
      if (performance.now() - startedAt > 20_000) throw error;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('a proxy that cuts streams', () => {
  it('loses nothing, and the phones never seem out of step', async () => {
    const session = await start(hers);
    for (const name of ['Leo', 'Lion', 'Leonard']) {
      await until(() => expect([streams.count, session.contacts()]).toEqual([1, ['same']]));
      now = addMs(now, 30 * SECOND_MS);
      streams.cut();
      // While there is no stream, nobody tells her phone of it.
      await changeChild(his.db, { id: LEO, change: { name }, now });
      await settle([his]);
      await until(async () => {
        await vi.advanceTimersByTimeAsync(100);
        expect(streams.count).toBe(1);
      });
      await until(async () => expect(await hers.db.children.get(LEO)).toMatchObject({ name }));
    }
    expect(session.contacts()).toEqual(['same']);
  });
});

describe('a server that wants to be left alone', () => {
  it('is not asked before the time it names; what is tapped meanwhile is sent then', async () => {
    const asked: string[] = [];
    instead = ({ method, path }) => {
      if (path.endsWith('/events')) return null;
      asked.push(method);
      return jsonResponse(429, { error: 'tooMany' }, { 'Retry-After': '120' });
    };
    const session = await start(hers);
    await until(() => expect(session.contacts()).toEqual(['tooMany']));
    await logWakeUp(hers.db);
    session.wake();
    await vi.advanceTimersByTimeAsync(119 * SECOND_MS);
    expect(asked).toEqual(['GET']);
    instead = () => null;
    await vi.advanceTimersByTimeAsync(SECOND_MS);
    await until(() => expect(session.contacts()).toEqual(['tooMany', 'same']));
    await settle([his]);
    await hasIncident(his, 'woke 02:43');
  });
});

describe('a server that fails', () => {
  const unreachable: Instead = () => {
    throw new TypeError('Failed to fetch');
  };
  const page = () => new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } });

  it.each<[string, Instead, string]>([
    ['is gone', unreachable, 'offline'],
    ['is full', ({ method }) => (method === 'POST' ? jsonResponse(507, { error: 'full' }) : null), 'full'],
    ['answers HTML', page, 'notHomeServer'],
    ['knows another token', () => jsonResponse(401, { error: 'unauthorized' }), 'unauthorized'],
    ['asks for a word it did not ask for', ({ method }) => refuseToCreate(method), 'unauthorized'],
    ['trips', () => jsonResponse(500, { error: 'failed' }), 'serverFailed'],
  ])('because it %s: the reason is told, and the tap arrives once it is well again', async (_, answer, because) => {
    instead = answer;
    await logWakeUp(hers.db);
    const session = await start(hers);
    await until(() => expect(session.contacts()).toEqual([because]));
    expect(await hers.db.outbox.toCollection().primaryKeys()).toEqual(['incidents/woke 02:43']);
    instead = () => null;
    session.wake();
    await until(() => expect(session.contacts()).toEqual([because, 'same']));
    await settle([his]);
    await hasIncident(his, 'woke 02:43');
  });
});

describe('a household that another phone has erased, or left behind a month ago', () => {
  it('ends the sharing of this one, which keeps its log and what it has not sent', async () => {
    await logWakeUp(hers.db);
    await his.context.client.deleteHousehold();
    await start(hers);
    await until(async () => expect(await readSharingEnded(hers.db)).toMatchObject({ why: 'erased', at: now }));
    expect(await readSharing(hers.db)).toBeNull();
    await hasIncident(hers, 'woke 02:43');
  });
});

describe('a document that this phone cannot read', () => {
  const children = { table: 'children', row: { id: 'new', updatedAt: 0, deletedAt: null } };

  /** Puts a document on the server that this phone has never heard. */
  async function put(body: (id: string) => Promise<string>): Promise<void> {
    const id = await documentId(await testKeys(), 'children', 'new');
    server.head += 1;
    server.docs.set(id, { id, n: 1, seq: server.head, body: await body(id) });
  }
  const sealed = async (id: string, more: { generation: number }) =>
    sealDocument(await testKeys(), { id, n: 1 }, { ...children, ...more });

  it.each<[string, (id: string) => Promise<string>, boolean, number]>([
    ['of a newer app', (id) => sealed(id, { generation: SCHEMA_GENERATION + 1 }), true, 0],
    ['of version 9', async () => `CQ${'A'.repeat(80)}`, true, 0],
    ['cut', async (id) => (await sealed(id, { generation: SCHEMA_GENERATION })).slice(0, -8), false, 1],
    ['of another place', () => sealed('D'.repeat(21).concat('A'), { generation: SCHEMA_GENERATION }), false, 1],
  ])('because it is %s is told of; the rest goes on', async (_, body, needsUpdate, unreadable) => {
    await put(body);
    await logWakeUp(hers.db);
    const session = await start(hers);
    await until(() => expect(session.contacts()).toEqual(['same']));
    expect([lastOf(session, 'needsUpdate'), lastOf(session, 'unreadable')]).toEqual([needsUpdate, unreadable]);
    await settle([his]);
    await hasIncident(his, 'woke 02:43');
  });
});

/** A new server under the old name, on which only those begin who know the operator's word. */
const refuseToCreate = (method: string): Response =>
  method === 'PUT' ? jsonResponse(403, { error: 'inviteNeeded' }) : jsonResponse(401, { error: 'unauthorized' });

describe('two phones with clocks three hours apart', () => {
  it('are told so, each if its own is wrong, and hold the same log', async () => {
    const [right, wrong] = [await start(hers), await start(his, 3 * HOUR_MS)];
    await until(() => expect([right, wrong].map((each) => each.contacts())).toEqual([['same'], ['same']]));
    expect(lastOf(right, 'clockAheadMs')).toBeNull();
    expect(lastOf(wrong, 'clockAheadMs')).toBe(3 * HOUR_MS);
    await logWakeUp(hers.db, '02:43');
    right.wake();
    await hasIncident(his, 'woke 02:43');
    // He answers on it, three hours later by his clock; then the child sleeps, by hers.
    const up = entry('acknowledged', '05:44', { id: 'he is up', by: DAD });
    expect(await addEntry(his.db, { incidentId: 'woke 02:43', entry: up, now: tonightAt('05:44') })).toMatchObject({
      ok: true,
    });
    wrong.wake();
    await until(async () => expect(await logText(his.db)).toBe(await logText(hers.db)));
    const end = entry('resolved', '02:59', { id: 'asleep' });
    expect(await addEntry(hers.db, { incidentId: 'woke 02:43', entry: end, now: tonightAt('02:59') })).toMatchObject({
      ok: true,
    });
    right.wake();
    await until(async () => expect(await logText(his.db)).toBe(await logText(hers.db)));
    // Her word counts for the end: the child sleeps on both.
    expect(await his.db.incidents.get('woke 02:43')).toMatchObject({ resolvedAt: tonightAt('02:59') });
  });
});

describe('a household that goes on under a new secret', () => {
  it('is followed later where the file with which that is done cannot be loaded, as without a network', async () => {
    const { announceMove } = await import('@/sync/follow');
    await changeSharing(his.db, await generatePhoneKeys());
    await settle([hers, his]);
    await announce(his.context, { head: 0, sum: '' });
    await settle([hers, his]);
    expect(await announceMove(hers.context, 'a phone that was lost')).toMatchObject({ ok: true });
    vi.doMock('@/sync/follow', () => {
      throw new TypeError('Importing a module script failed.');
    });

    const { contacts } = await start(his);
    await until(() => expect(contacts().at(-1)).toBe('offline'));
    vi.doUnmock('@/sync/follow');
  });
});
