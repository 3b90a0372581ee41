import type { Page } from '@playwright/test';

/** What a listener beside the phone has heard, in milliseconds of the page's own clock. */
interface Heard {
  /** When it was last asked to listen. */
  since: number;
  /** The first sound since then; null if there was none. */
  firstAt: number | null;
  /** The last sound; null if there was none. */
  lastAt: number | null;
}

/** Quieter samples are no sound: the alarm begins at a fortieth of its volume. */
const AUDIBLE = 0.002;

/**
 * Listens to everything the page plays: whatever is connected to the speakers goes through an
 * analyser, too. To be called before the page is opened.
 *
 * @returns `listen` begins to listen anew, from the next time that `selector` appears if it is
 * given, else from the call; `heard` returns what was heard since; `quietMs` for how long nothing
 * was heard
 */
export async function hearing(page: Page) {
  await page.addInitScript((audible) => {
    const heard: Heard & { selector: string | null } = { since: 0, firstAt: null, lastAt: null, selector: null };
    Object.assign(window, { heard });
    const analysers = new Map<BaseAudioContext, AnalyserNode>();
    const connect = AudioNode.prototype.connect as (this: AudioNode, to: AudioNode) => AudioNode;
    AudioNode.prototype.connect = function (this: AudioNode, to: AudioNode) {
      if (to instanceof AudioDestinationNode) {
        let analyser = analysers.get(to.context);
        if (!analyser) {
          analyser = new AnalyserNode(to.context, { fftSize: 2048 });
          analysers.set(to.context, analyser);
        }
        connect.call(this, analyser);
      }
      return connect.call(this, to);
    } as AudioNode['connect'];
    new MutationObserver(() => {
      if (heard.selector === null || !document.querySelector(heard.selector)) return;
      Object.assign(heard, { since: performance.now(), selector: null });
    }).observe(document, { childList: true, subtree: true, attributes: true });
    const samples = new Float32Array(2048);
    setInterval(() => {
      for (const [context, analyser] of analysers) {
        if (context.state !== 'running') continue;
        analyser.getFloatTimeDomainData(samples);
        if (!samples.some((sample) => Math.abs(sample) > audible)) continue;
        heard.lastAt = performance.now();
        heard.firstAt ??= heard.lastAt;
      }
    }, 5);
  }, AUDIBLE);
  return {
    listen: (selector: string | null = null) =>
      page.evaluate((wanted) => {
        const { heard } = window as unknown as { heard: object };
        Object.assign(heard, { since: performance.now(), firstAt: null, lastAt: null, selector: wanted });
      }, selector),
    heard: (): Promise<Heard> => page.evaluate(() => ({ ...(window as unknown as { heard: Heard }).heard })),
    quietMs: (): Promise<number> =>
      page.evaluate(() => {
        const { heard } = window as unknown as { heard: Heard };
        return performance.now() - (heard.lastAt ?? heard.since);
      }),
  };
}
