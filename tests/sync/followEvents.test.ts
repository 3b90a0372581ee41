import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { StreamEnd } from '@/sync/client/events';
import { followEvents } from '@/sync/followEvents';

const START = Date.parse('2026-11-17T02:43:00+01:00');
const OPEN = { type: 'open', data: '', change: null, page: null };
/** What the server says first. */
const HEAD = { type: 'change', data: '{}', change: { head: 1, sum: '' }, page: null };
const refused = (failure: Extract<StreamEnd, { why: 'refused' }>['failure']): StreamEnd => ({
  why: 'refused',
  failure,
});

let controller: AbortController;
/** The seconds after the start at which a stream was asked for. */
let askedAt: number[];
let wakes = 0;
let following: Promise<void>;
beforeEach(() => {
  vi.useFakeTimers({ now: START });
  // The longest wait that the draw can give, so that times are exact.
  vi.spyOn(Math, 'random').mockReturnValue(0);
  controller = new AbortController();
  askedAt = [];
  wakes = 0;
});
afterEach(async () => {
  controller.abort();
  await vi.runAllTimersAsync();
  await following;
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);

/** Follows streams that end like this, open for so long before; null: never. */
function follow(end: StreamEnd, lastsS: number | null): void {
  const openEvents: Parameters<typeof followEvents>[0]['client']['openEvents'] = async (onEvent) => {
    askedAt.push((Date.now() - START) / 1000);
    if (lastsS === null) return end;
    for (const event of [OPEN, HEAD]) onEvent(event);
    if (lastsS > 0) await new Promise((resolve) => setTimeout(resolve, lastsS * 1000));
    return end;
  };
  const client = { openEvents } as Parameters<typeof followEvents>[0]['client'];
  following = followEvents({ client }, { wake: () => wakes++ }, controller.signal, Date.now);
}

it('opens the stream again a second after a proxy has cut it, every thirty seconds, all night', async () => {
  follow({ why: 'cut' }, 30);
  await seconds(31 * 960);
  // 8 h: the stream is there for 30 s of every 31 s, and each opening asks for what was missed.
  expect(askedAt.slice(0, 4)).toEqual([0, 31, 62, 93]);
  expect(askedAt).toHaveLength(961);
  expect(wakes).toBe(961);
});

it('asks less and less often for a stream that is refused, or ends as soon as it is there', async () => {
  for (const [end, lastsS] of [
    [refused({ kind: 'notHomeServer' }), null],
    [refused({ kind: 'offline' }), null],
    [{ why: 'ended' }, 0],
  ] as const) {
    vi.setSystemTime(START);
    askedAt = [];
    controller = new AbortController();
    follow(end, lastsS);
    await seconds(31);
    expect(askedAt).toEqual([0, 1, 3, 7, 15, 31]);
    controller.abort();
    await following;
  }
});

it.each<StreamEnd>([
  refused({ kind: 'offline' }),
  // A network that swallows everything.
  { why: 'silent' },
])('wakes the session when nothing can be heard, so that the phone does not seem in step', async (end) => {
  follow(end, null);
  await seconds(0);
  expect(wakes).toBe(1);
});

it.each([
  refused({ kind: 'tooMany', retryAfterMs: 30_000 }),
  refused({ kind: 'serverFailed', status: 503, retryAfterMs: 30_000 }),
])('does not ask a server again before the time that it names', async (end) => {
  follow(end, null);
  await seconds(61);
  expect(askedAt).toEqual([0, 30, 60]);
  expect(wakes).toBe(0);
});

it('asks at once when the network comes back, but not before the time that the server names', async () => {
  const target = new EventTarget();
  vi.stubGlobal('addEventListener', target.addEventListener.bind(target));
  vi.stubGlobal('removeEventListener', target.removeEventListener.bind(target));
  const comeOnline = () => target.dispatchEvent(new Event('online'));

  follow(refused({ kind: 'offline' }), null);
  await seconds(8);
  comeOnline();
  await seconds(0);
  expect(askedAt).toEqual([0, 1, 3, 7, 8]);
  controller.abort();
  await following;

  vi.setSystemTime(START);
  askedAt = [];
  controller = new AbortController();
  follow(refused({ kind: 'tooMany', retryAfterMs: 30_000 }), null);
  await seconds(8);
  comeOnline();
  await seconds(21);
  expect(askedAt).toEqual([0]);
  await seconds(1);
  expect(askedAt).toEqual([0, 30]);
});

it('asks no more once it is stopped', async () => {
  follow(refused({ kind: 'tooMany', retryAfterMs: 30_000 }), null);
  await seconds(1);
  controller.abort();
  await following;
  await seconds(60);
  expect(askedAt).toEqual([0]);
});
