import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { removeIncident } from '@/db/correctIncident';
import { DATABASE_NAME, GAMEDAY_DATABASE_NAME, InfernalDatabase } from '@/db/database';
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

/**
 * Fills the real log with one open incident and shows its notification. `tap` taps "Asleep again"
 * at a wall time of the night.
 */
async function openIncidentWithNotice(...laterEntries: Entry[]) {
  const db = await householdDatabase(
    [incident([entry('detected', '02:43'), ...laterEntries], { id: 'cry' })],
    DATABASE_NAME,
  );
  const shade = new FakeNotifications();
  await showIncidentNotification(shade.registration, NOTICE);
  /** Notes what a send would find: the last line of the log, and how many notifications. */
  const onWritten = vi.fn(async () => {
    found.push(`${(await lastEntry())?.kind}, ${shade.visible.length} shown`);
  });
  const found: string[] = [];
  const tap = async (time = '03:01') => {
    const [notification] = shade.visible;
    if (!notification) throw new Error('the shade is empty');
    await onSettleAction(shade.registration, notification, tonightAt(time), onWritten);
  };
  const lastEntry = async () => (await db.incidents.get('cry'))?.timeline.at(-1);
  return { db, shade, tap, lastEntry, found };
}

describe('“Asleep again” on the lock screen', () => {
  it('resolves the incident now, by the holder of the phone, and closes the notification', async () => {
    const { db, shade, tap, lastEntry } = await openIncidentWithNotice();
    await tap();
    expect(await lastEntry()).toMatchObject({ kind: 'resolved', at: tonightAt('03:01'), by: DAD, outcome: 'settled' });
    expect((await db.incidents.get('cry'))?.resolvedAt).toBe(tonightAt('03:01'));
    expect(shade.visible).toEqual([]);
  });

  it('is sent once it is on disk and the notification is gone', async () => {
    const { tap, found } = await openIncidentWithNotice();
    await tap();
    expect(found).toEqual(['resolved, 0 shown']);
  });

  it('sends nothing if nothing was written', async () => {
    const { db, tap, found } = await openIncidentWithNotice();
    await db.meta.put({ id: 'schema', generation: SCHEMA_GENERATION + 1 });
    await tap();
    expect(found).toEqual([]);
  });

  it('logs the caregiver who got up last', async () => {
    const { tap, lastEntry } = await openIncidentWithNotice(
      entry('acknowledged', '02:45', { by: DAD }),
      entry('acknowledged', '02:50', { by: MUM }),
    );
    await tap();
    expect(await lastEntry()).toMatchObject({ kind: 'resolved', by: MUM });
  });

  it('writes nothing if the incident was already resolved', async () => {
    const { db, shade, tap } = await openIncidentWithNotice(entry('resolved', '02:55'));
    const initialIncident = await db.incidents.get('cry');
    await tap();
    expect(await db.incidents.get('cry')).toEqual(initialIncident);
    expect(shade.visible).toEqual([]);
  });

  it('writes nothing if the incident was deleted', async () => {
    const { db, shade, tap } = await openIncidentWithNotice();
    await removeIncident(db, { incidentId: 'cry', now: tonightAt('02:50') });
    const initialIncident = await db.incidents.get('cry');
    await tap();
    expect(await db.incidents.get('cry')).toEqual(initialIncident);
    expect(shade.visible).toEqual([]);
  });

  it('logs an estimated time, that of the last entry, if the clock was set back', async () => {
    const { shade, tap, lastEntry } = await openIncidentWithNotice();
    await tap('02:30');
    expect(await lastEntry()).toMatchObject({ kind: 'resolved', at: tonightAt('02:43'), estimated: true });
    expect(shade.visible).toEqual([]);
  });

  it('does not write to the log of a newer app, and shows that on the notification', async () => {
    const { db, shade, tap, lastEntry } = await openIncidentWithNotice();
    await db.meta.put({ id: 'schema', generation: SCHEMA_GENERATION + 1 });
    await tap();
    expect(await lastEntry()).toMatchObject({ kind: 'detected' });
    expect(shade.visible).toMatchObject([{ body: 'Not written: tap it in the app.', tag: 'cry' }]);
  });

  it('shows a storage failure on the notification, which can be tapped again', async () => {
    const { shade, tap, lastEntry } = await openIncidentWithNotice();
    const failingPut = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await tap();
    expect(shade.visible).toMatchObject([{ body: 'Not written: tap it in the app.', silent: true }]);
    failingPut.mockRestore();
    await tap('03:02');
    expect(await lastEntry()).toMatchObject({ kind: 'resolved', at: tonightAt('03:02') });
    expect(shade.visible).toEqual([]);
  });

  it('writes to the real log only, and closes its connection', async () => {
    const { db, shade, tap } = await openIncidentWithNotice();
    const gameDay = await householdDatabase(
      [incident([entry('detected', '02:43')], { id: 'cry' })],
      GAMEDAY_DATABASE_NAME,
    );
    const close = vi.spyOn(InfernalDatabase.prototype, 'close');
    await tap();
    const workerConnection = close.mock.contexts.find((connection) => connection !== db && connection !== gameDay);
    expect(workerConnection).toBeInstanceOf(InfernalDatabase);
    expect((workerConnection as InfernalDatabase).isOpen()).toBe(false);
    expect((await gameDay.incidents.get('cry'))?.timeline).toHaveLength(1);
    expect(shade.visible).toEqual([]);
  });

  it('only closes a notification of an older version, which has less data', async () => {
    const shade = new FakeNotifications();
    await shade.registration.showNotification('old', { tag: 'cry', data: { incidentId: 'cry' } });
    const [oldNotification] = shade.visible;
    const onWritten = vi.fn();
    if (oldNotification) await onSettleAction(shade.registration, oldNotification, tonightAt('03:00'), onWritten);
    expect(onWritten).not.toHaveBeenCalled();
    expect(shade.visible).toEqual([]);
  });
});

describe('a tap on the notification itself', () => {
  const scope = 'https://home.example/ops/';
  const windowAt = (url: string) => ({ url, focus: vi.fn(async () => {}), postMessage: vi.fn() });
  const windowClients = (...openWindows: ReturnType<typeof windowAt>[]) => ({
    matchAll: vi.fn(async () => openWindows),
    openWindow: vi.fn(async () => null),
  });

  it('shows Tonight in the most recently used window', async () => {
    const latestWindow = windowAt('https://home.example/ops/#/dashboard');
    const windows = windowClients(latestWindow, windowAt('https://home.example/ops/'));
    await openTonight(windows, scope);
    expect(latestWindow.postMessage).toHaveBeenCalledWith({ type: 'OPEN_TONIGHT' });
    expect(latestWindow.focus).toHaveBeenCalledOnce();
    expect(windows.openWindow).not.toHaveBeenCalled();
  });

  it('opens a new window if none is open', async () => {
    const windows = windowClients();
    await openTonight(windows, scope);
    expect(windows.openWindow).toHaveBeenCalledWith('https://home.example/ops/#/');
  });

  it('ignores other windows of the same origin', async () => {
    const foreignUrls = ['https://home.example/', 'https://home.example/ops-old/', 'https://home.example/garden/ops/'];
    const foreignWindows = foreignUrls.map(windowAt);
    const appWindow = windowAt('https://home.example/ops/?source=pwa#/nights');
    await openTonight(windowClients(...foreignWindows, appWindow), scope);
    expect(appWindow.focus).toHaveBeenCalledOnce();
    const windows = windowClients(...foreignWindows);
    await openTonight(windows, scope);
    expect(windows.openWindow).toHaveBeenCalledWith('https://home.example/ops/#/');
    for (const { focus, postMessage } of foreignWindows) {
      expect(focus).not.toHaveBeenCalled();
      expect(postMessage).not.toHaveBeenCalled();
    }
  });
});
