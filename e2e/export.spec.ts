import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import ICAL from 'ical.js';
import papaparse from 'papaparse';
import { serializeBackup } from '@/domain/backup';
import type { Instant } from '@/lib/time';
import { exportedLog } from '../tests/support/exportedLog';
import { HouseholdPage } from './pages/household';
import { TonightPage } from './pages/tonight';
import { expect, test } from './support/test';

const MORNING = new Date('2026-11-17T10:00:00+01:00');
const backup = serializeBackup({ exportedAt: MORNING.getTime() as Instant, log: exportedLog() });

/** Taps a button that saves a file, and returns its name and its bytes. */
async function save(page: Page, button: string): Promise<{ name: string; bytes: Uint8Array }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).tap();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: new Uint8Array(await readFile(await file.path())) };
}

test('the log goes to a spreadsheet, a notebook, a calendar and a program, offline', async ({ page, context }) => {
  await page.clock.install({ time: MORNING });
  const tonight = new TonightPage(page);
  await page.goto('/#/household/restore');
  await tonight.ready();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'backup.json', mimeType: 'application/json', buffer: Buffer.from(backup, 'utf8') });
  const replace = page.getByRole('dialog').getByRole('button', { name: 'Replace the log' });
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^(Replace the log|Merge it)$/ })
    .waitFor();
  await replace.tap();
  await page.getByText('Restored', { exact: true }).waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await tonight.ready();
  await context.setOffline(true);
  await tonight.tab('Household').tap();
  const household = new HouseholdPage(page);
  await household.follow('Export');

  const wakeUps = await save(page, 'Wake-ups (CSV)');
  expect(wakeUps.name).toBe('infernalops-wake-ups-2026-11-17.csv');
  const { data } = papaparse.parse<Record<string, string>>(strFromU8(wakeUps.bytes).slice(1), { header: true });
  expect(data).toHaveLength(6);
  expect(data[0]).toMatchObject({ child: 'Léo', recovery_minutes: '20.5', escalated_via: 'voice|page' });
  await expect(tonight.toast).toHaveText(/Saved: infernalops-wake-ups-2026-11-17\.csv/);
  await tonight.closeToast();

  const tables = await save(page, 'All tables (CSV)');
  expect(tables.name).toBe('infernalops-tables-2026-11-17.zip');
  const files = unzipSync(tables.bytes);
  expect(Object.keys(files)).toHaveLength(15);
  expect(strFromU8(files['infernalops-tables-2026-11-17/naps.csv'] ?? new Uint8Array())).toContain('nap,mum,');
  await tonight.closeToast();

  const calendar = await save(page, 'On-call calendar (.ics)');
  expect(calendar.name).toBe('infernalops-on-call-2026-11-17.ics');
  const events = new ICAL.Component(ICAL.parse(strFromU8(calendar.bytes))).getAllSubcomponents('vevent');
  // 28 nights of Dad, and 28 in which Mum hands over to him.
  expect(events).toHaveLength(84);
  await tonight.closeToast();

  await household.back.tap();
  await household.follow('For the paediatrician');
  const report = await save(page, 'As data (JSON)');
  expect(report.name).toBe('infernalops-report-2026-11-03-2026-11-16.json');
  expect(JSON.parse(strFromU8(report.bytes))).toMatchObject({ child: { name: 'Léo' }, summary: { loggedNights: 2 } });
});
