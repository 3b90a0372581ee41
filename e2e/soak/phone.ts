import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CDPSession, expect, type Locator, type Page } from '@playwright/test';
import { collectErrors, collectViolations } from '../support/faults';
import { KillableBrowser } from '../support/killable';
import { waitForWorker } from '../support/waitForWorker';
import { HOLDERS, type Person, type Side } from './acts';
import { StoppedClock } from './stoppedClock';

/** How long one thing may take on a busy machine. Nothing waits that long but what hangs. */
const STEP_TIMEOUT_MS = 60_000;

/** A phone of the household: a browser with a profile on disk, which outlives its processes. */
export class Phone {
  readonly holder: Person;
  /** What went wrong in its pages, over all its browsers. */
  readonly faults: string[][] = [];
  isAway = false;
  #profile = '';
  #browser: KillableBrowser | null = null;
  #clock: StoppedClock | null = null;
  #session: CDPSession | null = null;

  constructor(
    readonly side: Side,
    private readonly url: string,
    private readonly zone: string,
    private now: number,
  ) {
    this.holder = HOLDERS[side];
  }

  get page(): Page {
    if (!this.#browser) throw new Error(`the browser of ${this.side} phone is closed`);
    return this.#browser.page;
  }

  get session(): CDPSession {
    if (!this.#session) throw new Error(`the browser of ${this.side} phone is closed`);
    return this.#session;
  }

  get profile(): string {
    return this.#profile;
  }

  /** Starts the browser, for the first time or again on what is on disk, and opens the app. */
  async start(): Promise<void> {
    this.#profile ||= await mkdtemp(join(tmpdir(), `infernalops-${this.side}-`));
    this.#browser = await KillableBrowser.launch(this.#profile, { TZ: this.zone });
    const { page } = this.#browser;
    page.setDefaultTimeout(STEP_TIMEOUT_MS);
    const faults: string[] = [];
    collectErrors(page.context(), faults);
    collectViolations(page.context(), 'localhost', faults);
    this.faults.push(faults);
    this.#session = await page.context().newCDPSession(page);
    this.#clock = new StoppedClock(page, this.#session);
    await this.#clock.set(this.now);
    await setLanguage(this.#session);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'dark' });
    if (this.isAway) await page.context().setOffline(true);
    await page.goto(`${this.url}/`);
    await this.ready();
  }

  /** Waits until the app has replaced the shell, and can do without a network. */
  async ready(): Promise<void> {
    await this.title.waitFor();
    await waitForWorker(this.page);
  }

  /** Sends SIGKILL to the whole browser. */
  async kill(): Promise<void> {
    await this.#browser?.kill();
    this.#browser = null;
  }

  async remove(): Promise<void> {
    await this.kill();
    await rm(this.#profile, { recursive: true, force: true });
  }

  /** Sets the clock of the phone, which lies on the night stand. */
  async setClock(at: number): Promise<void> {
    this.now = at;
    await this.#clock?.set(at);
  }

  pickUp(): Promise<void> {
    return this.#clock?.pickUp() ?? Promise.resolve();
  }

  async setAway(isAway: boolean): Promise<void> {
    this.isAway = isAway;
    await this.page.context().setOffline(isAway);
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.ready();
  }

  /** What stands on its screen, for the report of a failure. */
  async words(): Promise<string> {
    const text = (await this.main.ariaSnapshot({ timeout: 1000 }).catch(() => null)) ?? 'the screen cannot be read';
    const said = await this.page.getByRole('status').allInnerTexts();
    return `${this.side}: ${[text, ...said].join(' ').replace(/\s+/g, ' ')}`;
  }

  /** Goes to a screen of the app without loading it anew. */
  async show(hash: string): Promise<void> {
    await this.page.evaluate((wanted) => {
      if (location.hash !== wanted) location.hash = wanted;
    }, hash);
  }

  get title(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  get main(): Locator {
    return this.page.getByRole('main');
  }

  get sheet(): Locator {
    return this.page.getByRole('dialog');
  }

  button(name: string | RegExp, within: Locator = this.main): Locator {
    return within.getByRole('button', { name, exact: true });
  }

  /** Waits until the app says that something was logged. */
  async answered(text: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('status').getByText(text, { exact: true })).toBeVisible({
      timeout: STEP_TIMEOUT_MS,
    });
  }
}

/** Times with 24 hours, as the ledger has them. */
async function setLanguage(session: CDPSession): Promise<void> {
  const { userAgent } = await session.send('Browser.getVersion');
  await session.send('Emulation.setUserAgentOverride', { userAgent, acceptLanguage: 'en-GB' });
  await session.send('Emulation.setLocaleOverride', { locale: 'en-GB' });
}
