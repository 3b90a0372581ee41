import { act, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { changeChild } from '@/db/people';
import { MINUTE_MS } from '@/lib/time';
import { startApp } from '../support/app';
import { LEO, tonightAt } from '../support/factories';
import { setNow } from '../support/screen';

/*
 * A tick of the clock renders the app again. If no row has changed, only the clocks may have work
 * to do.
 */

/** Lets the minutes pass one by one; after each, every clock of the app shows another time. */
async function passMinutes(minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    vi.setSystemTime(Date.now() + MINUTE_MS);
    await act(async () => void document.dispatchEvent(new Event('visibilitychange')));
  }
}

it('does not write localStorage or register listeners again when a minute passes', async () => {
  setNow('02:43');
  const { db, user } = await startApp();
  // One change of the incidents and one of the people show that all initial reads have ended.
  await user.click(await screen.findByRole('button', { name: 'Léo woke' }));
  await screen.findByRole('button', { name: 'Settled alone' });
  await act(async () => void (await changeChild(db, { id: LEO, change: { name: 'Léon' }, now: tonightAt('02:43') })));
  await screen.findByText(/Léon/);
  // Both are written after the screen has changed, and either of the two changes may come last.
  await waitFor(() => {
    expect(localStorage.getItem('infernalops.witness')).toMatch(/"incidentCount":1.*Léon/);
    expect(localStorage.getItem('infernalops.shell')).toContain('P0');
  });
  // A live query that was still to answer does so by the end of the first minute.
  await passMinutes(1);
  const setItem = vi.spyOn(Storage.prototype, 'setItem');
  const addListener = vi.spyOn(window, 'addEventListener');
  await passMinutes(3);
  expect(setItem.mock.calls).toEqual([]);
  expect(addListener.mock.calls.map(([type]) => type)).not.toContain('hashchange');
});

it('updates the hints for the next start when rows change', async () => {
  setNow('02:43');
  const { db } = await startApp();
  const setItem = vi.spyOn(Storage.prototype, 'setItem');
  await act(async () => void (await changeChild(db, { id: LEO, change: { name: 'Léon' }, now: tonightAt('02:44') })));
  await screen.findByRole('button', { name: /Léon/ });
  await waitFor(() => expect(setItem).toHaveBeenCalledWith('infernalops.shell', expect.stringContaining('Léon')));
});
