import { afterEach, describe, expect, it, vi } from 'vitest';
import { showBadge } from '@/pwa/badge';
import { onLaunch } from '@/pwa/launchQueue';
import { readPersistence } from '@/pwa/storagePersistence';
import { vibrate } from '@/pwa/vibrate';
import { holdWakeLock } from '@/pwa/wakeLock';

/* The app uses each of these APIs where it exists and does nothing without it. */

const cleanups: (() => void)[] = [];

/** Adds a property to the navigator, or to another object, for the duration of one test. */
function stubPlatform(name: string, value: unknown, target: object = navigator): void {
  Object.defineProperty(target, name, { value, configurable: true });
  cleanups.push(() => Reflect.deleteProperty(target, name));
}
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

const setVisibility = (state: DocumentVisibilityState) => {
  stubPlatform('visibilityState', state, document);
  document.dispatchEvent(new Event('visibilitychange'));
};
const nextTask = () => new Promise((resolve) => setTimeout(resolve));

describe('a platform without any of these APIs', () => {
  it('runs every function without an error', async () => {
    showBadge(1);
    vibrate(30);
    onLaunch(() => {});
    const releaseWakeLock = holdWakeLock();
    releaseWakeLock();
    expect(await readPersistence()).toBe('unknown');
  });
});

describe('the badge', () => {
  it('shows the number of open incidents, and removes the badge when there are none', () => {
    const [setAppBadge, clearAppBadge] = [vi.fn(async () => {}), vi.fn(async () => {})];
    stubPlatform('setAppBadge', setAppBadge);
    stubPlatform('clearAppBadge', clearAppBadge);
    showBadge(2);
    showBadge(0);
    expect(setAppBadge).toHaveBeenCalledExactlyOnceWith(2);
    expect(clearAppBadge).toHaveBeenCalledOnce();
  });

  it('causes no unhandled rejection if the platform refuses the badge', async () => {
    stubPlatform('setAppBadge', () => Promise.reject(new DOMException('no', 'NotAllowedError')));
    showBadge(2);
    await nextTask();
  });
});

describe('the wake lock', () => {
  const stubWakeLock = () => {
    const locks: { release: ReturnType<typeof vi.fn> }[] = [];
    const request = vi.fn(async () => {
      const lock = { release: vi.fn(async () => {}) };
      locks.push(lock);
      return lock;
    });
    stubPlatform('wakeLock', { request });
    return { locks, request };
  };

  it('requests the lock again each time the page becomes visible, until it is released', async () => {
    const { locks, request } = stubWakeLock();
    setVisibility('visible');
    const releaseWakeLock = holdWakeLock();
    await nextTask();
    setVisibility('hidden');
    setVisibility('visible');
    await nextTask();
    expect(request).toHaveBeenCalledTimes(2);
    releaseWakeLock();
    await nextTask();
    expect(locks.at(-1)?.release).toHaveBeenCalledOnce();
    setVisibility('visible');
    expect(request).toHaveBeenCalledTimes(2);
  });

  it('releases the lock at once if the browser grants it after the app has released it', async () => {
    const { locks } = stubWakeLock();
    setVisibility('visible');
    const releaseWakeLock = holdWakeLock();
    releaseWakeLock();
    await nextTask();
    expect(locks.map(({ release }) => release.mock.calls.length)).toEqual([1]);
  });
});

it('calls the handler with the address of a launch, and not for a launch without one', () => {
  const urls: string[] = [];
  stubPlatform(
    'launchQueue',
    {
      setConsumer: (consumer: (params: object) => void) => {
        consumer({ targetURL: 'https://example.org/#/woke' });
        consumer({ targetURL: null });
      },
    },
    window,
  );
  onLaunch((url) => urls.push(url.hash));
  expect(urls).toEqual(['#/woke']);
});

describe('whether the log is kept', () => {
  const inSafariOnIphone = () => stubPlatform('userAgent', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X)');
  const storageThatSays = (isPersisted: boolean) => stubPlatform('storage', { persisted: async () => isPersisted });

  it.each([
    ['evictable', 'a browser that makes no promise', () => storageThatSays(false)],
    ['persisted', 'a browser that promises it', () => storageThatSays(true)],
    ['sevenDays', 'Safari on an iPhone, which knows no promise', inSafariOnIphone],
    ['persisted', 'Safari on an iPhone, if it promises it', () => [inSafariOnIphone(), storageThatSays(true)]],
  ])('is “%s” in %s', async (expected, _browser, stub) => {
    stub();
    expect(await readPersistence()).toBe(expected);
  });
});
