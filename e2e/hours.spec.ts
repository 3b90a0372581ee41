import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { HouseholdPage } from './pages/household';
import { TonightPage } from './pages/tonight';
import { readIncidents } from './support/storedRows';
import { expect, test, WITHOUT_SERVICE_WORKER } from './support/test';

test.use(WITHOUT_SERVICE_WORKER);

const EVENING = new Date('2026-11-17T23:30:00+01:00');

/** Logs a wake-up of six minutes at half past eleven in the evening, and returns its toast. */
async function logWakeUp(page: Page): Promise<string> {
  await page.clock.install({ time: EVENING });
  const tonight = new TonightPage(page);
  await tonight.open();
  await page.clock.fastForward('00:03');
  await tonight.wokeButton().tap();
  await expect(tonight.toast).toHaveText(/·/);
  const toast = (await tonight.toast.textContent()) ?? '';
  await page.clock.fastForward('06:00');
  await tonight.asleepAgainButton.tap();
  await tonight.clock.waitFor({ state: 'detached' });
  expect(await readIncidents(page)).toHaveLength(1);
  return toast;
}

/** Returns the page of the night as text, with plain spaces. */
async function nightText(page: Page): Promise<string> {
  await page.goto('/#/nights/2026-11-17');
  await page.getByRole('heading', { level: 1 }).waitFor();
  return ((await page.getByRole('main').textContent()) ?? '').replace(/\s/g, ' ');
}

/** Saves the incidents on the dashboard, and returns the lines of the table. */
async function incidentsTable(page: Page, button: string): Promise<string[]> {
  await page.goto('/#/dashboard');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).tap();
  return (await readFile(await (await download).path(), 'utf8')).split('\r\n');
}

test.describe('on a German phone', () => {
  test.use({ locale: 'de-DE' });

  test('English has 24 hours and decimal commas, until somebody chooses 12 hours', async ({ page }) => {
    expect(await logWakeUp(page)).toContain('23:30');
    expect(await nightText(page)).toContain('23:30');
    const [head, row] = await incidentsTable(page, 'Incidents as CSV');
    expect(head).toMatch(/^\ufeffChild;Woke;Over;/);
    expect(row).toMatch(/^Baby;2026-11-17 23:30:0\d;2026-11-17 23:36:0\d;6(,\d)?;/);

    await new HouseholdPage(page).choose('clock', /^12\sh$/);
    expect(await nightText(page)).toContain('11:30 pm');
    // The shell of the next start writes the time in the same way.
    expect(await page.evaluate(() => localStorage.getItem('infernalops.shell'))).toContain('en-DE-u-hc-h12');
  });
});

test.describe('on an American phone', () => {
  test.use({ locale: 'en-US' });

  test('English and French have 12 hours, until somebody chooses 24 hours', async ({ page }) => {
    expect(await logWakeUp(page)).toMatch(/11:30\sPM/);
    await new HouseholdPage(page).choose('language', 'Français');
    expect(await nightText(page)).toContain('11:30 PM');
    expect(await nightText(page)).toContain('17 nov.');
    expect((await incidentsTable(page, 'Les réveils en CSV'))[0]).toMatch(/^\ufeffEnfant,Réveil,Fin,/);
    // For the computer of somebody else.
    await page.getByRole('button', { name: '1,5', exact: true }).tap();
    expect((await incidentsTable(page, 'Les réveils en CSV'))[0]).toMatch(/^\ufeffEnfant;Réveil;Fin;/);
    await new HouseholdPage(page).choose('clock', /^24\sh$/);
    expect(await nightText(page)).toContain('23:30');
  });
});

test.describe('on a French phone', () => {
  test.use({ locale: 'fr-FR' });

  test('English has 24 hours, and tables for its spreadsheets', async ({ page }) => {
    expect(await logWakeUp(page)).toContain('23:30');
    await new HouseholdPage(page).choose('language', 'English');
    const text = await nightText(page);
    expect(text).toContain('23:30');
    expect(text).toContain('17 Nov');
    expect((await incidentsTable(page, 'Incidents as CSV'))[0]).toMatch(/^\ufeffChild;Woke;Over;/);
  });
});
