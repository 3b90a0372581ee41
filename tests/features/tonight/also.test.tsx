import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { deferChore } from '@/db/chores';
import { Tonight } from '@/features/tonight/Tonight';
import { householdDatabase } from '../../support/database';
import { at, entry, incident, nightRow, tonightAt, wakeUp } from '../../support/factories';
import { passTapGuard, screenStarter, setNow, statusText, TONIGHT, tapInMore, tapToOpen } from '../../support/screen';

const startScreen = screenStarter([TONIGHT, Tonight]);

const also = (name = 'Also…') => screen.getByRole('button', { name });
/** The sheet opens after its messages are loaded, so this waits for them. */
const open = (name?: string) => act(async () => fireEvent.click(also(name)));
const sheet = async () => within(await screen.findByRole('dialog'));
/**
 * Returns the names of the buttons: the one to close, the medicine, the temperature, and the chores
 * that can be put off.
 */
const offered = async () => {
  await (await sheet()).findByRole('button', { name: /Laundry/i });
  return (await sheet())
    .getAllByRole('button')
    .map((button) => button.getAttribute('aria-label') ?? button.textContent);
};

describe('deferring a chore with two taps', () => {
  it('defers a chore during an incident, which goes on unchanged', async () => {
    setNow('03:00');
    const { db, user } = await startScreen({ db: await householdDatabase([incident([entry('detected', '02:58')])]) });
    await tapInMore('Another chore');
    const laundry = await screen.findByRole('button', { name: /^Laundry · 30\smin$/ });
    passTapGuard();
    await user.click(laundry);
    await waitFor(() => expect(statusText()).toMatch(/Put off: Laundry · 30\smin/));
    expect(await db.chores.toArray()).toMatchObject([
      { title: 'Laundry', effortMinutes: 30, deferredAt: Date.now(), paidAt: null },
    ]);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByRole('timer')).toBeInTheDocument();
    expect(await db.incidents.get('incident')).toMatchObject({ timeline: [{ kind: 'detected' }] });
  });

  it('offers in “More” the two chores put off last, one touch each', async () => {
    setNow('03:00');
    const { db, user } = await startScreen({ db: await householdDatabase([incident([entry('detected', '02:58')])]) });
    const now = tonightAt('02:00');
    await deferChore(db, { choreId: 'a', title: 'Descale the kettle', effortMinutes: 10, deferredAt: now, now });
    await tapToOpen('More');
    const chores = within(await screen.findByRole('group', { name: 'That can wait' }));
    await chores.findByRole('button', { name: /^Laundry/ });
    expect(chores.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Descale the kettle later',
      'Laundry later',
      'Another chore',
    ]);
    passTapGuard();
    await user.click(chores.getByRole('button', { name: /^Descale the kettle/ }));
    await waitFor(() => expect(statusText()).toMatch(/Put off: Descale the kettle · 10\smin/));
    expect(await db.chores.count()).toBe(2);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('takes the chore back with the undo', async () => {
    setNow('03:00');
    const { db, user } = await startScreen();
    await open();
    const bins = await (await sheet()).findByRole('button', { name: /^Bins/ });
    passTapGuard();
    await user.click(bins);
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(statusText()).toMatch('Undone.'));
    expect(await db.chores.toArray()).toMatchObject([{ title: 'Bins', deletedAt: Date.now() }]);
  });

  it.each([
    ['at night', '03:00', []],
    ['just asleep again', '03:04', [wakeUp('02:43', '03:03')]],
    ['in the morning, with the night over', '08:00', []],
  ])('defers a chore %s', async (_, time, incidents) => {
    setNow(time);
    await startScreen({ db: await householdDatabase(incidents) });
    await open();
    expect(await sheet()).toBeTruthy();
  });

  it('offers no chore before the night, because by day there is a screen for it', async () => {
    setNow('15:00');
    await startScreen();
    expect(screen.queryByRole('button', { name: 'Also…' })).toBeNull();
  });

  it('defers nothing for the second half of a double tap', async () => {
    setNow('03:00');
    const { db, user } = await startScreen();
    await open();
    const laundry = await (await sheet()).findByRole('button', { name: /^Laundry/ });
    await user.click(laundry);
    expect(await db.chores.count()).toBe(0);
    expect(screen.getByRole('dialog')).toBeInTheDocument();
    // A deliberate tap does, and two of them within a moment count as one.
    passTapGuard();
    await Promise.all([user.click(laundry), user.click(laundry)]);
    await waitFor(() => expect(statusText()).toMatch('Put off: Laundry'));
    expect(await db.chores.count()).toBe(1);
  });

  it('keeps the chore and leaves the sheet open if the storage is full', async () => {
    setNow('03:00');
    const { user } = await startScreen();
    await open();
    const laundry = await (await sheet()).findByRole('button', { name: /^Laundry/ });
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    });
    passTapGuard();
    await user.click(laundry);
    await waitFor(() => expect(localStorage.getItem('infernalops.pending.2')).toContain('deferChore'));
    put.mockRestore();
  });
});

describe('the offered chores', () => {
  it('offers the usual chores until the household has its own', async () => {
    setNow('03:00');
    await startScreen();
    await open();
    expect((await offered()).map((name) => name?.replace(/\s/g, ' '))).toEqual([
      'Close',
      'Medicine',
      'Temperature',
      'Laundry · 30 min',
      'Sheets · 20 min',
      'Dishes · 15 min',
      'Bottles · 10 min',
      'Tidy up · 20 min',
      'Hoover · 25 min',
      'Folding · 25 min',
      'Bins · 5 min',
    ]);
  });

  it('offers the household’s own chores first, with their last minutes, and at most eight', async () => {
    setNow('03:00');
    const db = await householdDatabase();
    const evening = at('2026-11-15 21:00');
    const own = [
      ['Feed the goat', 10],
      ['laundry', 30],
      ['Laundry', 45],
      ['a'.repeat(200), 10_000],
    ] as const;
    for (const [index, [title, effortMinutes]] of own.entries())
      await deferChore(db, {
        choreId: String(index),
        title,
        effortMinutes,
        deferredAt: (evening + index) as typeof evening,
        now: tonightAt('03:00'),
      });
    await startScreen({ db });
    await open();
    const names = (await offered()).map((name) => name?.replace(/\s/g, ' '));
    expect(names.slice(3, 7)).toEqual([
      `${'a'.repeat(200)} · 167 h`,
      'Laundry · 45 min',
      'Feed the goat · 10 min',
      'Sheets · 20 min',
    ]);
    expect(names).toHaveLength(1 + 8 + 2);
  });

  it('offers the chores in French', async () => {
    setNow('03:00');
    const { user } = await startScreen({ language: 'fr' });
    await open('Et aussi…');
    const lessive = await (await sheet()).findByRole('button', { name: /^Lessive · 30\smin$/ });
    passTapGuard();
    await user.click(lessive);
    await waitFor(() => expect(statusText()).toMatch(/Ça attendra\s: Lessive · 30\smin/));
  });

  it('offers a temperature and a medicine after the chores, and opens the page of the temperature', async () => {
    setNow('03:00');
    await startScreen();
    await open();
    const temperature = await (await sheet()).findByRole('button', { name: 'Temperature' });
    await act(async () => fireEvent.click(temperature));
    await waitFor(async () => expect((await sheet()).queryByRole('button', { name: /^Laundry/ })).toBeNull());
  });
});

it('defers a chore after the night is over', async () => {
  setNow('08:00');
  const db = await householdDatabase();
  await db.nights.put(nightRow({ morningAt: tonightAt('07:30') }));
  await startScreen({ db });
  expect(also()).toBeInTheDocument();
});
