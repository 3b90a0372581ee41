import type { Page } from '@playwright/test';
import { HouseholdPage } from './pages/household';
import { TonightPage } from './pages/tonight';
import { expect, test, WITHOUT_SERVICE_WORKER } from './support/test';

test.use(WITHOUT_SERVICE_WORKER);

/** Opens the household of a GameDay, in which every row has something to say. */
async function openGameDay(page: Page): Promise<HouseholdPage> {
  await page.addInitScript(() => sessionStorage.setItem('infernalops.gameday', '7 fresh'));
  const tonight = new TonightPage(page);
  await tonight.open();
  await tonight.tabs.getByRole('link', { name: /^(Household|Foyer)$/ }).tap();
  await page.getByRole('heading', { level: 1, name: /^(Household|Foyer)$/ }).waitFor();
  return new HouseholdPage(page);
}

for (const locale of ['en-GB', 'fr-FR'])
  test.describe(`the list of Household, ${locale}`, () => {
    test.use({ locale });

    test('is at most two and a half screens high, and no group is higher than one', async ({ page }) => {
      await openGameDay(page);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      expect(height).toBeLessThanOrEqual(2.5 * 844);
      const groups = await page.getByRole('main').locator('section').all();
      expect(groups.length).toBeGreaterThan(7);
      for (const group of groups) expect((await group.boundingBox())?.height).toBeLessThanOrEqual(844);
    });

    test('has rows and switches of 48 px and more, and every page a way back', async ({ page }) => {
      const household = await openGameDay(page);
      const rows = page.getByRole('main').getByRole('listitem');
      for (const row of await rows.all()) expect((await row.boundingBox())?.height).toBeGreaterThanOrEqual(48);
      const addresses = await page
        .getByRole('main')
        .getByRole('link')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      expect(addresses.length).toBeGreaterThan(20);
      for (const address of addresses) {
        await page.goto(`/${address}`);
        await expect(household.back, address).toBeVisible();
      }
    });
  });

test('the way back keeps the place in the list, and leads to where one came from', async ({ page }) => {
  const household = await openGameDay(page);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  const scrolled = await page.evaluate(() => scrollY);
  expect(scrolled).toBeGreaterThan(300);
  await household.follow('About');
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await household.back.tap();
  await expect(household.row('About')).toBeInViewport();
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);

  await page.goto('/#/nights');
  await page.goto('/#/household/chores');
  await page.getByRole('main').getByRole('link', { name: 'Back', exact: true }).tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nights');
});

test.describe('with text at 200 % on a small phone', () => {
  test.use({ viewport: { width: 360, height: 640 } });

  test('a toast covers no button at the end of a page', async ({ page }) => {
    await page.addInitScript(() =>
      addEventListener('DOMContentLoaded', () => document.documentElement.style.setProperty('font-size', '200%')),
    );
    const tonight = new TonightPage(page);
    await tonight.open('#/household/children');
    await tonight.button('Add a child').tap();
    await page.getByLabel('Name').fill('Max');
    await tonight.button('Save').tap();
    await expect(tonight.toast).toHaveText(/Max added/);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const button = await tonight.button('Add a child').boundingBox();
    const toast = await tonight.toast.boundingBox();
    if (!button || !toast) throw new Error('no button or no toast');
    expect(button.y).toBeGreaterThanOrEqual(0);
    expect(button.y + button.height).toBeLessThanOrEqual(toast.y);
  });
});
