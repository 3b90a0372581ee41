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

  span(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Opens the table of a card and returns its rows without the head, with plain spaces. */
  async table(name: string): Promise<string[][]> {
    const details = this.card(name).locator('details');
    if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
    // The rows of the tables are drawn after the charts.
    await details.locator('tbody tr').first().waitFor();
    return details
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').replace(/\s/g, ' '))),
      );
  }
}
