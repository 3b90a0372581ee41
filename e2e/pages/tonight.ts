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
    await this.tabs.waitFor();
  }

  get tabs(): Locator {
    return this.page.getByRole('navigation');
  }

  /** The button "Baby woke". */
  wokeButton(child = /Baby|Bébé/): Locator {
    return this.page.locator('button.wake-button', { hasText: child });
  }

  get asleepAgainButton(): Locator {
    return this.page.getByRole('button', { name: /^(Asleep again|Ça redort)$/ });
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
