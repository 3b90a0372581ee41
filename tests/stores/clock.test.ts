import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Instant, MINUTE_MS, SECOND_MS } from '@/lib/time';
import { onTick } from '@/stores/clock';
import { at } from '../support/factories';

const START = at('2026-11-17 02:43:10');

/**
 * Adds a listener. Returns the times at which it is called, in milliseconds since START, and a
 * function that removes it.
 */
function listen(everyMs: number) {
  const times: number[] = [];
  const stop = onTick(everyMs, Date.now() as Instant, (now) => times.push(now - START));
  return { times, stop };
}

const setHidden = (hidden: boolean) => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  document.dispatchEvent(new Event('visibilitychange'));
};

beforeEach(() => {
  vi.useFakeTimers({ now: START });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('the clock of the screens', () => {
  it('calls each listener once per period', () => {
    const [secondListener, quarterListener, minuteListener] = [
      listen(SECOND_MS),
      listen(15 * SECOND_MS),
      listen(MINUTE_MS),
    ];
    vi.advanceTimersByTime(50 * SECOND_MS);
    // Starting at 2:43:10, the quarters of a minute are at :15, :30, :45 and :00.
    expect(secondListener.times).toHaveLength(50);
    expect(quarterListener.times).toEqual([5, 20, 35, 50].map((seconds) => seconds * SECOND_MS));
    expect(minuteListener.times).toEqual([50 * SECOND_MS]);
    for (const { stop } of [secondListener, quarterListener, minuteListener]) stop();
  });

  it('runs one timer with the shortest period of all listeners, and none without a listener', () => {
    const [minuteListener, secondListener] = [listen(MINUTE_MS), listen(SECOND_MS)];
    expect(vi.getTimerCount()).toBe(1);
    secondListener.stop();
    expect(vi.getTimerCount()).toBe(1);
    // 50 seconds of the minute are left.
    expect(vi.advanceTimersToNextTimer() && Date.now() - START).toBe(50 * SECOND_MS);
    minuteListener.stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not call a listener before its next period begins', () => {
    const { times, stop } = listen(MINUTE_MS);
    vi.setSystemTime(START + 49 * SECOND_MS);
    dispatchEvent(new Event('pageshow'));
    expect(times).toEqual([]);
    stop();
  });

  it('ticks while the page is hidden, and at once when the page is shown again', () => {
    const { times, stop } = listen(SECOND_MS);
    setHidden(true);
    vi.advanceTimersByTime(SECOND_MS);
    expect(times).toEqual([SECOND_MS]);
    // The browser did not run the timer for a while.
    vi.setSystemTime(START + 8 * MINUTE_MS);
    setHidden(false);
    expect(times).toEqual([SECOND_MS, 8 * MINUTE_MS]);
    expect(vi.getTimerCount()).toBe(1);
    stop();
  });

  it('ticks at once when the page returns from the browser’s cache', () => {
    const { times, stop } = listen(MINUTE_MS);
    vi.setSystemTime(START + 8 * MINUTE_MS);
    dispatchEvent(new Event('pageshow'));
    expect(times).toEqual([8 * MINUTE_MS]);
    stop();
  });

  it('calls a listener after the clock was set back', () => {
    const { times, stop } = listen(MINUTE_MS);
    vi.setSystemTime(START - 3 * MINUTE_MS);
    dispatchEvent(new Event('pageshow'));
    expect(times).toEqual([-3 * MINUTE_MS]);
    stop();
  });

  it('does not call a listener that another listener removed during the same tick', () => {
    const times: string[] = [];
    const stops: (() => void)[] = [];
    stops.push(onTick(SECOND_MS, START, () => stops[1]?.()));
    stops.push(onTick(SECOND_MS, START, () => times.push('the second one')));
    vi.advanceTimersByTime(SECOND_MS);
    expect(times).toEqual([]);
    stops[0]?.();
    expect(vi.getTimerCount()).toBe(0);
  });
});
