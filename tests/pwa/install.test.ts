import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/*
 * The modules keep what the browser has offered since the page was loaded, so each test loads them
 * again.
 */
let install: typeof import('@/pwa/install');
beforeEach(async () => {
  vi.resetModules();
  install = await import('@/pwa/install');
  (await import('@/pwa/installOffer')).listenForInstallPrompt();
});
afterEach(() => vi.restoreAllMocks());

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) AppleWebKit/605.1.15';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15';
const onDevice = (userAgent: string, touchPoints: number) => {
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(userAgent);
  Object.defineProperty(navigator, 'maxTouchPoints', { value: touchPoints, configurable: true });
};

describe('installing the app', () => {
  it('shows the browser’s dialog if the browser offers one', async () => {
    const onChange = vi.fn();
    install.subscribeToInstallState(onChange);
    const prompt = vi.fn(async () => ({ outcome: 'accepted' }));
    const offer = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt });
    dispatchEvent(offer);
    expect(install.installState()).toBe('promptable');
    expect(offer.defaultPrevented).toBe(true);
    await install.promptInstall();
    expect(prompt).toHaveBeenCalledOnce();
    dispatchEvent(new Event('appinstalled'));
    expect(install.installState()).toBe('installed');
    expect(onChange).toHaveBeenCalledTimes(3);
  });

  it.each([
    ['ios', 'an iPhone', IPHONE, 5],
    ['ios', 'an iPad, which reports that it is a Mac', MAC, 5],
    ['unavailable', 'a Mac', MAC, 0],
  ])('has the state “%s” on %s', (state, _device, userAgent, touchPoints) => {
    onDevice(userAgent, touchPoints);
    expect(install.installState()).toBe(state);
  });

  it('has the state “installed” in a window of the installed app', () => {
    onDevice(IPHONE, 5);
    vi.spyOn(globalThis, 'matchMedia').mockReturnValue({ matches: true } as MediaQueryList);
    expect(install.installState()).toBe('installed');
  });
});
