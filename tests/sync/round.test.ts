import { describe, expect, it } from 'vitest';
import { addEntry } from '@/db/editIncident';
import { changeChild } from '@/db/people';
import { changeSharing } from '@/db/sharing/changeSharing';
import { readLater } from '@/db/sharing/readSharing';
import { toStoredIncident } from '@/db/storedIncident';
import type { Entry } from '@/domain/rows/incident';
import { addMs, DAY_MS } from '@/lib/time';
import type { StoredDoc } from '@/protocol/api';
import type { HouseholdCalls } from '@/sync/client/client';
import { documentId, sealDocument } from '@/sync/crypto/documents';
import { deriveKeys } from '@/sync/crypto/householdKeys';
import { syncRound } from '@/sync/round';
import { logWakeUp } from '../support/database';
import { entry, incident, LEO, leo, tonightAt, ZOE } from '../support/factories';
import { logText, roundOf, type SharedPhone, settle, sharedPhones, testKeys } from '../support/sharedPhone';
import { SimulatedServer } from '../support/simulatedServer';

const now = tonightAt('09:00');

async function twoPhones(): Promise<{ server: SimulatedServer; hers: SharedPhone; his: SharedPhone }> {
  const server = new SimulatedServer();
  const [hers, his] = await sharedPhones(server, [0, 0], () => now);
  if (!hers || !his) throw new Error('there are two');
  await settle([hers, his]);
  return { server, hers, his };
}

const nameLeo = ({ db }: SharedPhone, name: string) => changeChild(db, { id: LEO, change: { name }, now });
const leoOf = async ({ db }: SharedPhone) => (await db.children.get(LEO))?.name;

/** Replaces a document on the server, as somebody with access to its store can. */
async function tamper(server: SimulatedServer, table: string, id: string, change: Partial<StoredDoc>): Promise<void> {
  const doc = server.docs.get(await documentId(await testKeys(), table, id));
  if (!doc) throw new Error('no such document');
  server.head += 1;
  server.docs.set(doc.id, { ...doc, ...change, seq: server.head });
}

async function newerDocument(table: string, row: { id: string }, n: number, generation: number): Promise<StoredDoc> {
  const keys = await testKeys();
  const id = await documentId(keys, table, row.id);
  return { id, n, seq: 0, body: await sealDocument(keys, { id, n }, { generation, table, row }) };
}

describe('two phones', () => {
  it('hold the same log: what one wrote, the other one hears', async () => {
    const { hers, his } = await twoPhones();
    await logWakeUp(hers.db);
    await settle([hers, his]);
    expect(await his.db.incidents.get('woke 02:43')).toMatchObject({ childId: LEO });
    expect(await logText(his.db)).toBe(await logText(hers.db));
  });

  it('make one incident of two wake-ups at 2:43, and both end it', async () => {
    const { hers, his } = await twoPhones();
    await logWakeUp(hers.db, '02:43');
    await logWakeUp(his.db, '02:44');
    await settle([hers, his]);
    expect(await hers.db.incidents.where('mergedInto').above('').primaryKeys()).toEqual(['woke 02:44']);
    // He taps on the incident that his screen showed a moment ago.
    const end = entry('resolved', '03:03', { id: 'his end' });
    expect(await addEntry(his.db, { incidentId: 'woke 02:44', entry: end, now })).toMatchObject({ ok: true });
    await settle([hers, his]);
    expect(await hers.db.incidents.get('woke 02:43')).toMatchObject({ resolvedAt: tonightAt('03:03') });
  });

  it('say the same of a row that both changed: the later word counts', async () => {
    const { hers, his } = await twoPhones();
    await nameLeo(hers, 'Leo');
    await changeChild(his.db, { id: LEO, change: { name: 'Lion' }, now: tonightAt('09:01') });
    await settle([hers, his]);
    expect([await leoOf(hers), await leoOf(his)]).toEqual(['Lion', 'Lion']);
  });

  it('send a row again that was changed while it was on its way', async () => {
    const { hers, his, server } = await twoPhones();
    await nameLeo(hers, 'Leo');
    const client = server.client();
    const slow = {
      ...client,
      push: async (docs: Parameters<typeof client.push>[0]) => {
        const reply = await client.push(docs);
        if ((await leoOf(hers)) === 'Leo')
          await changeChild(hers.db, { id: LEO, change: { name: 'Lion' }, now: tonightAt('09:01') });
        return reply;
      },
    };
    await syncRound({ ...hers.context, client: slow });
    await settle([hers, his]);
    expect(await leoOf(his)).toBe('Lion');
  });

  it('hear a month in pages, and a round that is cut goes on where it was', async () => {
    const { hers, his } = await twoPhones();
    const rows = Array.from({ length: 450 }, (_, n) =>
      incident([entry('detected', '02:43')], { id: `month ${n}`, childId: ZOE }),
    );
    await hers.db.incidents.bulkPut(rows.map((row) => toStoredIncident({ ...row, deletedAt: now })));
    await roundOf(hers);
    his.faults.push('none', 'requestLost');
    expect(await roundOf(his)).toEqual({ ok: false, failure: { kind: 'offline' } });
    expect(await his.db.incidents.count()).toBe(200);
    await settle([hers, his]);
    expect(await his.db.incidents.count()).toBe(450);
  });
});

describe('a phone that slept for a month', () => {
  it('hears all nights since, and sends the tap that it had kept', async () => {
    const { hers, his } = await twoPhones();
    await logWakeUp(his.db, '02:43');
    const month = Array.from({ length: 30 }, (_, day) =>
      incident(
        [entry('detected', '03:00'), entry('resolved', '03:20')].map((line) => later(line, day + 1)),
        {
          id: `night ${day}`,
        },
      ),
    );
    await hers.db.incidents.bulkPut(month.map(toStoredIncident));
    await nameLeo(hers, 'Leo');
    await settle([hers]);
    const awake = { ...his.context, now: () => addMs(now, 30 * DAY_MS) };
    expect(await syncRound(awake)).toMatchObject({ ok: true, value: { kind: 'same' } });
    expect(await his.db.incidents.count()).toBe(31);
    expect(await leoOf(his)).toBe('Leo');
    await settle([hers, his]);
    expect(await hers.db.incidents.get('woke 02:43')).toMatchObject({ childId: LEO });
    expect(await logText(his.db)).toBe(await logText(hers.db));
  });

  const later = (line: Entry, days: number): Entry => ({
    ...line,
    at: addMs(line.at, days * DAY_MS),
    updatedAt: addMs(line.updatedAt, days * DAY_MS),
  });
});

describe('a server', () => {
  it('that was restored from yesterday gets back what it lost, from either phone', async () => {
    const { hers, his, server } = await twoPhones();
    const yesterday = server.backUp();
    await nameLeo(hers, 'Leo');
    await logWakeUp(his.db);
    await settle([hers, his]);
    server.restore(yesterday);
    await settle([his, hers]);
    expect(await leoOf(his)).toBe('Leo');
    expect(server.docs.size).toBeGreaterThan(yesterday.docs.size);
    expect(await logText(his.db)).toBe(await logText(hers.db));
  });

  it('that was restored, and written to since, brings what was written since', async () => {
    const { hers, his, server } = await twoPhones();
    const yesterday = server.backUp();
    await nameLeo(hers, 'Leo');
    await settle([hers, his]);
    server.restore(yesterday);
    // His phone writes the same row as often as before: count and head are as hers remembers them.
    await changeChild(his.db, { id: LEO, change: { name: 'Lion' }, now: tonightAt('09:01') });
    await settle([his, hers]);
    expect([await leoOf(hers), await leoOf(his)]).toEqual(['Lion', 'Lion']);
  });

  it('that has lost everything is filled again', async () => {
    const { hers, his, server } = await twoPhones();
    const before = server.docs.size;
    server.restore({ docs: new Map(), head: 0 });
    server.exists = false;
    await settle([hers, his]);
    expect(server.docs.size).toBe(before);
    expect(await hers.db.children.count()).toBe(2);
  });

  it.each([
    ['with the word with which it was made', 'lullaby', { ok: true, value: { kind: 'same' } }],
    ['with another word', 'rhyme', { ok: false, failure: { kind: 'inviteNeeded' } }],
    ['without one, on a phone that has kept none', undefined, { ok: false, failure: { kind: 'inviteNeeded' } }],
  ])('that has lost everything, and asks for a word, is asked to make the household %s', async (_how, word, end) => {
    const { hers, server } = await twoPhones();
    if (word !== undefined) await changeSharing(hers.db, { invite: word });
    server.restore({ docs: new Map(), head: 0 });
    server.exists = false;
    const { client } = hers.context;
    const inviting: HouseholdCalls = {
      ...client,
      createHousehold: async (request) =>
        request?.invite === 'lullaby' ? client.createHousehold() : { ok: false, failure: { kind: 'inviteNeeded' } },
    };
    expect(await syncRound({ ...hers.context, client: inviting })).toMatchObject(end);
    expect(await hers.db.children.count()).toBe(2);
  });

  it('that gives pages which lead nowhere is taken for no home server', async () => {
    const { hers } = await twoPhones();
    const { client } = hers.context;
    const stuck = {
      ...client,
      pull: async (since: number, limit: number) => {
        const reply = await client.pull(since, limit);
        return reply.ok ? { ...reply, value: { ...reply.value, docs: [], more: true } } : reply;
      },
    };
    const end = await syncRound({ ...hers.context, client: stuck });
    expect(end).toEqual({ ok: false, failure: { kind: 'notHomeServer' } });
  });

  it('that says another sum for ever ends the round with a failure, and nothing is lost', async () => {
    const { hers } = await twoPhones();
    const { client } = hers.context;
    const lying = {
      ...client,
      pull: async (since: number, limit: number) => {
        const reply = await client.pull(since, limit);
        return reply.ok ? { ...reply, value: { ...reply.value, sum: 'A'.repeat(22) } } : reply;
      },
    };
    await nameLeo(hers, 'Leo');
    const end = await syncRound({ ...hers.context, client: lying });
    expect(end).toMatchObject({ ok: false, failure: { kind: 'serverFailed' } });
    expect(await leoOf(hers)).toBe('Leo');
    expect(await hers.db.outbox.count()).toBe(1);
  });

  it('whose household was deleted by a phone says so', async () => {
    const { hers, his } = await twoPhones();
    await his.context.client.deleteHousehold();
    expect(await roundOf(hers)).toEqual({ ok: false, failure: { kind: 'gone' } });
    expect(await hers.db.children.count()).toBe(2);
  });
});

describe('a server that takes less at once than a phone sends', () => {
  it('gets it in parts', async () => {
    const { hers, his, server } = await twoPhones();
    const rows = Array.from({ length: 9 }, (_, n) =>
      incident([entry('detected', '02:43'), entry('resolved', '02:50')], { id: `part ${n}`, deletedAt: now }),
    );
    await hers.db.incidents.bulkPut(rows.map(toStoredIncident));
    const client = server.client();
    const sizes: number[] = [];
    const small = {
      ...client,
      push: async (docs: Parameters<typeof client.push>[0]) => {
        sizes.push(docs.length);
        return docs.length > 2 ? ({ ok: false, failure: { kind: 'tooLarge' } } as const) : client.push(docs);
      },
    };
    expect(await syncRound({ ...hers.context, client: small })).toMatchObject({ ok: true, value: { kind: 'same' } });
    expect(sizes.slice(0, 3)).toEqual([9, 4, 2]);
    await settle([hers, his]);
    expect(await his.db.incidents.count()).toBe(9);
  });
});

describe('a document', () => {
  it.each([
    ['cut', (body: string) => body.slice(0, -8)],
    ['damaged', (body: string) => `${body.slice(0, 60)}${body[60] === 'A' ? 'B' : 'A'}${body.slice(61)}`],
  ])('that was %s is refused, the rest goes on, and a phone that has the row mends it', async (_what, damage) => {
    const { hers, his, server } = await twoPhones();
    const doc = server.docs.get(await documentId(await testKeys(), 'children', LEO));
    await tamper(server, 'children', LEO, { body: damage(doc?.body ?? '') });
    await logWakeUp(his.db);
    await settle([hers, his]);
    expect(await readLater(hers.db)).toEqual([]);
    expect(await logText(his.db)).toBe(await logText(hers.db));
    expect(await leoOf(hers)).toBe('Léo');
  });

  it('of another row, another count or another household is refused', async () => {
    const { hers, server } = await twoPhones();
    const keys = await testKeys();
    const place = await documentId(keys, 'children', LEO);
    const foreign = await deriveKeys(new Uint8Array(32).fill(9));
    const content = { generation: 5, table: 'children', row: { ...leo, name: 'Mallory', updatedAt: now } };
    const bodies = [
      await sealDocument(foreign, { id: place, n: 2 }, content),
      await sealDocument(keys, { id: await documentId(keys, 'children', ZOE), n: 2 }, content),
      await sealDocument(keys, { id: place, n: 9 }, content),
      await sealDocument(keys, { id: place, n: 2 }, { ...content, row: { ...content.row, id: ZOE } }),
    ];
    for (const body of bodies) {
      await tamper(server, 'children', LEO, { body, n: 2 });
      await settle([hers]);
      expect(await leoOf(hers)).toBe('Léo');
    }
  });

  it('of a newer app is kept sealed, is not written over, and is read after the update', async () => {
    const { hers, his, server } = await twoPhones();
    const newer = await newerDocument('children', { ...leo, shoeSize: 19 } as { id: string }, 2, 5);
    await tamper(server, 'children', LEO, { n: newer.n, body: newer.body });
    await settle([hers]);
    expect(await readLater(hers.db)).toMatchObject([{ id: newer.id, reason: 'tooNew' }]);
    await nameLeo(hers, 'Leo');
    await roundOf(hers);
    expect(server.docs.get(newer.id)?.body).toBe(newer.body);
    expect(await leoOf(hers)).toBe('Leo');
    expect(await hers.db.outbox.count()).toBe(1);
    expect(await leoOf(his)).toBe('Léo');
  });

  it('with a version that this app does not know is kept, too', async () => {
    const { hers, server } = await twoPhones();
    await tamper(server, 'children', LEO, { body: `CQ${'A'.repeat(80)}` });
    await roundOf(hers);
    expect(await readLater(hers.db)).toMatchObject([{ reason: 'tooNew' }]);
  });

  it('that is replayed changes nothing, and is sent again as it should be', async () => {
    const { hers, his, server } = await twoPhones();
    const old = server.docs.get(await documentId(await testKeys(), 'children', LEO));
    await nameLeo(hers, 'Leo');
    await settle([hers, his]);
    await tamper(server, 'children', LEO, { n: old?.n ?? 0, body: old?.body ?? '' });
    await settle([hers, his]);
    expect([await leoOf(hers), await leoOf(his)]).toEqual(['Leo', 'Leo']);
    // A third phone that joins now must not get the old one.
    expect(server.docs.get(old?.id ?? '')?.body).not.toBe(old?.body);
  });

  it('that is too large for the server stays on its phone, and the others are sent', async () => {
    const { hers, his } = await twoPhones();
    const lines = Array.from({ length: 400 }, (_, n) =>
      entry('note', '02:50', { id: `line ${n}`, text: 'é'.repeat(900) }),
    );
    await hers.db.incidents.put(toStoredIncident(incident([entry('detected', '02:43'), ...lines], { id: 'huge' })));
    await nameLeo(hers, 'Leo');
    expect(await roundOf(hers)).toEqual({ ok: true, value: { kind: 'tooLarge' } });
    await roundOf(his);
    expect(await leoOf(his)).toBe('Leo');
    expect(await hers.db.outbox.toArray()).toEqual([{ key: 'incidents/huge' }]);
  });
});
