import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DATABASE_NAME, GAMEDAY_DATABASE_NAME, InfernalDatabase } from '@/db/database';
import { removeIncident } from '@/db/incidents';
import { SCHEMA_GENERATION } from '@/db/schema';
import type { Entry } from '@/domain/rows/incident';
import { type IncidentNotification, showIncidentNotification } from '@/pwa/incidentNotification';
import { onSettleAction } from '@/pwa/worker/onSettleAction';
import { openTonight } from '@/pwa/worker/openTonight';
import { householdDatabase } from '../support/database';
import { DAD, entry, incident, MUM, tonightAt } from '../support/factories';
import { FakeNotifications } from '../support/notifications';

/* The service worker's code, with a real database of the real name and the real commands. */

beforeEach(async () => {
  for (const name of [DATABASE_NAME, GAMEDAY_DATABASE_NAME]) await Dexie.delete(name);
});
afterEach(() => vi.restoreAllMocks());

const NOTICE: IncidentNotification = {
  incidentId: 'cry',
  title: 'Léo is awake',
  body: 'Since 02:43',
  settle: 'Asleep again',
  notWritten: 'Not written: tap it in the app.',
  detectedAt: tonightAt('02:43'),
  holderId: DAD,
};

/** The real log with one open incident, its notification, and a tap on "Asleep again". */
async function openIncidentWithNotice(...more: Entry[]) {
  const db = await householdDatabase([incident([entry('detected', '02:43'), ...more], { id: 'cry' })], DATABASE_NAME);
  const shade = new FakeNotifications();
  await showIncidentNotification(shade.registration, NOTICE);
  const tap = async (time = '03:01') => {
    const [notification] = shade.visible;
    if (!notification) throw new Error('the shade is empty');
    await onSettleAction(shade.registration, notification, tonightAt(time));
  };
  const lastEntry = async () => (await db.incidents.get('cry'))?.timeline.at(-1);
  return { db, shade, tap, lastEntry };
}

describe('“Asleep again” on the lock screen', () => {
  it('resolves the incident now, by the holder of the phone, and closes the notification', async () => {
    const { db, shade, tap, lastEntry } = await openIncidentWithNotice();
    await tap();
    expect(await lastEntry()).toMatchObject({ kind: 'resolved', at: tonightAt('03:01'), by: DAD, outcome: 'settled' });
    expect((await db.incidents.get('cry'))?.resolvedAt).toBe(tonightAt('03:01'));
    expect(shade.visible).toEqual([]);
  });

  it('is logged by the caregiver who got up last', async () => {
    const { tap, lastEntry } = await openIncidentWithNotice(
      entry('acknowledged', '02:45', { by: DAD }),
      entry('acknowledged', '02:50', { by: MUM }),
    );
    await tap();
    expect(await lastEntry()).toMatchObject({ kind: 'resolved', by: MUM });
  });

  it('writes nothing if the incident was already resolved', async () => {
    const { db, shade, tap } = await openIncidentWithNotice(entry('resolved', '02:55'));
    const before = await db.incidents.get('cry');
    await tap();
    expect(await db.incidents.get('cry')).toEqual(before);
    expect(shade.visible).toEqual([]);
  });

  it('writes nothing if the incident was deleted', async () => {
    const { db, shade, tap } = await openIncidentWithNotice();
    await removeIncident(db, { incidentId: 'cry', now: tonightAt('02:50') });
    const before = await db.incidents.get('cry');
    await tap();
    expect(await db.incidents.get('cry')).toEqual(before);
    expect(shade.visible).toEqual([]);
  });

  it('is estimated at the last known moment if the clock was set back', async () => {
    const { shade, tap, lastEntry } = await openIncidentWithNotice();
    await tap('02:30');
    expect(await lastEntry()).toMatchObject({ kind: 'resolved', at: tonightAt('02:43'), estimated: true });
    expect(shade.visible).toEqual([]);
  });

  it('does not write a log of a newer app, and says so', async () => {
    const { db, shade, tap, lastEntry } = await openIncidentWithNotice();
    await db.meta.put({ id: 'schema', generation: SCHEMA_GENERATION + 1 });
    await tap();
    expect(await lastEntry()).toMatchObject({ kind: 'detected' });
    expect(shade.visible).toMatchObject([{ body: 'Not written: tap it in the app.', tag: 'cry' }]);
  });

  it('keeps the notification if the storage fails, says so, and can be tapped again', async () => {
    const { shade, tap, lastEntry } = await openIncidentWithNotice();
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await tap();
    expect(shade.visible).toMatchObject([{ body: 'Not written: tap it in the app.', silent: true }]);
    full.mockRestore();
    await tap('03:02');
    expect(await lastEntry()).toMatchObject({ kind: 'resolved', at: tonightAt('03:02') });
    expect(shade.visible).toEqual([]);
  });

  it('writes to the real log only, and leaves no connection open', async () => {
    const { db, shade, tap } = await openIncidentWithNotice();
    const gameDay = await householdDatabase(
      [incident([entry('detected', '02:43')], { id: 'cry' })],
      GAMEDAY_DATABASE_NAME,
    );
    const close = vi.spyOn(InfernalDatabase.prototype, 'close');
    await tap();
    const worker = close.mock.contexts.find((one) => one !== db && one !== gameDay);
    expect(worker).toBeInstanceOf(InfernalDatabase);
    expect((worker as InfernalDatabase).isOpen()).toBe(false);
    expect((await gameDay.incidents.get('cry'))?.timeline).toHaveLength(1);
    expect(shade.visible).toEqual([]);
  });

  it('only closes a notification of an older version, which has less data', async () => {
    const shade = new FakeNotifications();
    await shade.registration.showNotification('old', { tag: 'cry', data: { incidentId: 'cry' } });
    const [old] = shade.visible;
    if (old) await onSettleAction(shade.registration, old, tonightAt('03:00'));
    expect(shade.visible).toEqual([]);
  });
});

describe('a tap on the notification itself', () => {
  const scope = 'https://home.example/ops/';
  const windowAt = (url: string) => ({ url, focus: vi.fn(async () => {}), postMessage: vi.fn() });
  const windowClients = (...there: ReturnType<typeof windowAt>[]) => ({
    matchAll: vi.fn(async () => there),
    openWindow: vi.fn(async () => null),
  });

  it('shows Tonight in the window that is open', async () => {
    const latest = windowAt('https://home.example/ops/#/dashboard');
    const windows = windowClients(latest, windowAt('https://home.example/ops/'));
    await openTonight(windows, scope);
    expect(latest.postMessage).toHaveBeenCalledWith({ type: 'OPEN_TONIGHT' });
    expect(latest.focus).toHaveBeenCalledOnce();
    expect(windows.openWindow).not.toHaveBeenCalled();
  });

  it('opens a window if there is none', async () => {
    const windows = windowClients();
    await openTonight(windows, scope);
    expect(windows.openWindow).toHaveBeenCalledWith('https://home.example/ops/#/');
  });

  it('ignores other windows of the same origin', async () => {
    const others = ['https://home.example/', 'https://home.example/ops-old/', 'https://home.example/garden/ops/'];
    const foreign = others.map(windowAt);
    const ours = windowAt('https://home.example/ops/?source=pwa#/nights');
    await openTonight(windowClients(...foreign, ours), scope);
    expect(ours.focus).toHaveBeenCalledOnce();
    const windows = windowClients(...foreign);
    await openTonight(windows, scope);
    expect(windows.openWindow).toHaveBeenCalledWith('https://home.example/ops/#/');
    for (const { focus, postMessage } of foreign) {
      expect(focus).not.toHaveBeenCalled();
      expect(postMessage).not.toHaveBeenCalled();
    }
  });
});
