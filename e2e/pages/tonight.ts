import type { Locator, Page } from '@playwright/test';

/** Models the screen Tonight for the tests, in either language. */
export class TonightPage {
  constructor(readonly page: Page) {}

  async open(hash = ''): Promise<void> {
    await this.page.goto(`/${hash}`);
    await this.ready();
  }

  /** Waits until the app has replaced the shell. */
  async ready(): Promise<void> {
    await this.title.first().waitFor();
  }

  get tabs(): Locator {
    return this.page.getByRole('navigation');
  }

  /** The button "Baby woke". */
  wokeButton(child = /Baby|Bébé/): Locator {
    return this.page.locator('button.wake-button', { hasText: child });
  }

  /**
   * The way out of an incident: the largest button, which says "Settled alone" in the grace time
   * and "Asleep again" after it. If several children are awake, it is the one of the child who is
   * named last.
   */
  get wayOut(): Locator {
    return this.page
      .getByRole('main')
      .getByRole('button', { name: /(^| )(Asleep again|Settled alone|Ça redort|Ça redort sans nous)$/ })
      .last();
  }

  /** The way out after the grace time. A test that moves the clock waits for its end with this. */
  get asleepAgainButton(): Locator {
    return this.page
      .getByRole('main')
      .getByRole('button', { name: /(^| )(Asleep again|Ça redort)$/ })
      .last();
  }

  /** The line of an incident that says what was done last. */
  latest(text: string | RegExp): Locator {
    return this.page.getByRole('main').getByText(text);
  }

  /** Opens the sheet with everything of an incident but its question and its way out. */
  async openMore(): Promise<void> {
    await this.button(/^(More|Plus)$/).tap();
    await this.page.getByRole('dialog').waitFor();
  }

  /** Taps a button of that sheet. */
  async tapInMore(name: string | RegExp): Promise<void> {
    await this.openMore();
    await this.page.getByRole('dialog').getByRole('button', { name }).tap();
  }

  get clock(): Locator {
    return this.page.getByRole('timer');
  }

  get title(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  get toast(): Locator {
    return this.page.getByRole('status').filter({ hasText: /\S/ });
  }

  /** The button that undoes what was logged last, whether or not more can be undone. */
  get undoButton(): Locator {
    return this.page.getByRole('button', { name: /^(Undo|Annuler)( \(\d+\))?$/ });
  }

  /** Dismisses the toast, which covers the tabs. */
  async closeToast(): Promise<void> {
    const close = this.toast.getByRole('button', { name: /^(Close|Fermer)$/ });
    await close.tap();
    await close.waitFor({ state: 'detached' });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  tab(name: string): Locator {
    return this.tabs.getByRole('link', { name });
  }
}
