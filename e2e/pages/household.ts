import type { Download, Locator, Page } from '@playwright/test';

/** A page behind a row of Household, by the last part of its address. */
type SettingName =
  | 'children'
  | 'caregivers'
  | 'on-call'
  | 'runbooks'
  | 'hours'
  | 'objectives'
  | 'grace'
  | 'zone'
  | 'phone'
  | 'language'
  | 'appearance'
  | 'clock'
  | 'links'
  | 'storage'
  | 'backup'
  | 'restore'
  | 'export'
  | 'gameday'
  | 'about'
  | 'erase';

/** Models Household and the pages behind its rows for the tests, in either language. */
export class HouseholdPage {
  constructor(readonly page: Page) {}

  /** Opens a page behind Household, by its address; the list itself without a name. */
  async open(name?: SettingName): Promise<void> {
    await this.page.goto(`/#/household${name ? `/${name}` : ''}`);
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  /** Follows a row of the list to its page. */
  async follow(row: string | RegExp): Promise<void> {
    await this.row(row).tap();
    await this.back.waitFor();
  }

  /** The row with a title; its name also says the present state. */
  row(title: string | RegExp): Locator {
    return this.page.getByRole('link', { name: typeof title === 'string' ? new RegExp(`^${title}`) : title });
  }

  /** The way back to the list. */
  get back(): Locator {
    return this.page.getByRole('main').getByRole('link', { name: /^(Household|Foyer)$/ });
  }

  /** Answers the question of a page, for example whose phone this is. */
  async choose(page: SettingName, answer: string | RegExp): Promise<void> {
    await this.open(page);
    const option = this.page.getByRole('radio', { name: answer, ...(typeof answer === 'string' && { exact: true }) });
    // The radio itself is not drawn; its row can be touched.
    await this.page.locator('label', { has: option }).tap();
    await this.page.locator('input[type=radio]:checked').waitFor({ state: 'attached' });
  }

  /** Saves the whole log as a file. */
  async saveBackup(): Promise<Download> {
    await this.open('backup');
    const download = this.page.waitForEvent('download');
    await this.page.getByRole('button', { name: /^(Save a backup|Faire une sauvegarde)$/ }).tap();
    return download;
  }
}
