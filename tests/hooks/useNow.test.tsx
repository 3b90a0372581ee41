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

/** Renders a component and returns the time that it gets at each render. */
function show(everyMs: number): Instant[] {
  const rendered: Instant[] = [];
  renderHook(() => rendered.push(useNow(everyMs)));
  return rendered;
}

function pass(seconds: number): void {
  for (let second = 0; second < seconds; second += 1) act(() => void vi.advanceTimersByTime(SECOND_MS));
}

it('begins with the time to the millisecond, and continues at each full second', () => {
  const rendered = show(SECOND_MS);
  pass(2);
  expect(rendered).toEqual([START, at('2026-11-17 02:43:11'), at('2026-11-17 02:43:12')]);
});

it('renders again only at its own interval, whatever the interval of others', () => {
  const [second, minute] = [show(SECOND_MS), show(MINUTE_MS)];
  pass(49);
  expect(second).toHaveLength(50);
  expect(minute).toEqual([START]);
  pass(1);
  expect(minute).toEqual([START, at('2026-11-17 02:44')]);
});

it('leaves no timer behind', () => {
  show(SECOND_MS);
  cleanup();
  expect(vi.getTimerCount()).toBe(0);
});
