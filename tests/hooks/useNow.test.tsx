import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useNow } from '@/hooks/useNow';
import { addMs, type Instant, MINUTE_MS, SECOND_MS } from '@/lib/time';
import { at } from '../support/factories';

const START = addMs(at('2026-11-17 02:43:10'), 400);

beforeEach(() => {
  vi.useFakeTimers({ now: START });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** Renders a component, and returns a list that grows by the component's time at each render. */
function renderClock(everyMs: number): Instant[] {
  const rendered: Instant[] = [];
  renderHook(() => rendered.push(useNow(everyMs)));
  return rendered;
}

/** Lets the seconds pass one by one, so that each tick is rendered. */
function passSeconds(seconds: number): void {
  for (let second = 0; second < seconds; second += 1) act(() => void vi.advanceTimersByTime(SECOND_MS));
}

it('returns the exact time at first, and then each full second', () => {
  const rendered = renderClock(SECOND_MS);
  passSeconds(2);
  expect(rendered).toEqual([START, at('2026-11-17 02:43:11'), at('2026-11-17 02:43:12')]);
});

it('renders again only at its own interval, even beside a clock with a shorter one', () => {
  const [secondTimes, minuteTimes] = [renderClock(SECOND_MS), renderClock(MINUTE_MS)];
  passSeconds(49);
  expect(secondTimes).toHaveLength(50);
  expect(minuteTimes).toEqual([START]);
  passSeconds(1);
  expect(minuteTimes).toEqual([START, at('2026-11-17 02:44')]);
});

it('stops its timer when the component is unmounted', () => {
  renderClock(SECOND_MS);
  cleanup();
  expect(vi.getTimerCount()).toBe(0);
});
