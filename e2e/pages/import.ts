import type { Locator, Page } from '@playwright/test';

/** Models the page that imports the files of another tracker, in either language. */
export class ImportPage {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/#/household/import');
    await this.chooser.waitFor({ state: 'attached' });
  }

  get chooser(): Locator {
    return this.page.locator('input[type=file]');
  }

  choose(...files: { name: string; bytes: Uint8Array }[]): Promise<void> {
    return this.chooser.setInputFiles(
      files.map(({ name, bytes }) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(bytes) })),
    );
  }

  /** Answers a question about somebody of the files. */
  async answer(question: string | RegExp, answer: string | RegExp): Promise<void> {
    await this.page.getByRole('group', { name: question }).getByRole('button', { name: answer, exact: true }).tap();
  }

  get importButton(): Locator {
    return this.page.getByRole('main').getByRole('button', { name: /^(Import|Importer)( |$)/ });
  }

  get takeBackButton(): Locator {
    return this.page.getByRole('button', { name: /^(Take it back|Reprendre cet import)$/ });
  }
}
