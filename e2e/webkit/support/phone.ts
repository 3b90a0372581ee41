import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
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

  /** Dismisses the toast, which covers what is at the bottom of the screen. */
  async closeToast(): Promise<void> {
    const close = this.toast.find({ role: 'button', name: /^(Close|Fermer)$/ });
    await close.tap();
    await close.waitUntilGone();
  }

  /** Runs a function in the page. What it returns is sent as JSON, in which Infinity stays. */
  async evaluate<Result, Argument>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result> {
    const script = `const [argument, done] = arguments;
      const send = (value) => JSON.stringify(value, (key, each) => (each === Infinity ? '${INFINITY}' : each));
      Promise.resolve(argument).then(${run}).then(
        (value) => done({ value: send(value) ?? null }),
        (error) => done({ error: String(error) }),
      );`;
    const answer = await this.driver.executeAsyncScript<{ value: string | null } | { error: string }>(script, argument);
    if ('error' in answer) throw new Error(answer.error);
    if (answer.value === null) return undefined as Result;
    return JSON.parse(answer.value, (_, each) => (each === INFINITY ? Number.POSITIVE_INFINITY : each));
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

  /** Puts a file on the phone and returns its path. */
  async putFile(name: string, content: string | Uint8Array): Promise<string> {
    const path = join(this.settings.folder, name);
    await writeFile(path, content);
    return path;
  }

  /** Returns the path of a file that the app has saved on the phone, once it is complete. */
  async savedFile(name: string): Promise<string> {
    const path = join(this.settings.folder, 'downloads', name);
    // A picture of the whole dashboard takes long on a busy machine.
    await expect.poll(() => existsSync(path), { message: `${name} is saved`, timeout: 60_000 }).toBe(true);
    return path;
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

const INFINITY = '\u221e';

const FAULT = /CONSOLE (JS|SECURITY) ERROR/;

/** WebKitGTK is built without web app manifests, so it does not know this directive. */
const UNKNOWN_DIRECTIVE = "Unrecognized Content-Security-Policy directive 'manifest-src'";
