import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IncidentNotification } from '@/pwa/incidentNotification';
import { FakeNotifications } from '../support/notifications';

/*
 * The module remembers the notifications that its page has shown. Each test therefore loads it
 * again, as a new page would.
 */
let syncNotifications: typeof import('@/pwa/syncNotifications').syncNotifications;
let shade: FakeNotifications;
let uninstall: () => void;

const loadPage = async () => {
  vi.resetModules();
  ({ syncNotifications } = await import('@/pwa/syncNotifications'));
};
beforeEach(async () => {
  shade = new FakeNotifications();
  uninstall = shade.install();
  await loadPage();
});
afterEach(() => uninstall());

const leo: IncidentNotification = {
  incidentId: 'a',
  title: 'Léo is awake',
  body: 'Since 02:43',
  settle: 'Asleep again',
  notWritten: 'Not written.',
  detectedAt: 1_000,
  holderId: null,
};
const zoe: IncidentNotification = { ...leo, incidentId: 'b', title: 'Zoé is awake' };
const titles = () => shade.visible.map(({ title }) => title);

describe('the synchronization of notifications', () => {
  it('shows one silent notification with a button for each open incident', async () => {
    await syncNotifications([leo, zoe]);
    expect(shade.visible).toMatchObject([
      {
        tag: 'a',
        title: 'Léo is awake',
        body: 'Since 02:43',
        silent: true,
        requireInteraction: true,
        renotify: false,
        timestamp: 1_000,
        actions: [{ action: 'settle', title: 'Asleep again' }],
      },
      { tag: 'b', title: 'Zoé is awake' },
    ]);
  });

  it('does not show an unchanged notification again, even after a reload', async () => {
    await syncNotifications([leo]);
    await syncNotifications([{ ...leo }]);
    await loadPage();
    await syncNotifications([leo]);
    expect(shade.history).toHaveLength(1);
  });

  it('replaces a notification when the time of its incident was corrected', async () => {
    await syncNotifications([leo]);
    await syncNotifications([{ ...leo, body: 'Since 02:38' }]);
    expect(shade.visible.map(({ body }) => body)).toEqual(['Since 02:38']);
  });

  it('closes the notification of a resolved incident and shows it again after a reopening', async () => {
    await syncNotifications([leo, zoe]);
    await syncNotifications([zoe]);
    expect(titles()).toEqual(['Zoé is awake']);
    await syncNotifications([leo, zoe]);
    expect(titles()).toEqual(['Zoé is awake', 'Léo is awake']);
  });

  it('closes the notification of an incident that was resolved before the page was opened', async () => {
    await syncNotifications([leo]);
    await loadPage();
    await syncNotifications([]);
    expect(titles()).toEqual([]);
  });

  it('does not show a notification again that was swiped away', async () => {
    await syncNotifications([leo]);
    shade.remove('a');
    await syncNotifications([leo, zoe]);
    expect(titles()).toEqual(['Zoé is awake']);
  });

  it('leaves a notification open that is about no incident', async () => {
    await shade.registration.showNotification('else', { tag: 'else', data: { incidentId: 'half' } });
    await syncNotifications([]);
    expect(titles()).toEqual(['else']);
  });

  it('shows the notifications of the latest of several quick requests', async () => {
    await Promise.all([syncNotifications([leo]), syncNotifications([leo, zoe]), syncNotifications([])]);
    expect(titles()).toEqual([]);
  });

  it('shows no notification until the permission is granted', async () => {
    shade.permission = 'denied';
    await syncNotifications([leo]);
    expect(titles()).toEqual([]);
    shade.permission = 'granted';
    await syncNotifications([{ ...leo }]);
    expect(titles()).toEqual(['Léo is awake']);
  });

  it('causes no error if the browser refuses a notification', async () => {
    vi.spyOn(shade.registration, 'showNotification').mockRejectedValueOnce(new TypeError('no'));
    await syncNotifications([leo]);
    expect(titles()).toEqual([]);
  });
});
