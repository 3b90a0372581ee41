import type { CDPSession, Page } from '@playwright/test';

/**
 * The clock of a phone in a simulated year: it stands still until it is set. Playwright's own clock
 * keeps every instant it was ever set to, and sets them all again at each load.
 */
export class StoppedClock {
  #script: string | null = null;

  constructor(
    private readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  /** Sets the clock of this page, and of the next one that it loads. */
  async set(at: number): Promise<void> {
    const source = `(${stop})(${at})`;
    const former = this.#script;
    if (former === null) await this.session.send('Page.enable');
    const { identifier } = await this.session.send('Page.addScriptToEvaluateOnNewDocument', { source });
    if (former !== null) await this.session.send('Page.removeScriptToEvaluateOnNewDocument', { identifier: former });
    this.#script = identifier;
    await this.page.evaluate(stop, at);
  }

  /** As when the phone is picked up: the app looks at the clock at once. */
  async pickUp(): Promise<void> {
    await this.page.evaluate(() => void document.dispatchEvent(new Event('visibilitychange')));
  }
}

/** Runs in the page. */
function stop(at: number): void {
  const known = (globalThis as { stoppedClock?: { now: number } }).stoppedClock;
  if (known) {
    known.now = at;
    return;
  }
  const clock = { now: at };
  const RealDate = Date;
  class StoppedDate extends RealDate {
    constructor(...parts: [] | [number | string | Date]) {
      if (parts.length === 0) super(clock.now);
      else super(...parts);
    }
    static override now(): number {
      return clock.now;
    }
  }
  Object.assign(globalThis, { stoppedClock: clock, Date: StoppedDate });
}
