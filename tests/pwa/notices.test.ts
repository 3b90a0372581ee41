import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IncidentNotification } from '@/pwa/incidentNotification';
import { FakeNotifications } from '../support/notifications';

/* The module remembers what this page has shown, so each test loads it again, like a new page. */
let keepNotices: typeof import('@/pwa/syncNotifications').syncNotifications;
let shade: FakeNotifications;
let uninstall: () => void;

const loadPage = async () => {
  vi.resetModules();
  ({ syncNotifications: keepNotices } = await import('@/pwa/syncNotifications'));
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

describe('the shown notifications', () => {
  it('are one silent notification for each open incident, with its button', async () => {
    await keepNotices([leo, zoe]);
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

  it('are not shown again without a change, nor after a reload', async () => {
    await keepNotices([leo]);
    await keepNotices([{ ...leo }]);
    await loadPage();
    await keepNotices([leo]);
    expect(shade.history).toHaveLength(1);
  });

  it('are shown again when the time was corrected', async () => {
    await keepNotices([leo]);
    await keepNotices([{ ...leo, body: 'Since 02:38' }]);
    expect(shade.visible.map(({ body }) => body)).toEqual(['Since 02:38']);
  });

  it('lose a resolved incident, and get it back when it is reopened', async () => {
    await keepNotices([leo, zoe]);
    await keepNotices([zoe]);
    expect(titles()).toEqual(['Zoé is awake']);
    await keepNotices([leo, zoe]);
    expect(titles()).toEqual(['Zoé is awake', 'Léo is awake']);
  });

  it('lose an incident that was resolved before this page was opened', async () => {
    await keepNotices([leo]);
    await loadPage();
    await keepNotices([]);
    expect(titles()).toEqual([]);
  });

  it('do not return once they were swiped away', async () => {
    await keepNotices([leo]);
    shade.remove('a');
    await keepNotices([leo, zoe]);
    expect(titles()).toEqual(['Zoé is awake']);
  });

  it('keep those that belong to no incident', async () => {
    await shade.registration.showNotification('else', { tag: 'else', data: { incidentId: 'half' } });
    await keepNotices([]);
    expect(titles()).toEqual(['else']);
  });

  it('match the latest request, however quickly the requests follow', async () => {
    await Promise.all([keepNotices([leo]), keepNotices([leo, zoe]), keepNotices([])]);
    expect(titles()).toEqual([]);
  });

  it('are none without the permission', async () => {
    shade.permission = 'denied';
    await keepNotices([leo]);
    expect(titles()).toEqual([]);
    shade.permission = 'granted';
    await keepNotices([{ ...leo }]);
    expect(titles()).toEqual(['Léo is awake']);
  });

  it('cause no error where the browser refuses them', async () => {
    vi.spyOn(shade.registration, 'showNotification').mockRejectedValueOnce(new TypeError('no'));
    await keepNotices([leo]);
    expect(titles()).toEqual([]);
  });
});
