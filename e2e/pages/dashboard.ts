import type { Locator, Page } from '@playwright/test';

/** The dashboard as a person sees it, in either language. */
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

  /** One of the figures that matter. */
  keyFigure(name: string): Locator {
    return this.page.locator(`[data-figure="${name}"] strong`);
  }

  span(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** A card's table, opened: a row a line, its cells with plain spaces, without its head. */
  async table(name: string): Promise<string[][]> {
    const details = this.card(name).locator('details');
    if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
    // The tables' rows come after the charts.
    await details.locator('tbody tr').first().waitFor();
    return details
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').replace(/\s/g, ' '))),
      );
  }
}
