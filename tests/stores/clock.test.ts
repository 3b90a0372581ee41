import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Instant, MINUTE_MS, SECOND_MS } from '@/lib/time';
import { onTick } from '@/stores/clock';
import { at } from '../support/factories';

const START = at('2026-11-17 02:43:10');

/** A listener added at the start, and the times it was told, in milliseconds since then. */
function listen(everyMs: number) {
  const times: number[] = [];
  const stop = onTick(everyMs, Date.now() as Instant, (now) => times.push(now - START));
  return { times, stop };
}

const hide = (hidden: boolean) => {
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
  it('tells each listener the time once per period', () => {
    const [second, quarter, minute] = [listen(SECOND_MS), listen(15 * SECOND_MS), listen(MINUTE_MS)];
    vi.advanceTimersByTime(50 * SECOND_MS);
    // Starting at 2:43:10, the quarters of a minute are at :15, :30, :45 and :00.
    expect(second.times).toHaveLength(50);
    expect(quarter.times).toEqual([5, 20, 35, 50].map((seconds) => seconds * SECOND_MS));
    expect(minute.times).toEqual([50 * SECOND_MS]);
    for (const { stop } of [second, quarter, minute]) stop();
  });

  it('has one timer with the shortest period of all listeners, and none without a listener', () => {
    const [minute, second] = [listen(MINUTE_MS), listen(SECOND_MS)];
    expect(vi.getTimerCount()).toBe(1);
    second.stop();
    expect(vi.getTimerCount()).toBe(1);
    // 50 seconds of the minute are left.
    expect(vi.advanceTimersToNextTimer() && Date.now() - START).toBe(50 * SECOND_MS);
    minute.stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not tell a listener a time it knows already', () => {
    const { times, stop } = listen(MINUTE_MS);
    vi.setSystemTime(START + 49 * SECOND_MS);
    dispatchEvent(new Event('pageshow'));
    expect(times).toEqual([]);
    stop();
  });

  it('goes on while the page is hidden, and ticks at once when it is shown again', () => {
    const { times, stop } = listen(SECOND_MS);
    hide(true);
    vi.advanceTimersByTime(SECOND_MS);
    expect(times).toEqual([SECOND_MS]);
    // The browser did not run the timer for a while.
    vi.setSystemTime(START + 8 * MINUTE_MS);
    hide(false);
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

  it('follows a clock that is set back', () => {
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
