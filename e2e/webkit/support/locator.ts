import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { By, error, type WebDriver, type WebElement } from 'selenium-webdriver';
import { findElements, type Query, type SentQuery, sendQuery } from './findElements';

const TESTING_LIBRARY = readFileSync(
  createRequire(import.meta.url).resolve('@testing-library/dom/dist/@testing-library/dom.umd.min.js'),
  'utf8',
);

/** Long enough for a busy machine. Only what never comes takes so long. */
const WAIT_MS = 20_000;
const POLL_MS = 50;

/** The element is there, but moves, is covered or is replaced: as a finger would, a tap waits. */
const NOT_YET = [
  error.StaleElementReferenceError,
  error.ElementClickInterceptedError,
  error.ElementNotInteractableError,
  error.NoSuchElementError,
];

/** What a query finds on the screen of a phone, looked for anew each time. */
export class Locator {
  constructor(
    private readonly driver: WebDriver,
    private readonly queries: readonly SentQuery[],
  ) {}

  /** Looks inside of what this one finds. */
  find(query: Query): Locator {
    return new Locator(this.driver, [...this.queries, sendQuery(query)]);
  }

  get first(): Locator {
    return this.nth(0);
  }

  get last(): Locator {
    return this.nth(-1);
  }

  nth(nth: number): Locator {
    const queries = this.queries.map((query, index) => (index === this.queries.length - 1 ? { ...query, nth } : query));
    return new Locator(this.driver, queries);
  }

  /** Returns each of those that are there now. */
  async each(): Promise<Locator[]> {
    return Array.from({ length: await this.count() }, (_, index) => this.nth(index));
  }

  count(): Promise<number> {
    return this.#ask('elements.length');
  }

  /** Returns the texts, with plain spaces. */
  async texts(): Promise<string[]> {
    const texts = await this.#ask<string[]>('elements.map(({ textContent }) => textContent ?? "")');
    return texts.map((text) => text.replace(/\s+/g, ' ').trim());
  }

  async waitFor(): Promise<void> {
    await this.#withElement(async () => {});
  }

  /** Waits until it is there and its text is this one. */
  async waitForText(expected: RegExp | string): Promise<void> {
    const isExpected = (text: string) => (typeof expected === 'string' ? text === expected : expected.test(text));
    await this.#waitUntil(async () => (await this.texts()).some(isExpected), `to say ${expected}`);
  }

  async waitUntilGone(): Promise<void> {
    await this.#waitUntil(async () => (await this.count()) === 0, 'to be gone');
  }

  /** Taps it as soon as it can be reached, and stays where it is. */
  tap(): Promise<void> {
    return this.#withElement(async (element) => {
      await this.driver.executeAsyncScript(scrollUntilStill, element);
      await element.click();
    });
  }

  async attribute(name: string): Promise<string | null> {
    let value: string | null = null;
    await this.#withElement(async (element) => {
      value = await element.getAttribute(name);
    });
    return value;
  }

  /** Types into a field, in place of what is in it. */
  fill(text: string): Promise<void> {
    return this.#withElement(async (element) => {
      await element.clear();
      await element.sendKeys(text);
    });
  }

  /** Chooses files in a file input, by their paths. */
  async choose(...paths: string[]): Promise<void> {
    await this.#withElement((element) => element.sendKeys(paths.join('\n')));
  }

  /** Asks the page for something of the elements that it finds now. */
  async #ask<Answer>(answer: string): Promise<Answer> {
    const script = `const elements = (${findElements})(arguments[0]); return elements && ${answer};`;
    const answered = await this.driver.executeScript<Answer | null>(script, this.queries);
    if (answered !== null) return answered;
    await this.driver.executeScript(TESTING_LIBRARY);
    return this.#ask(answer);
  }

  async #withElement(use: (element: WebElement) => Promise<void>): Promise<void> {
    await this.#waitUntil(async () => {
      const [element, ...others] = await this.#ask<WebElement[]>('elements');
      if (others.length > 0) throw new Error(`${others.length + 1} of ${JSON.stringify(this.queries)}`);
      if (element) await use(element);
      return element !== undefined;
    }, 'to be there');
  }

  async #waitUntil(isTrue: () => Promise<boolean>, what: string): Promise<void> {
    const until = Date.now() + WAIT_MS;
    for (;;) {
      try {
        if (await isTrue()) return;
      } catch (problem) {
        if (!NOT_YET.some((kind) => problem instanceof kind)) throw problem;
      }
      if (Date.now() > until) throw await this.#timeoutError(what);
      await this.driver.sleep(POLL_MS);
    }
  }

  async #timeoutError(what: string): Promise<Error> {
    const screen = await this.driver.findElement(By.css('body')).getText();
    return new Error(
      `waited ${WAIT_MS} ms for ${JSON.stringify(this.queries)} ${what}. On the screen:\n${screen.slice(0, 2000)}`,
    );
  }
}

/**
 * Scrolls an element to the middle, until it is at the same place in two frames: WebDriver itself
 * scrolls it to the edge, where the tabs cover it, and taps where it was before a card above it
 * grew.
 */
function scrollUntilStill(target: Element, done: () => void): void {
  let lastTop = Number.NaN;
  const look = () => {
    target.scrollIntoView({ block: 'center' });
    const { top } = target.getBoundingClientRect();
    if (top === lastTop) return done();
    lastTop = top;
    requestAnimationFrame(look);
  };
  look();
}
