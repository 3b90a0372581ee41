import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IncidentNotice } from '@/pwa/incidentNotice';
import { FakeShade } from '../support/notifications';

/* The module remembers what this page has shown: each test is a page loaded anew. */
let keepNotices: typeof import('@/pwa/keepNotices').keepNotices;
let shade: FakeShade;
let uninstall: () => void;

const loadPage = async () => {
  vi.resetModules();
  ({ keepNotices } = await import('@/pwa/keepNotices'));
};
beforeEach(async () => {
  shade = new FakeShade();
  uninstall = shade.install();
  await loadPage();
});
afterEach(() => uninstall());

const leo: IncidentNotice = {
  incidentId: 'a',
  title: 'Léo is awake',
  body: 'Since 02:43',
  settle: 'Asleep again',
  notWritten: 'Not written.',
  detectedAt: 1_000,
  holderId: null,
};
const zoe: IncidentNotice = { ...leo, incidentId: 'b', title: 'Zoé is awake' };
const titles = () => shade.lying.map(({ title }) => title);

describe('the shade', () => {
  it('holds one silent notification an open incident, with its button', async () => {
    await keepNotices([leo, zoe]);
    expect(shade.lying).toMatchObject([
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
    expect(shade.shown).toHaveLength(1);
  });

  it('says it anew when the time was corrected', async () => {
    await keepNotices([leo]);
    await keepNotices([{ ...leo, body: 'Since 02:38' }]);
    expect(shade.lying.map(({ body }) => body)).toEqual(['Since 02:38']);
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

  it('keeps what is none of an incident', async () => {
    await shade.registration.showNotification('else', { tag: 'else', data: { incidentId: 'half' } });
    await keepNotices([]);
    expect(titles()).toEqual(['else']);
  });

  it('ends with the latest wish, however soon it came', async () => {
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

  it('that refuses is an extra', async () => {
    vi.spyOn(shade.registration, 'showNotification').mockRejectedValueOnce(new TypeError('no'));
    await keepNotices([leo]);
    expect(titles()).toEqual([]);
  });
});
