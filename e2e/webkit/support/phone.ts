import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { Key, type WebDriver } from 'selenium-webdriver';
import type { Evaluator } from '../../support/evaluator';
import { type Query, sendQuery, type Words } from './findElements';
import { Locator } from './locator';
import { type BrowserSettings, WebKitBrowser } from './webKitBrowser';

/** A phone in whose browser the app is opened, with everything that a person does with it. */
export class Phone implements Evaluator {
  #browser: WebKitBrowser | null = null;
  /** What the pages have written to the console in all this time; it grows. */
  readonly console: string[] = [];

  /** @param url the address of the app on its host */
  constructor(
    readonly url: string,
    readonly settings: BrowserSettings,
  ) {}

  get driver(): WebDriver {
    if (!this.#browser) throw new Error('the browser is not open');
    return this.#browser.driver;
  }

  /** Starts the browser, or starts it again on what it has kept, and opens the app. */
  async start(hash = ''): Promise<void> {
    this.#browser = await WebKitBrowser.launch(this.settings, (line) => this.console.push(line));
    await this.open(hash);
  }

  /** Loads the app, at the address of a screen. */
  async open(hash = ''): Promise<void> {
    await this.driver.get(`${this.url}${hash}`);
    await this.ready();
  }

  async reload(): Promise<void> {
    await this.driver.navigate().refresh();
    await this.ready();
  }

  /** Waits until the app has replaced the shell. */
  ready(): Promise<void> {
    return this.find({ css: 'main h1' }).first.waitFor();
  }

  /** Goes to a screen without loading the app anew. */
  async goTo(hash: string): Promise<void> {
    await this.evaluate((to) => {
      location.hash = to;
    }, hash);
  }

  find(query: Query): Locator {
    return new Locator(this.driver, [sendQuery(query)]);
  }

  button(name: Words): Locator {
    return this.find({ role: 'button', name });
  }

  link(name: Words): Locator {
    return this.find({ role: 'link', name });
  }

  get main(): Locator {
    return this.find({ role: 'main' });
  }

  /** A text of the screen; it may be in the toast as well. */
  text(text: Words): Locator {
    return this.main.find({ text });
  }

  get title(): Locator {
    return this.find({ role: 'heading' }).first;
  }

  get toast(): Locator {
    return this.find({ css: '[role=status]' });
  }

  get dialog(): Locator {
    return this.find({ role: 'dialog' });
  }

  async pressEscape(): Promise<void> {
    await this.driver.actions().sendKeys(Key.ESCAPE).perform();
  }

  /** Runs a function in the page. */
  async evaluate<Result, Argument>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result> {
    const script = `const [argument, done] = arguments;
      Promise.resolve().then(() => (${run})(argument)).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const answer = await this.driver.executeAsyncScript<{ value: Result } | { error: string }>(script, argument);
    if ('error' in answer) throw new Error(answer.error);
    return answer.value;
  }

  /** Stops the clock of the phone at this time; its timers run on. */
  async setTime(time: string | number): Promise<void> {
    const nowMs = new Date(time).getTime();
    this.settings.nowMs = nowMs;
    await this.evaluate(
      (to) => (window as unknown as { setPhoneClock: (nowMs: number) => void }).setPhoneClock(to),
      nowMs,
    );
  }

  /** Moves the stopped clock of the phone on, by minutes:seconds. */
  async pass(time: string): Promise<void> {
    const [minutes = 0, seconds = 0] = time.split(':').map(Number);
    if (this.settings.nowMs === null) throw new Error('the clock of this phone is the machine’s');
    await this.setTime(this.settings.nowMs + (minutes * 60 + seconds) * 1000);
  }

  /** Returns a file that the app has saved on the phone, once it is complete. */
  async savedFile(name: string): Promise<string> {
    const path = join(this.settings.folder, 'downloads', name);
    await expect.poll(() => existsSync(path), `${name} is saved`).toBe(true);
    return path;
  }

  async screenshot(): Promise<Buffer> {
    return Buffer.from(await this.driver.takeScreenshot(), 'base64');
  }

  /**
   * Returns what a page wrote to the console in all this time, from its first moment on, that no
   * page may: an error that nothing has caught, or something that the Content-Security-Policy
   * refuses.
   */
  get faults(): string[] {
    return this.console.filter((line) => FAULT.test(line) && !line.includes(UNKNOWN_DIRECTIVE));
  }

  /** Closes the browser in good order. */
  async quit(): Promise<void> {
    await this.driver.quit();
    await this.kill();
  }

  /** Kills the browser, as the system does with an app that it needs the memory of. */
  async kill(): Promise<void> {
    await this.#browser?.kill();
    this.#browser = null;
  }
}

const FAULT = /CONSOLE (JS|SECURITY) ERROR/;

/** WebKitGTK is built without web app manifests, so it does not know this directive. */
const UNKNOWN_DIRECTIVE = "Unrecognized Content-Security-Policy directive 'manifest-src'";
