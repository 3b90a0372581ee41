import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAlarm } from '@/pwa/alarm';

/* jsdom has no audio API. These fakes have the parts of it that the alarm needs. */
class FakeContext extends EventTarget {
  static last: FakeContext | null = null;
  static isAllowed = true;
  state = 'suspended';
  currentTime = 3;
  sampleRate = 8000;
  destination = 'speakers';
  constructor() {
    super();
    FakeContext.last = this;
  }
  resume(): Promise<void> {
    // In a browser that requires a tap before any sound, the promise stays pending until the tap.
    if (!FakeContext.isAllowed) return new Promise(() => {});
    return this.become('running');
  }
  suspend = () => this.become('suspended');
  become(state: string): Promise<void> {
    if (this.state !== state) {
      this.state = state;
      this.dispatchEvent(new Event('statechange'));
    }
    return Promise.resolve();
  }
}

interface Sound {
  startedAt: number;
  stoppedAt: number | undefined;
  isLoud: boolean;
}
let sounds: Sound[] = [];
class FakeSource {
  loop = false;
  #sound: Sound | null = null;
  connect = (next: unknown) => next;
  start = (at: number) => {
    this.#sound = { startedAt: at, stoppedAt: undefined, isLoud: true };
    sounds.push(this.#sound);
  };
  stop = (at?: number) => {
    if (!this.#sound) throw new DOMException('not started', 'InvalidStateError');
    this.#sound.stoppedAt = at ?? FakeContext.last?.currentTime ?? 0;
    if (at === undefined) this.#sound.isLoud = false;
  };
}
class FakeGain {
  gain = { setValueAtTime: vi.fn(), exponentialRampToValueAtTime: vi.fn() };
  connect = (next: unknown) => next;
  disconnect = () => {};
}
class FakeBuffer {
  copyToChannel = () => {};
}

const buzzes = vi.fn((_: number | number[]) => true);
const audible = () => sounds.filter(({ isLoud }) => isLoud).length;

beforeEach(() => {
  FakeContext.isAllowed = true;
  FakeContext.last = null;
  sounds = [];
  buzzes.mockClear();
  vi.stubGlobal('AudioContext', FakeContext);
  vi.stubGlobal('AudioBufferSourceNode', FakeSource);
  vi.stubGlobal('GainNode', FakeGain);
  vi.stubGlobal('AudioBuffer', FakeBuffer);
  Object.defineProperty(navigator, 'vibrate', { value: buzzes, configurable: true });
  vi.useFakeTimers();
});
afterEach(() => {
  Reflect.deleteProperty(navigator, 'vibrate');
  Reflect.deleteProperty(navigator, 'audioSession');
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function unlockedAlarm() {
  const alarm = createAlarm();
  expect(await alarm.unlock()).toBe(true);
  return alarm;
}

describe('the alarm', () => {
  it('is unlocked by a tap, and then plays nothing until it rings', async () => {
    const alarm = createAlarm();
    expect(alarm.isUnlocked).toBe(false);
    await alarm.unlock();
    expect(alarm.isUnlocked).toBe(true);
    expect(FakeContext.last?.state).toBe('suspended');
    expect(sounds).toEqual([]);
  });

  it('says that it stays locked where the browser never answers', async () => {
    FakeContext.isAllowed = false;
    const alarm = createAlarm();
    const unlocking = alarm.unlock();
    await vi.runAllTimersAsync();
    expect(await unlocking).toBe(false);
    expect(alarm.isUnlocked).toBe(false);
  });

  it('takes the channel of music on iOS, which sounds while the ringer is silent', async () => {
    const audioSession = { type: 'auto' };
    Object.defineProperty(navigator, 'audioSession', { value: audioSession, configurable: true });
    await unlockedAlarm();
    expect(audioSession.type).toBe('playback');
  });

  it('rings and vibrates within 200 ms until it is stopped', async () => {
    const alarm = await unlockedAlarm();
    alarm.ring(0.5);
    expect(FakeContext.last?.state).toBe('running');
    expect(sounds[0]?.startedAt).toBeGreaterThanOrEqual(3);
    expect(sounds[0]?.startedAt).toBeLessThan(3.2);
    expect(buzzes).toHaveBeenLastCalledWith([600, 200, 600, 600]);
    vi.advanceTimersByTime(60_000);
    // One buzz at first, and one every two seconds.
    expect(buzzes).toHaveBeenCalledTimes(31);
    expect(audible()).toBe(1);

    alarm.stop();
    expect(audible()).toBe(0);
    expect(FakeContext.last?.state).toBe('suspended');
    expect(buzzes).toHaveBeenLastCalledWith(0);
    vi.advanceTimersByTime(60_000);
    expect(buzzes).toHaveBeenCalledTimes(32);
  });

  it('is one alarm, however often it is told to ring', async () => {
    const alarm = await unlockedAlarm();
    alarm.ring(0.5);
    alarm.ring(0.5);
    expect(audible()).toBe(1);
    expect(FakeContext.last?.state).toBe('running');
  });

  it('goes on after a phone call has interrupted it, but not after it was stopped', async () => {
    const alarm = await unlockedAlarm();
    alarm.ring(0.5);
    await FakeContext.last?.become('interrupted');
    expect(FakeContext.last?.state).toBe('running');

    alarm.stop();
    await FakeContext.last?.become('interrupted');
    expect(FakeContext.last?.state).toBe('interrupted');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(FakeContext.last?.state).toBe('interrupted');
  });

  it('goes on when the page is seen again, where nothing else says that the call is over', async () => {
    const alarm = await unlockedAlarm();
    alarm.ring(0.5);
    FakeContext.isAllowed = false;
    await FakeContext.last?.become('interrupted');
    expect(FakeContext.last?.state).toBe('interrupted');
    FakeContext.isAllowed = true;
    document.dispatchEvent(new Event('visibilitychange'));
    expect(FakeContext.last?.state).toBe('running');
  });

  it('rings once for two seconds, and then suspends the audio by itself', async () => {
    const alarm = await unlockedAlarm();
    alarm.ringOnce(0.5);
    const [sound] = sounds;
    expect((sound?.stoppedAt ?? 0) - (sound?.startedAt ?? 0)).toBeCloseTo(2);
    expect(FakeContext.last?.state).toBe('running');
    await vi.runAllTimersAsync();
    expect(FakeContext.last?.state).toBe('suspended');
  });

  it('vibrates where there is no audio API', async () => {
    vi.stubGlobal('AudioContext', undefined);
    const alarm = createAlarm();
    expect(await alarm.unlock()).toBe(false);
    alarm.ring(1);
    expect(buzzes).toHaveBeenCalledTimes(1);
    alarm.stop();
    expect(buzzes).toHaveBeenLastCalledWith(0);
  });
});
