import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { differencesOf } from './compareLines';
import type { Ledger } from './ledger';
import type { Phone } from './phone';
import { readLog, type StoredRow } from './storedLog';

/** Saves a backup by the app's own button, and compares the file with the ledger. */
export async function saveBackup(phone: Phone, ledger: Ledger): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'infernalops-backup-'));
  await phone.session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  await phone.show('#/household/backup');
  await phone.button('Save a backup').click();
  let file: string | undefined;
  await expect(async () => {
    file = (await readdir(folder)).find((name) => name.endsWith('.json'));
    expect(file).toBeDefined();
  }).toPass({ timeout: 60_000 });
  const backup = JSON.parse(await readFile(join(folder, file ?? ''), 'utf8')) as Record<'incidents', StoredRow[]>;
  await rm(folder, { recursive: true });
  const log = await readLog(phone.page);
  expect(differencesOf({ ...log, incidents: backup.incidents }, ledger)).toEqual([]);
}
