import { readFile } from 'node:fs/promises';
import { HouseholdPage } from './pages/household';
import { TonightPage } from './pages/tonight';
import { readIncidents, readStored } from './support/storedRows';
import { expect, test } from './support/test';

const NIGHT = new Date('2026-11-17T02:43:10+01:00');
const MORNING = new Date('2026-11-17T10:00:00+01:00');

const BANNER = 'GameDay: nothing here is in your log.';

test('the log can be saved as a file, erased and restored offline', async ({ page, context }) => {
  await page.clock.install({ time: NIGHT });
  const tonight = new TonightPage(page);
  await tonight.open();
  await tonight.wokeButton().tap();
  await tonight.clock.waitFor();
  await page.clock.fastForward('20:00');
  await tonight.asleepAgainButton.tap();
  await expect(tonight.title).toHaveText(/Recovered/);
  await page.clock.setSystemTime(MORNING);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await tonight.ready();
  await context.setOffline(true);
  await tonight.tab('Household').tap();
  const household = new HouseholdPage(page);
  await household.follow('Backup');

  await expect(page.getByText('There is no backup yet.')).toBeVisible();
  const download = page.waitForEvent('download');
  await tonight.button('Save a backup').tap();
  const file = await download;
  expect(file.suggestedFilename()).toBe('infernalops-2026-11-17.json');
  await expect(tonight.toast).toHaveText(/Backup saved: infernalops-2026-11-17\.json/);
  await expect(page.getByText('Last backup: today.')).toBeVisible();
  await tonight.closeToast();
  const saved = await readFile(await file.path(), 'utf8');
  const before = await readStored<object>(page, 'incidents');

  const sheet = page.getByRole('dialog');
  await household.back.tap();
  await household.follow('Erase everything');
  await tonight.button('Erase it all').tap();
  await expect(tonight.toast).toHaveText(/^Erased/);
  expect(await readIncidents(page)).toEqual([]);
  await expect(page.getByText(/is still kept, until the app has been started twice/)).toBeVisible();

  await tonight.closeToast();
  await household.back.tap();
  await household.follow('Restore');
  const pick = (name: string, text: string) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text, 'utf8') });
  await pick('half.json', saved.slice(0, saved.length / 2));
  await expect(page.getByRole('alert')).toHaveText(
    'The file is no whole backup: it may be cut off, or something else. Nothing was changed.',
  );
  await pick('wrong.json', saved.replace('"kind":"resolved"', '"kind":"solved"'));
  await expect(page.getByRole('alert')).toHaveText(
    'The file has something wrong at incidents[0].timeline[1].kind. Nothing was changed.',
  );
  expect(await readIncidents(page)).toEqual([]);

  await pick('infernalops-2026-11-17.json', saved);
  await expect(sheet.getByText('one wake-up, from Tue 17 Nov to Tue 17 Nov')).toBeVisible();
  await sheet.getByRole('button', { name: 'Replace the log' }).tap();
  await expect(tonight.toast).toHaveText(/^Restored/);
  expect(await readStored(page, 'incidents')).toEqual(before);
});

test('a GameDay has twelve weeks of nights and does not change the real log', async ({ page }) => {
  await page.clock.install({ time: MORNING });
  const tonight = new TonightPage(page);
  await tonight.open();
  const before = await everything();
  await tonight.tab('Nights').tap();
  await tonight.button('Start a GameDay').tap();
  await expect(page.getByText(BANNER)).toBeVisible();
  await expect(page.locator('button.wake-button', { hasText: /Gaspard|Achille/ })).toHaveCount(2);

  await tonight.wokeButton(/Gaspard/).tap();
  await tonight.clock.waitFor();
  await page.goto('/#/nights');
  await expect(page.getByRole('link', { name: /wake-ups? · / }).first()).toBeVisible();
  await page.reload();
  await expect(page.getByText(BANNER)).toBeVisible();
  expect(await everything()).toEqual(before);

  await tonight.button('Leave').tap();
  await expect(page.getByText(BANNER)).toHaveCount(0);
  await expect(page.locator('button.wake-button')).toHaveText(['Baby woke']);
  expect(await everything()).toEqual(before);
  expect(await page.evaluate(() => localStorage.getItem('infernalops.shell'))).toContain('Baby woke');

  async function everything() {
    const tables = ['household', 'children', 'caregivers', 'incidents', 'nights', 'meta'];
    return Promise.all(tables.map((table) => readStored(page, table)));
  }
});

test('a wake-up link opened during a GameDay logs in the real log', async ({ page }) => {
  await page.clock.install({ time: NIGHT });
  const tonight = new TonightPage(page);
  await tonight.open();
  await page.evaluate(() => sessionStorage.setItem('infernalops.gameday', '7 fresh'));
  await page.reload();
  await expect(page.locator('button.wake-button', { hasText: /Gaspard|Achille/ })).toHaveCount(2);
  await page.evaluate(() => {
    location.hash = '#/woke';
  });
  await tonight.clock.waitFor();
  await expect(tonight.title).toHaveText('Baby woke');
  await expect(page.getByText(BANNER)).toHaveCount(0);
  expect(await readIncidents(page)).toHaveLength(1);
});
