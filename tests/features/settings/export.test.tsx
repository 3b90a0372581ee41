import { act, configure, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { InfernalDatabase } from '@/db/database';
import HouseholdPages from '@/features/settings/HouseholdPages';
import type { Language } from '@/i18n/translator';
import { fillDatabase } from '../../support/backup';
import { freshDatabaseName, householdDatabase, openWindow } from '../../support/database';
import { exportedLog } from '../../support/exportedLog';
import { DAD, day, MUM, nightRow, tonightAt } from '../../support/factories';
import { screenStarter, setNow, statusText } from '../../support/screen';

const startScreen = screenStarter(['/household/:page', HouseholdPages]);

// These tests render whole screens, possibly on a busy machine.
configure({ asyncUtilTimeout: 5_000 });
vi.setConfig({ testTimeout: 20_000 });

async function open(db: InfernalDatabase, language: Language = 'en') {
  setNow(tonightAt('10:05'));
  const started = await startScreen({ hash: '#/household/export', language, db });
  await screen.findByRole('heading', { level: 1 });
  await act(() => started.db.transaction('r', started.db.tables, () => {}));
  return started;
}
const button = (name: string) => screen.getByRole('button', { name });

/** The files that the browser downloads. */
const saved: { name: string; file: Blob }[] = [];
beforeEach(() => {
  saved.length = 0;
  let last = new Blob();
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => {
      last = blob;
      return 'blob:file';
    },
    revokeObjectURL: () => {},
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, file: last });
  });
});
afterEach(() => vi.restoreAllMocks());

/** jsdom's Blob has no text(). */
const textOf = (file: Blob): Promise<string> =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(file);
  });

/** Returns the one file that was saved. */
async function savedFile(): Promise<{ name: string; file: Blob }> {
  await waitFor(() => expect(saved).toHaveLength(1));
  const [only] = saved;
  if (!only) throw new Error('nothing was saved');
  return only;
}

const filledDatabase = () => fillDatabase(openWindow(freshDatabaseName()), exportedLog());

describe('the export of the log', () => {
  it('has nothing to save at first, and no rota', async () => {
    await open(await householdDatabase());
    expect(await screen.findByText('There is nothing to save yet.')).toBeVisible();
    expect(screen.getByText('There is no rota yet.')).toBeVisible();
    for (const name of ['Wake-ups (CSV)', 'All tables (CSV)', 'On-call calendar (.ics)'])
      expect(button(name)).toBeDisabled();
  });

  it('saves the wake-ups in the dialect that is chosen', async () => {
    const { user } = await open(await filledDatabase());
    await user.click(button('1,5'));
    await user.click(button('Wake-ups (CSV)'));
    const { name, file } = await savedFile();
    expect([name, file.type]).toEqual(['infernalops-wake-ups-2026-11-17.csv', 'text/csv;charset=utf-8']);
    expect(await textOf(file)).toContain('hard;2026-10-24;leo;Léo;2026-10-25 01:50:00;');
    expect(statusText()).toContain('Saved: infernalops-wake-ups-2026-11-17.csv');
  });

  it('saves all tables in one zip file', async () => {
    const { user } = await open(await filledDatabase());
    await user.click(button('All tables (CSV)'));
    const { name, file } = await savedFile();
    expect([name, file.type]).toEqual(['infernalops-tables-2026-11-17.zip', 'application/zip']);
    expect(await textOf(file)).toContain('infernalops-tables-2026-11-17/timeline_entries.csv');
  });

  it('says how many rows cannot be read and are not in the file', async () => {
    const db = await filledDatabase();
    await db.table('chores').put({ id: 'broken', title: 3 });
    const { user } = await open(db);
    await user.click(button('All tables (CSV)'));
    await savedFile();
    await waitFor(() => expect(statusText()).toContain('One row cannot be read and is not in the file.'));
  });

  it('saves the rota with what was arranged for one night alone, in French', async () => {
    const db = await filledDatabase();
    await db.nights.put(
      nightRow({ id: day('2026-11-18'), onCall: { primary: DAD, secondary: MUM, handoverAt: null } }),
    );
    const { user } = await open(db, 'fr');
    await user.click(button('Calendrier d’astreinte (.ics)'));
    const { name, file } = await savedFile();
    expect([name, file.type]).toEqual(['infernalops-on-call-2026-11-17.ics', 'text/calendar;charset=utf-8']);
    const lines = (await textOf(file))
      .replace(/\u00a0/g, ' ')
      .replace(/\r\n /g, '')
      .split('\r\n');
    // The 17th has slot 1 of the rotation, Dad; the 18th would have slot 0: Mum, then Dad.
    const summaries = lines.filter((line) => line.startsWith('SUMMARY'));
    expect(summaries.slice(0, 3)).toEqual([
      'SUMMARY:D’astreinte : Jörg "Dad" | Maß',
      'SUMMARY:D’astreinte : Jörg "Dad" | Maß',
      'SUMMARY:D’astreinte : Jörg "Dad" | Maß',
    ]);
    expect(lines).toContain('DTSTART:20261118T190000Z');
    expect(lines).toContain('DESCRIPTION:En renfort : Mum');
  });
});
