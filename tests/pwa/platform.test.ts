import { afterEach, describe, expect, it, vi } from 'vitest';
import { showBadge } from '@/pwa/badge';
import { onLaunch } from '@/pwa/launchQueue';
import { readPersistence } from '@/pwa/storagePersistence';
import { vibrate } from '@/pwa/vibrate';
import { holdWakeLock } from '@/pwa/wakeLock';

/* Each API that a platform may lack is used where it exists and silently skipped elsewhere. */

const undo: (() => void)[] = [];
/** Adds a property to the navigator for this test. */
function stubPlatform(name: string, value: unknown, on: object = navigator): void {
  Object.defineProperty(on, name, { value, configurable: true });
  undo.push(() => Reflect.deleteProperty(on, name));
}
afterEach(() => {
  for (const step of undo.splice(0)) step();
});

const setVisibility = (state: DocumentVisibilityState) => {
  stubPlatform('visibilityState', state, document);
  document.dispatchEvent(new Event('visibilitychange'));
};
const nextTask = () => new Promise((resolve) => setTimeout(resolve));

describe('a platform without any of these APIs', () => {
  it('causes no error', async () => {
    showBadge(1);
    vibrate(30);
    onLaunch(() => {});
    holdWakeLock()();
    expect(await readPersistence()).toBe('unknown');
  });
});

describe('the badge', () => {
  it('shows the number of open incidents, and disappears without any', () => {
    const [set, clear] = [vi.fn(async () => {}), vi.fn(async () => {})];
    stubPlatform('setAppBadge', set);
    stubPlatform('clearAppBadge', clear);
    showBadge(2);
    showBadge(0);
    expect(set).toHaveBeenCalledExactlyOnceWith(2);
    expect(clear).toHaveBeenCalledOnce();
  });

  it('that the platform refuses causes no error', async () => {
    stubPlatform('setAppBadge', () => Promise.reject(new DOMException('no', 'NotAllowedError')));
    showBadge(2);
    await nextTask();
  });
});

describe('the screen lock', () => {
  const withLocks = () => {
    const locks: { release: ReturnType<typeof vi.fn> }[] = [];
    const request = vi.fn(async () => {
      const lock = { release: vi.fn(async () => {}) };
      locks.push(lock);
      return lock;
    });
    stubPlatform('wakeLock', { request });
    return { locks, request };
  };

  it('is requested, requested again when the page is shown again, and released', async () => {
    const { locks, request } = withLocks();
    setVisibility('visible');
    const release = holdWakeLock();
    await nextTask();
    setVisibility('hidden');
    setVisibility('visible');
    await nextTask();
    expect(request).toHaveBeenCalledTimes(2);
    release();
    await nextTask();
    expect(locks.at(-1)?.release).toHaveBeenCalledOnce();
    setVisibility('visible');
    expect(request).toHaveBeenCalledTimes(2);
  });

  it('that is granted after it was released is released at once', async () => {
    const { locks } = withLocks();
    setVisibility('visible');
    holdWakeLock()();
    await nextTask();
    expect(locks.map(({ release }) => release.mock.calls.length)).toEqual([1]);
  });
});

it('passes on the address of a launch', () => {
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
