import { afterEach, describe, expect, it, vi } from 'vitest';
import { chime } from '@/pwa/chime';

/* jsdom has no audio API; this fake has the part that the tone needs. */
class FakeContext {
  static made: FakeContext[] = [];
  static allowed = true;
  state = 'suspended';
  currentTime = 3;
  destination = 'ear';
  close = vi.fn(async () => {});
  constructor() {
    FakeContext.made.push(this);
  }
  resume(): Promise<void> {
    // A browser that requires a tap first lets the caller wait.
    if (!FakeContext.allowed) return new Promise(() => {});
    this.state = 'running';
    return Promise.resolve();
  }
}

const tones: FakeOscillator[] = [];
class FakeOscillator extends EventTarget {
  begun: number | null = null;
  constructor(
    _context: unknown,
    readonly options: { frequency: number },
  ) {
    super();
    tones.push(this);
  }
  connect = (next: unknown) => next;
  start = (at: number) => {
    this.begun = at;
  };
  stop = (at: number) => {
    expect(at - (this.begun ?? 0)).toBeCloseTo(0.15);
    queueMicrotask(() => this.dispatchEvent(new Event('ended')));
  };
}

const loudness: number[] = [];
class FakeGain {
  gain = {
    setValueAtTime: (value: number) => loudness.push(value),
    linearRampToValueAtTime: (value: number) => loudness.push(value),
  };
  connect = (next: unknown) => next;
}

const stubAudio = (allowed: boolean) => {
  FakeContext.allowed = allowed;
  vi.stubGlobal('AudioContext', FakeContext);
  vi.stubGlobal('OscillatorNode', FakeOscillator);
  vi.stubGlobal('GainNode', FakeGain);
};
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  for (const list of [tones, loudness, FakeContext.made]) list.length = 0;
});

describe('the sound at the end of a step', () => {
  it('is one low, short, soft tone, and its AudioContext is closed', async () => {
    stubAudio(true);
    await chime();
    expect(tones.map(({ options, begun }) => [options.frequency < 250, begun])).toEqual([[true, 3]]);
    expect(Math.max(...loudness)).toBeLessThanOrEqual(0.05);
    expect(loudness.at(-1)).toBe(0);
    expect(FakeContext.made[0]?.close).toHaveBeenCalledOnce();
  });

  it('is not played later if the browser blocks it', async () => {
    stubAudio(false);
    vi.useFakeTimers();
    const over = chime();
    await vi.runAllTimersAsync();
    await over;
    expect(tones).toEqual([]);
    expect(FakeContext.made[0]?.close).toHaveBeenCalledOnce();
  });

  it('is skipped without an audio API, or when no AudioContext can be made', async () => {
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
