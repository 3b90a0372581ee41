import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IncidentNotification } from '@/pwa/incidentNotification';
import { FakeNotifications } from '../support/notifications';

/* The module remembers what this page has shown: each test is a page loaded anew. */
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

describe('the notifications shown', () => {
  it('holds one silent notification an open incident, with its button', async () => {
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

  it('is left alone by what says nothing new, and by a reload', async () => {
    await keepNotices([leo]);
    await keepNotices([{ ...leo }]);
    await loadPage();
    await keepNotices([leo]);
    expect(shade.history).toHaveLength(1);
  });

  it('says it anew when the time was corrected', async () => {
    await keepNotices([leo]);
    await keepNotices([{ ...leo, body: 'Since 02:38' }]);
    expect(shade.visible.map(({ body }) => body)).toEqual(['Since 02:38']);
  });

  it('loses what is over, and gets it back when the fix didn’t hold', async () => {
    await keepNotices([leo, zoe]);
    await keepNotices([zoe]);
    expect(titles()).toEqual(['Zoé is awake']);
    await keepNotices([leo, zoe]);
    expect(titles()).toEqual(['Zoé is awake', 'Léo is awake']);
  });

  it('loses what was over before this page', async () => {
    await keepNotices([leo]);
    await loadPage();
    await keepNotices([]);
    expect(titles()).toEqual([]);
  });

  it('does not get back what was swiped away', async () => {
    await keepNotices([leo]);
    shade.remove('a');
    await keepNotices([leo, zoe]);
    expect(titles()).toEqual(['Zoé is awake']);
  });

  it('keep notifications that belong to no incident', async () => {
    await shade.registration.showNotification('else', { tag: 'else', data: { incidentId: 'half' } });
    await keepNotices([]);
    expect(titles()).toEqual(['else']);
  });

  it('show the latest requested state, however quickly the requests follow', async () => {
    await Promise.all([keepNotices([leo]), keepNotices([leo, zoe]), keepNotices([])]);
    expect(titles()).toEqual([]);
  });

  it('stays empty without the permission', async () => {
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
