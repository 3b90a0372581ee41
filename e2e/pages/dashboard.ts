import type { Locator, Page } from '@playwright/test';

/** Models the dashboard for the tests, in either language. */
export class DashboardPage {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/#/dashboard');
    await this.card('debt').waitFor();
  }

  card(name: string): Locator {
    return this.page.locator(`[data-card="${name}"]`);
  }

  figure(name: string): Locator {
    return this.card(name).locator('p strong').first();
  }

  /** Returns one of the key figures. */
  keyFigure(name: string): Locator {
    return this.page.locator(`[data-figure="${name}"] strong`);
  }

  /**
   * Returns the button of a length of the range. It is in a menu, which opens before the button is
   * touched or gets the focus, and closes again after a choice.
   */
  span(name: string | RegExp): Locator {
    const button = this.page
      .locator('[data-menu="span"]')
      .getByRole('button', { name, exact: true, includeHidden: true });
    const openMenu = async () => {
      if (!(await button.isVisible())) await this.page.locator('[data-menu="span"] summary').click();
    };
    const { tap, click, focus } = button;
    return Object.assign(button, {
      tap: async () => {
        await openMenu();
        await tap.call(button);
      },
      click: async () => {
        await openMenu();
        await click.call(button);
      },
      focus: async () => {
        await openMenu();
        await focus.call(button);
      },
    });
  }

  /** Opens what lies behind a card: how its figure is meant, its table, and its picture. */
  async openBehind(name: string): Promise<void> {
    const details = this.card(name).locator('details');
    if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
  }

  /** Opens the table of a card and returns its rows without the head, with plain spaces. */
  async table(name: string): Promise<string[][]> {
    await this.openBehind(name);
    const details = this.card(name).locator('details');
    // The rows of the tables are drawn after the charts.
    await details.locator('tbody tr').first().waitFor();
    return details
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').replace(/\s/g, ' '))),
      );
  }
}
