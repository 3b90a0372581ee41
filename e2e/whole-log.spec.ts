import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createRandom } from '@/gameday/random';
import type { Instant } from '@/lib/time';
import { tenYearsBackup } from '../bench/tenYears';
import { HouseholdPage } from './pages/household';
import { TonightPage } from './pages/tonight';
import { StaticHost } from './support/host';
import { KillableBrowser } from './support/killable';
import { print } from './support/print';
import { countStored } from './support/storedRows';
import { expect, test } from './support/test';

/*
 * What is done with the whole log runs in a worker (src/logWorker). These tests use the production
 * build, because only there the worker shares its code with the page.
 */

const ROWS = 4000;
const backup = { name: 'backup.json', mimeType: 'application/json' };
const NOW = new Date('2026-11-17T02:43:00+01:00');
const textOfYears = (incidents = ROWS) => tenYearsBackup(incidents, NOW.getTime() as Instant);

const pick = (page: Page, text: string) =>
  page.locator('input[type=file]').setInputFiles({ ...backup, buffer: Buffer.from(text, 'utf8') });

const countIncidents = (page: Page) => countStored(page, 'incidents');

/** Each kill starts a browser, which takes seconds. `npm run soak` has 50 kills. */
const KILLS = Number(process.env.RESTORE_KILLS ?? 2);
const WITHIN_MS = 2500;
const SEED = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);

// The longest test comes first: this is among the last files, and a worker would wait for it.
test(`killed ${KILLS} times in the middle of a restore by the worker: all of it is there, or nothing`, async ({
  baseURL,
}) => {
  test.setTimeout(60_000 + KILLS * 20_000);
  print(`KILL_SEED=${SEED}`);
  const random = createRandom(SEED, 'night');
  const profile = await mkdtemp(join(tmpdir(), 'infernalops-restore-'));
  // Each file has another number of incidents, which says from which restore the log is.
  const allowed = new Set([0]);
  const found: number[] = [];
  for (let round = 0; round <= KILLS; round += 1) {
    const browser = await KillableBrowser.launch(profile);
    const { page } = browser;
    await page.goto(`${baseURL}/#/household/restore`);
    await new TonightPage(page).ready();
    const count = await countIncidents(page);
    expect(allowed, `seed ${SEED}, round ${round}: ${count} incidents`).toContain(count);
    found.push(count);
    if (round < KILLS) {
      const incidents = ROWS + round;
      const file = join(profile, 'backup.json');
      await writeFile(file, textOfYears(incidents));
      allowed.clear();
      allowed.add(count).add(incidents);
      await page.locator('input[type=file]').setInputFiles(file);
      const dialog = page.getByRole('dialog');
      const choice = dialog.getByRole('button', { name: 'Replace', exact: true });
      await dialog.getByRole('button', { name: /^(Replace the log|Merge it)$/ }).waitFor();
      if (await choice.isVisible()) await choice.click();
      await dialog.getByRole('button', { name: 'Replace the log' }).dispatchEvent('click');
      await new Promise((resolve) => setTimeout(resolve, random.next() * WITHIN_MS));
    }
    await browser.kill();
  }
  await rm(profile, { recursive: true, force: true });
  print(`incidents found after each kill: ${found.join(', ')}`);
});

// By day the app would also remind of a backup.
test.beforeEach(({ page }) => page.clock.setFixedTime(NOW));

test('thousands of wake-ups are restored by the worker, offline and below a sub-path', async ({ page, context }) => {
  const host = await new StaticHost().start();
  await page.goto(host.url);
  const tonight = new TonightPage(page);
  await tonight.ready();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await tonight.ready();
  await context.setOffline(true);
  await host.stop();
  const household = new HouseholdPage(page);
  await tonight.tab('Household').tap();
  await household.follow('Restore');
  const workers: string[] = [];
  page.on('worker', (worker) => workers.push(new URL(worker.url()).pathname));

  await pick(page, textOfYears().replace('"kind":"acknowledged"', '"kind":"obeyed"'));
  await expect(page.getByRole('alert')).toHaveText(
    'The file has something wrong at incidents[0].timeline[1].kind. Nothing was changed.',
  );
  expect(await countIncidents(page)).toBe(0);

  await pick(page, textOfYears());
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByText(/^4000 wake-ups, from /)).toBeVisible();
  await sheet.getByRole('button', { name: 'Replace the log' }).tap();
  await expect(tonight.toast).toHaveText(/^Restored/);
  expect(await countIncidents(page)).toBe(ROWS);
  expect(workers.length).toBeGreaterThan(1);
  for (const path of workers) expect(path).toMatch(/^\/family\/infernalops\/assets\/worker-/);

  await household.back.tap();
  await household.follow('Backup');
  const download = page.waitForEvent('download');
  await tonight.button('Save a backup').tap();
  const saved = JSON.parse(await readFile(await (await download).path(), 'utf8'));
  expect(saved.incidents).toHaveLength(ROWS);
});

test('a restore that is cancelled changes nothing, and can be done after all', async ({ page }) => {
  const tonight = new TonightPage(page);
  await tonight.open('#/household/restore');
  await pick(page, textOfYears(8_000));
  const sheet = page.getByRole('dialog');
  // The button is tapped in the page as soon as the first rows are written.
  await page.evaluate(() => {
    new MutationObserver(() => {
      const dialog = document.querySelector('dialog');
      const bar = dialog?.querySelector('progress');
      const cancel = [...(dialog?.querySelectorAll('button') ?? [])].find(
        ({ textContent }) => textContent === 'Cancel',
      );
      if (!bar?.hasAttribute('value') || document.body.dataset.cancelled) return;
      document.body.dataset.cancelled = 'yes';
      cancel?.click();
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  const replace = sheet.getByRole('button', { name: 'Replace the log' });
  await replace.tap();
  await expect(page.locator('body[data-cancelled]')).toHaveCount(1);
  await expect(sheet.getByRole('progressbar')).toHaveCount(0);
  await expect(replace).toBeEnabled();
  expect(await countIncidents(page)).toBe(0);
  await replace.tap();
  await expect(tonight.toast).toHaveText(/^Restored/, { timeout: 30_000 });
  expect(await countIncidents(page)).toBe(8_000);
});

test('a page without workers restores the same file', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'));
  const tonight = new TonightPage(page);
  await tonight.open('#/household/restore');
  await pick(page, textOfYears());
  await page.getByRole('button', { name: 'Replace the log' }).tap();
  await expect(tonight.toast).toHaveText(/^Restored/);
  expect(await countIncidents(page)).toBe(ROWS);
});
