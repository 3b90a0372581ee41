import { act, configure, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { GAMEDAY_DATABASE_NAME } from '@/db/database';
import type { Instant } from '@/lib/time';
import { useDeviceSettings } from '@/stores/device';
import { startApp } from '../support/app';
import { emptyLog, fillDatabase } from '../support/backup';
import { householdDatabase, openWindow } from '../support/database';
import { at, day, entry, incident, nightRow, toWallTime, wakeUp } from '../support/factories';
import { setNow } from '../support/screen';

// The page of the backup is loaded when it is opened, which takes longer than the default time
// limit. This import loads it before the tests.
import '@/features/settings/HouseholdPages';

// These tests render whole screens, possibly on a busy machine.
configure({ asyncUtilTimeout: 5_000 });
vi.setConfig({ testTimeout: 20_000 });

/** A wake-up that lasts ten minutes. */
const wakeUpAt = (time: string) => {
  const from = at(time);
  return wakeUp('02:43', '03:03', {
    id: time,
    timeline: [entry('detected', from), entry('resolved', (from + 600_000) as Instant)],
  });
};

/**
 * Opens the app at a given time. Unless another log is given, its log began on 1 November 2026 at
 * 03:00.
 */
async function openAt(time: string, { log = [wakeUpAt('2026-11-01 03:00')], hash = '#/' } = {}) {
  setNow(at(time));
  return startApp({ db: await householdDatabase(log), hash });
}

/**
 * Waits until the app has read when its log began. A reminder that is not shown by then will not
 * come.
 */
async function waitForLogStart() {
  await screen.findByRole('button', { name: 'Léo woke' });
  for (let task = 0; task < 20; task += 1) await act(() => new Promise((resolve) => setTimeout(resolve)));
}

/** Returns the text of the reminder; null if there is none. */
async function readReminder(): Promise<string | null> {
  await waitForLogStart();
  return screen.queryByText(/^(This log is two weeks old|The last backup is)/)?.textContent ?? null;
}

const NEVER_BACKED_UP = 'This log is two weeks old and only on this device.';

describe('the reminder about a log without a backup', () => {
  it.each([
    ['a day old', '2026-11-02 10:00'],
    ['a minute less than two weeks old', '2026-11-15 09:59'],
  ])('is not shown when the log is %s', async (_age, time) => {
    await openAt(time, { log: [wakeUpAt('2026-11-01 10:00')] });
    expect(await readReminder()).toBe(null);
  });

  it.each([
    ['two weeks old', '2026-11-15 10:00'],
    ['a year old', '2027-11-01 10:00'],
  ])('is shown when the log is %s', async (_age, time) => {
    await openAt(time, { log: [wakeUpAt('2026-11-01 10:00')] });
    expect(await readReminder()).toBe(NEVER_BACKED_UP);
  });

  it('is shown after two weeks to the minute in a household that sleeps by day', async () => {
    setNow(at('2026-11-15 03:00'));
    const db = await householdDatabase([wakeUpAt('2026-11-01 03:00')]);
    await db.household.update('household', { nightStart: toWallTime('10:00'), nightEnd: toWallTime('18:00') });
    await startApp({ db });
    expect(await readReminder()).toBe(NEVER_BACKED_UP);
  });

  it('counts from the first night of the log if that is earlier than the first wake-up', async () => {
    setNow(at('2026-11-16 12:30'));
    const db = await householdDatabase([wakeUpAt('2026-11-10 03:00')]);
    await db.nights.put(nightRow({ id: day('2026-11-02'), quiet: true }));
    await startApp({ db });
    expect(await readReminder()).toBe(NEVER_BACKED_UP);
  });

  it('does not count from a wake-up that was undone', async () => {
    const undoneWakeUp = { ...wakeUpAt('2026-11-01 03:00'), deletedAt: at('2026-11-01 03:01') };
    await openAt('2026-11-20 10:00', { log: [undoneWakeUp, wakeUpAt('2026-11-10 03:00')] });
    expect(await readReminder()).toBeNull();
  });

  it('is not shown while the log is empty', async () => {
    await openAt('2026-11-20 10:00', { log: [] });
    expect(await readReminder()).toBeNull();
  });

  it('is not shown in a GameDay', async () => {
    setNow(at('2026-11-20 10:00'));
    const db = openWindow(GAMEDAY_DATABASE_NAME);
    await fillDatabase(db, { ...emptyLog(), incidents: [wakeUpAt('2026-11-01 03:00')] });
    await startApp({ db });
    expect(await readReminder()).toBeNull();
    await db.delete();
  });
});

describe('the reminder about a log with a backup', () => {
  it.each([
    ['from today', '2026-11-20 09:00'],
    ['a minute less than two weeks old', '2026-11-06 10:01'],
  ])('is not shown when the backup is %s', async (_age, lastBackupAt) => {
    useDeviceSettings.getState().set({ lastBackupAt: at(lastBackupAt) });
    await openAt('2026-11-20 10:00');
    expect(await readReminder()).toBe(null);
  });

  it.each([
    ['two weeks old', '2026-11-06 10:00', 'The last backup is 14 days old.'],
    ['a month old', '2026-10-20 10:00', 'The last backup is 31 days old.'],
  ])('is shown when the backup is %s', async (_age, lastBackupAt, expected) => {
    useDeviceSettings.getState().set({ lastBackupAt: at(lastBackupAt) });
    await openAt('2026-11-20 10:00');
    expect(await readReminder()).toBe(expected);
  });
});

it('does not remind for two weeks after a new log was begun, even if the last backup is older', async () => {
  useDeviceSettings.getState().set({ lastBackupAt: at('2026-10-20 10:00') });
  await openAt('2026-11-20 10:00', { log: [wakeUpAt('2026-11-18 03:00')] });
  expect(await readReminder()).toBeNull();
});

describe('the time at which a reminder may be shown', () => {
  it.each([['2026-11-20 20:00'], ['2026-11-20 02:43'], ['2026-11-20 06:59']])(
    'shows no reminder by night, at %s',
    async (time) => {
      await openAt(time);
      expect(await readReminder()).toBeNull();
    },
  );

  it.each(['dark', 'light'] as const)(
    'shows no reminder by night on a phone whose theme is always %s',
    async (theme) => {
      useDeviceSettings.getState().set({ theme });
      await openAt('2026-11-20 02:43');
      expect(await readReminder()).toBeNull();
    },
  );

  it('shows the reminder as soon as an open incident is resolved', async () => {
    const openIncident = incident([entry('detected', at('2026-11-20 09:50'))], { id: 'now' });
    const { user } = await openAt('2026-11-20 10:00', { log: [wakeUpAt('2026-11-01 03:00'), openIncident] });
    await user.click(await screen.findByRole('button', { name: 'Asleep again' }));
    await screen.findByText(NEVER_BACKED_UP);
  });

  it('shows no reminder during an incident on a phone with a chosen theme', async () => {
    const openIncident = incident([entry('detected', at('2026-11-20 09:50'))], { id: 'now' });
    useDeviceSettings.getState().set({ theme: 'light' });
    await openAt('2026-11-20 10:00', { log: [wakeUpAt('2026-11-01 03:00'), openIncident] });
    await screen.findByRole('button', { name: 'Asleep again' });
    for (let task = 0; task < 20; task += 1) await act(() => new Promise((resolve) => setTimeout(resolve)));
    expect(screen.queryByText(NEVER_BACKED_UP)).toBeNull();
  });
});

it('shows the reminder by day when the chosen theme is “night”', async () => {
  useDeviceSettings.getState().set({ theme: 'night' });
  await openAt('2026-11-20 10:00');
  expect(await readReminder()).toBe(NEVER_BACKED_UP);
});

describe('the reminder to save a backup', () => {
  it('stays hidden for a week after “Later”', async () => {
    const { user } = await openAt('2026-11-20 10:00');
    await user.click(await screen.findByRole('button', { name: 'Later' }));
    await waitFor(() => expect(screen.queryByText(NEVER_BACKED_UP)).toBeNull());
    expect(useDeviceSettings.getState().backupReminderAfter).toBe(at('2026-11-27 10:00'));
    // When the page becomes visible again, the app reads the clock again.
    const showPageAt = (time: string) => {
      vi.setSystemTime(at(time));
      act(() => void document.dispatchEvent(new Event('visibilitychange')));
    };
    showPageAt('2026-11-27 09:59');
    expect(await readReminder()).toBeNull();
    showPageAt('2026-11-27 10:00');
    expect(await screen.findByText(NEVER_BACKED_UP)).toBeInTheDocument();
  });

  it('links to the screen that saves a backup, and disappears once a backup is saved', async () => {
    Object.assign(URL, { createObjectURL: () => 'blob:log', revokeObjectURL: () => {} });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    const { user } = await openAt('2026-11-20 10:00');
    await screen.findByText(NEVER_BACKED_UP);
    const link = screen.getByRole('link', { name: 'To the backup' });
    await act(async () => {
      location.hash = link.getAttribute('href') ?? '';
    });
    await user.click(await screen.findByRole('button', { name: 'Save a backup' }));
    await waitFor(() => expect(screen.queryByText(NEVER_BACKED_UP)).toBeNull());
    expect(useDeviceSettings.getState().lastBackupAt).toBe(at('2026-11-20 10:00'));
  });

  it('is shown in French', async () => {
    useDeviceSettings.getState().set({ lastBackupAt: at('2026-11-01 10:00') });
    setNow(at('2026-11-20 10:00'));
    await startApp({ db: await householdDatabase([wakeUpAt('2026-11-01 03:00')]), language: 'fr' });
    expect(await screen.findByText('La dernière sauvegarde date d’il y a 19 jours.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Plus tard' })).toBeInTheDocument();
  });
});
