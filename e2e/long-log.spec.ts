import { fillLog } from '../bench/fillLog';
import { DashboardPage } from './pages/dashboard';
import { TonightPage } from './pages/tonight';
import { expect, test, WITHOUT_SERVICE_WORKER } from './support/test';

test.use(WITHOUT_SERVICE_WORKER);

/** Of two wake-ups a day, one is at 21:00 and one at 9:00, an hour before this. */
const NOW = '2026-11-17T10:00:00+01:00';

test('ten years of nights are a list by month, of which only what is near the screen is drawn', async ({ page }) => {
  await page.clock.install({ time: new Date(NOW) });
  await new TonightPage(page).open();
  await page.evaluate(fillLog, { incidents: 7300, days: 3650 });
  await page.goto('/#/nights');
  await page.reload();
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('November 2026');
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(121);
  const items = page.getByRole('listitem');
  await expect(items.first()).toContainText('wake-up');
  expect(await items.count()).toBeLessThan(150);

  // The first month of all is one choice away; its heading takes the focus.
  await page.getByRole('combobox', { name: 'Month' }).selectOption('November 2016');
  const firstMonth = page.getByRole('region', { name: 'November 2016' });
  await expect(firstMonth.getByRole('link').first()).toBeInViewport();
  await expect(page.getByRole('heading', { name: 'November 2016' })).toBeFocused();
  expect(await items.count()).toBeLessThan(150);

  // Back from a night, the list is where it was.
  const night = firstMonth.getByRole('link').first();
  const text = await night.textContent();
  const scrolled = await page.evaluate(() => scrollY);
  await night.tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Night of/);
  await page.goBack();
  await expect(firstMonth.getByRole('link').first()).toHaveText(text ?? '');
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(scrolled - 400);
  await expect(firstMonth.getByRole('link').first()).toBeInViewport();
});

test('an address with a day that nobody lives leads back to the nights and does not freeze the app', async ({
  page,
}) => {
  await page.clock.install({ time: new Date(NOW) });
  await new TonightPage(page).open();
  for (const day of ['9999-12-31', '2200-01-01', '0000-00-00', '0002-11-01', '-1', '275760-09-13']) {
    for (const rest of ['', '/post-mortem', '/some-incident']) {
      await page.goto(`/#/nights/${day}${rest}`);
      await expect(page.getByRole('main').getByRole('link', { name: /^(All nights|Back to the night)/ })).toBeVisible();
    }
  }
  await page.goto('/#/nights/2199-12-31');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('31 Dec');
});

test('a year that is half typed in the dashboard changes nothing', async ({ page }) => {
  await page.clock.install({ time: new Date(NOW) });
  await new TonightPage(page).open();
  await page.evaluate(fillLog, { incidents: 60, days: 30 });
  await page.goto('/#/dashboard');
  await new DashboardPage(page).span('From … to').tap();
  const from = page.getByLabel('From', { exact: true });
  const nights = page.locator('[data-card="raster"] tbody tr');
  await expect(nights).toHaveCount(7);
  // Chromium reports each of these digits as a year: 2, 20, 202, 2026.
  await from.press('ArrowRight');
  await from.press('ArrowRight');
  for (const digit of ['2', '0', '2']) {
    await from.press(digit);
    await expect(page.getByRole('alert')).toHaveCount(0);
  }
  await from.blur();
  await expect(page.getByRole('alert')).toHaveText(/^A day from .*2016 to .*2026\.$/);
  await expect(nights).toHaveCount(7);
});
