import { afterEach, describe, expect, it, vi } from 'vitest';
import { showBadge } from '@/pwa/badge';
import { onLaunch } from '@/pwa/launchQueue';
import { persistence } from '@/pwa/persist';
import { vibrate } from '@/pwa/vibrate';
import { holdWakeLock } from '@/pwa/wakeLock';

/* Each thing a platform may have or not: used where it is, silently absent where it is not. */

const undo: (() => void)[] = [];
/** Gives the navigator something for this test. */
function platformHas(name: string, value: unknown, on: object = navigator): void {
  Object.defineProperty(on, name, { value, configurable: true });
  undo.push(() => Reflect.deleteProperty(on, name));
}
afterEach(() => {
  for (const step of undo.splice(0)) step();
});

const becomes = (state: DocumentVisibilityState) => {
  platformHas('visibilityState', state, document);
  document.dispatchEvent(new Event('visibilitychange'));
};
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('a platform that has nothing of it', () => {
  it('is left in peace', async () => {
    showBadge(1);
    vibrate(30);
    onLaunch(() => {});
    holdWakeLock()();
    expect(await persistence()).toBe('unknown');
  });
});

describe('the badge', () => {
  it('shows how many are awake, and goes', () => {
    const [set, clear] = [vi.fn(async () => {}), vi.fn(async () => {})];
    platformHas('setAppBadge', set);
    platformHas('clearAppBadge', clear);
    showBadge(2);
    showBadge(0);
    expect(set).toHaveBeenCalledExactlyOnceWith(2);
    expect(clear).toHaveBeenCalledOnce();
  });

  it('that is refused is an extra', async () => {
    platformHas('setAppBadge', () => Promise.reject(new DOMException('no', 'NotAllowedError')));
    showBadge(2);
    await settled();
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
    platformHas('wakeLock', { request });
    return { locks, request };
  };

  it('is asked for, asked again when the page is seen again, and given back', async () => {
    const { locks, request } = withLocks();
    becomes('visible');
    const release = holdWakeLock();
    await settled();
    becomes('hidden');
    becomes('visible');
    await settled();
    expect(request).toHaveBeenCalledTimes(2);
    release();
    await settled();
    expect(locks.at(-1)?.release).toHaveBeenCalledOnce();
    becomes('visible');
    expect(request).toHaveBeenCalledTimes(2);
  });

  it('that comes after all is over is given back at once', async () => {
    const { locks } = withLocks();
    becomes('visible');
    holdWakeLock()();
    await settled();
    expect(locks.map(({ release }) => release.mock.calls.length)).toEqual([1]);
  });
});

it('a launch hands over its address', () => {
  const urls: string[] = [];
  platformHas(
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
