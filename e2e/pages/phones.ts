import type { Page } from '@playwright/test';

/** Models Household → Phones and the pages on which a phone joins, in either language. */
export class PhonesPage {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/#/household/phones');
    await this.page.getByRole('heading', { level: 1, name: /^(Phones|Téléphones)$/ }).waitFor();
  }

  /** Begins to share, as this caregiver's phone, and returns the code for another phone. */
  async beginSharing(caregiver: string): Promise<string> {
    await this.open();
    await this.#chooseCaregiver(caregiver);
    return this.addPhone();
  }

  /** Returns the code for another phone, as it is read aloud: three groups of four. */
  async addPhone(): Promise<string> {
    const { page } = this;
    const name = /^(Add a phone|Ajouter un téléphone)$/;
    await page.getByRole('button', { name }).or(page.getByRole('link', { name })).tap();
    const code = page.getByRole('img', { name: /^Code/ });
    await code.waitFor();
    return (await code.locator('span').allInnerTexts()).join('-');
  }

  /** The link of the code that is shown. */
  async codeLink(): Promise<string> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.page.getByRole('button', { name: /^(Copy the link|Copier le lien)$/ }).tap();
    await this.page
      .getByRole('status')
      .filter({ hasText: /copied|copié/i })
      .waitFor();
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Joins with a code, as this caregiver's phone. */
  async join(code: string, caregiver: string): Promise<void> {
    await this.typeCode(code);
    await this.joinAs(caregiver);
  }

  /** Joins with the invitation that was found, as this caregiver's phone. */
  async joinAs(caregiver: string): Promise<void> {
    await this.#chooseCaregiver(caregiver);
    await this.page.getByRole('button', { name: /^(Join|Rejoindre)$/ }).tap();
    await this.page.locator('button.wake-button').first().waitFor();
  }

  async typeCode(code: string): Promise<void> {
    await this.page.goto('/#/join');
    await this.page.getByRole('textbox').fill(code);
    await this.goOn();
  }

  /** Asks the server for the invitation of the code that is filled in. */
  goOn(): Promise<void> {
    return this.page.getByRole('button', { name: /^(Go on|Continuer)$/ }).tap();
  }

  /** Opens the page of this phone's pager. */
  openPager(): Promise<void> {
    return this.#openBehind('pager', /^(Pager|Bip)$/);
  }

  openTest(): Promise<void> {
    return this.#openBehind('test', /^(Test the pager|Essayer le bip)$/);
  }

  openWebhook(): Promise<void> {
    return this.#openBehind('webhook', /^(Home automation|Domotique)$/);
  }

  openFigures(): Promise<void> {
    return this.#openBehind('figures', /^(Figures for Grafana|Chiffres pour Grafana)$/);
  }

  /** Lets this phone ring; the browser has been told to allow it. */
  async switchPagerOn(): Promise<void> {
    await this.openPager();
    await this.page.getByRole('button', { name: /^(Let this phone ring|Laisser sonner ce téléphone)$/ }).tap();
    await this.page.getByText(/^(This phone rings when|Ce téléphone sonne quand)/).waitFor();
  }

  /** What the test of the pager says of each part of the way, once it was begun. */
  testedParts(): Promise<string[]> {
    const way = this.page.getByRole('list', { name: /^(How far it got|Jusqu’où c’est allé)/ });
    return way.getByRole('listitem').allTextContents();
  }

  async #openBehind(page: string, title: RegExp): Promise<void> {
    await this.page.goto(`/#/household/phones/${page}`);
    await this.page.getByRole('heading', { level: 1, name: title }).waitFor();
  }

  async #chooseCaregiver(caregiver: string): Promise<void> {
    await this.page.getByRole('main').getByText(caregiver, { exact: true }).tap();
  }
}
