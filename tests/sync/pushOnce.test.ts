import { afterEach, describe, expect, it, vi } from 'vitest';
import { addEntry } from '@/db/editIncident';
import { toStoredIncident } from '@/db/storedIncident';
import type { HouseholdCalls } from '@/sync/client/client';
import { pushOnce } from '@/sync/pushOnce';
import { freshDatabaseName, logWakeUp, openWindow } from '../support/database';
import { DAD, entry, incident, tonightAt } from '../support/factories';
import { logText, roundOf, type SharedPhone, settle, sharedPhones } from '../support/sharedPhone';
import { SimulatedServer } from '../support/simulatedServer';
import { manualTimers } from '../support/sync/manualTimers';
import { installSyncLock } from '../support/sync/syncLock';

/* “Asleep again” was tapped on a notification, and the service worker sends it. */

afterEach(() => vi.unstubAllGlobals());

const now = tonightAt('03:05');

/** Two phones that hold the same: the wake-up at 2:43, which is open. */
async function awakeAt243() {
  const server = new SimulatedServer();
  const [hers, his] = await sharedPhones(server, [0, 0], () => now);
  if (!hers || !his) throw new Error('there are two');
  await logWakeUp(hers.db);
  await settle([hers, his]);
  return { server, hers, his };
}

const settleOn = ({ db }: SharedPhone, time = '03:03') =>
  addEntry(db, { incidentId: 'woke 02:43', entry: entry('resolved', time, { id: 'end' }), now });

/** Pushes once as the worker of this phone does, which has a connection of its own. */
function pushFrom({ db, context }: SharedPhone, client: HouseholdCalls = context.client, timers = manualTimers()) {
  const { schedule } = timers;
  return pushOnce(openWindow(db.name), { connect: () => client, appVersion: '1', now: () => now, schedule });
}

const endOn = async ({ db }: SharedPhone) => (await db.incidents.get('woke 02:43'))?.resolvedAt;

describe('with no window open', () => {
  it('what was written is on the server at once, and the other phone hears it', async () => {
    const { hers, his } = await awakeAt243();
    installSyncLock(false);
    await settleOn(his);
    expect(await pushFrom(his)).toEqual({ ok: true, value: 'sent' });
    expect(await his.db.outbox.count()).toBe(0);
    await roundOf(hers);
    expect(await endOn(hers)).toBe(tonightAt('03:03'));
  });

  it('it is sent although the other phone has answered the same wake-up meanwhile', async () => {
    const { hers, his } = await awakeAt243();
    installSyncLock(false);
    const up = entry('acknowledged', '02:50', { id: 'up', by: DAD });
    await addEntry(hers.db, { incidentId: 'woke 02:43', entry: up, now });
    await roundOf(hers);
    await settleOn(his);
    expect(await pushFrom(his)).toEqual({ ok: true, value: 'sent' });
    await roundOf(hers);
    expect((await hers.db.incidents.get('woke 02:43'))?.timeline.map(({ kind }) => kind)).toEqual([
      'detected',
      'acknowledged',
      'resolved',
    ]);
    await settle([hers, his]);
    expect(await logText(his.db)).toBe(await logText(hers.db));
  });

  it('a row that another phone changes again and again is left to the app', async () => {
    const { server, his } = await awakeAt243();
    installSyncLock(false);
    await settleOn(his);
    const { client } = his.context;
    const contested = {
      ...client,
      push: async (docs: Parameters<typeof client.push>[0]) => {
        for (const [id, doc] of server.docs) server.docs.set(id, { ...doc, n: doc.n + 1 });
        return client.push(docs);
      },
    };
    expect(await pushFrom(his, contested)).toEqual({ ok: true, value: 'unsent' });
    expect(await his.db.outbox.count()).toBe(1);
  });

  it('without a network it stays in the outbox, and is not tried again', async () => {
    const { his } = await awakeAt243();
    installSyncLock(false);
    await settleOn(his);
    his.faults.push('requestLost');
    expect(await pushFrom(his)).toEqual({ ok: false, failure: { kind: 'offline' } });
    expect(await his.db.outbox.toArray()).toEqual([{ key: 'incidents/woke 02:43' }]);
    expect(await endOn(his)).toBe(tonightAt('03:03'));
  });

  it('a server that has lost the household is left to the app', async () => {
    const { server, his } = await awakeAt243();
    installSyncLock(false);
    await settleOn(his);
    server.exists = false;
    expect(await pushFrom(his)).toEqual({ ok: false, failure: { kind: 'unauthorized' } });
    expect(server.exists).toBe(false);
  });
});

describe('with a window that syncs', () => {
  it('it is left to the window, which hears of the write', async () => {
    const { his } = await awakeAt243();
    installSyncLock(true);
    await settleOn(his);
    const timers = manualTimers();
    const asked = vi.fn(his.context.client.push);
    const pushed = pushFrom(his, { ...his.context.client, push: asked }, timers);
    await vi.waitUntil(() => timers.runningMs().length > 0);
    await roundOf(his);
    expect(await pushed).toEqual({ ok: true, value: 'leftToWindow' });
    expect(asked).not.toHaveBeenCalled();
    expect(timers.runningMs()).toEqual([]);
  });

  it('it is sent after five seconds if the window is frozen', async () => {
    const { hers, his } = await awakeAt243();
    installSyncLock(true);
    await settleOn(his);
    const timers = manualTimers();
    const pushed = pushFrom(his, his.context.client, timers);
    await vi.waitUntil(() => timers.runningMs().length > 0);
    expect(timers.runningMs()).toEqual([5000]);
    timers.runOut();
    expect(await pushed).toEqual({ ok: true, value: 'sent' });
    await roundOf(hers);
    expect(await endOn(hers)).toBe(tonightAt('03:03'));
  });
});

it('a phone that does not share asks nobody', async () => {
  installSyncLock(false);
  const db = openWindow(freshDatabaseName());
  await db.incidents.put(toStoredIncident(incident([entry('detected', '02:43')])));
  const connect = () => {
    throw new Error('there is no household');
  };
  const options = { connect, appVersion: '1', now: () => now };
  expect(await pushOnce(db, options)).toEqual({ ok: true, value: 'notShared' });
});
