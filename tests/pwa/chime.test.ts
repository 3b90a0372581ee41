import { afterEach, describe, expect, it, vi } from 'vitest';
import { chime } from '@/pwa/chime';

/* jsdom has no audio API. These fakes have the parts of it that the tone needs. */
class FakeContext {
  static instances: FakeContext[] = [];
  static isAllowed = true;
  state = 'suspended';
  currentTime = 3;
  destination = 'speakers';
  close = vi.fn(async () => {});
  constructor() {
    FakeContext.instances.push(this);
  }
  resume(): Promise<void> {
    // In a browser that requires a tap before any sound, the promise stays pending until the tap.
    if (!FakeContext.isAllowed) return new Promise(() => {});
    this.state = 'running';
    return Promise.resolve();
  }
}

const tones: FakeOscillator[] = [];
class FakeOscillator extends EventTarget {
  startedAt: number | null = null;
  constructor(
    _context: unknown,
    readonly options: { frequency: number },
  ) {
    super();
    tones.push(this);
  }
  connect = (next: unknown) => next;
  start = (at: number) => {
    this.startedAt = at;
  };
  stop = (at: number) => {
    expect(at - (this.startedAt ?? 0)).toBeCloseTo(0.15);
    queueMicrotask(() => this.dispatchEvent(new Event('ended')));
  };
}

const gains: number[] = [];
class FakeGain {
  gain = {
    setValueAtTime: (value: number) => gains.push(value),
    linearRampToValueAtTime: (value: number) => gains.push(value),
  };
  connect = (next: unknown) => next;
}

const stubAudio = ({ isAllowed }: { isAllowed: boolean }) => {
  FakeContext.isAllowed = isAllowed;
  vi.stubGlobal('AudioContext', FakeContext);
  vi.stubGlobal('OscillatorNode', FakeOscillator);
  vi.stubGlobal('GainNode', FakeGain);
};
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  for (const list of [tones, gains, FakeContext.instances]) list.length = 0;
});

describe('the sound at the end of a step', () => {
  it('plays one low, short, soft tone and closes its AudioContext', async () => {
    stubAudio({ isAllowed: true });
    await chime();
    expect(tones.map(({ options, startedAt }) => [options.frequency < 250, startedAt])).toEqual([[true, 3]]);
    expect(Math.max(...gains)).toBeLessThanOrEqual(0.05);
    expect(gains.at(-1)).toBe(0);
    expect(FakeContext.instances[0]?.close).toHaveBeenCalledOnce();
  });

  it('plays nothing and closes its AudioContext if the browser blocks the sound', async () => {
    stubAudio({ isAllowed: false });
    vi.useFakeTimers();
    const chimeEnded = chime();
    await vi.runAllTimersAsync();
    await chimeEnded;
    expect(tones).toEqual([]);
    expect(FakeContext.instances[0]?.close).toHaveBeenCalledOnce();
  });

  it('plays nothing without an audio API or if no AudioContext can be made', async () => {
    await chime();
    vi.stubGlobal(
      'AudioContext',
      class {
        constructor() {
          throw new DOMException('too many', 'NotSupportedError');
        }
      },
    );
    await chime();
    expect(tones).toEqual([]);
  });
});
