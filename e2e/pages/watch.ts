import type { Locator, Page } from '@playwright/test';

/** Models the watch for the tests, in either language. */
export class WatchPage {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/#/watch');
    await this.startButton.waitFor();
  }

  async start(): Promise<void> {
    await this.startButton.tap();
    await this.endButton.or(this.upButton).waitFor();
  }

  get startButton(): Locator {
    return this.#button(/^(Start the watch|Prendre la garde)$/);
  }

  get endButton(): Locator {
    return this.#button(/^(End the watch|Finir la garde)$/);
  }

  get listenButton(): Locator {
    return this.#button(/^(Listen|Écouter)$/);
  }

  get louderButton(): Locator {
    return this.#button(/^(Louder|Plus fort)$/);
  }

  get softerButton(): Locator {
    return this.#button(/^(Softer|Moins fort)$/);
  }

  get volume(): Locator {
    return this.page.locator('output');
  }

  get upButton(): Locator {
    return this.#button(/^(I’m up|J’y vais)$/);
  }

  get cannotButton(): Locator {
    return this.#button(/^(I can’t|Je ne peux pas)$/);
  }

  /** What is left of the time to answer a page. */
  get timeLeft(): Locator {
    return this.page.getByRole('timer');
  }

  get title(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  /** The large figures of the time. */
  get clock(): Locator {
    return this.page
      .getByRole('main')
      .getByText(/^\d{1,2}:\d{2}$/)
      .first();
  }

  #button(name: RegExp): Locator {
    return this.page.getByRole('button', { name });
  }
}
