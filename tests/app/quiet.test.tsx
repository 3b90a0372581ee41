import { act, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { changeChild } from '@/db/people';
import { MINUTE_MS } from '@/lib/time';
import { startApp } from '../support/app';
import { LEO, tonightAt } from '../support/factories';
import { setNow } from '../support/screen';

/* A tick of the clock renders the app anew. Where no row has changed, nothing but the clocks may have work to do. */

/** Some ticks, at which every clock of the app has another time. */
async function pass(minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    vi.setSystemTime(Date.now() + MINUTE_MS);
    await act(async () => void document.dispatchEvent(new Event('visibilitychange')));
  }
}

it('a minute that passes rewrites no localStorage and registers no listener again', async () => {
  setNow('02:43');
  const { db, user } = await startApp();
  // Once a change of each has been seen, what was read at first has come as well.
  await user.click(await screen.findByRole('button', { name: 'Léo woke' }));
  await screen.findByRole('button', { name: 'Asleep again' });
  await act(async () => void (await changeChild(db, { id: LEO, change: { name: 'Léon' }, now: tonightAt('02:43') })));
  await screen.findByText(/Léon/);
  const written = vi.spyOn(Storage.prototype, 'setItem');
  const listened = vi.spyOn(window, 'addEventListener');
  await pass(3);
  expect(written).not.toHaveBeenCalled();
  expect(listened.mock.calls.map(([type]) => type)).not.toContain('hashchange');
});

it('a change of rows does reach what is remembered for the next start', async () => {
  setNow('02:43');
  const { db } = await startApp();
  const written = vi.spyOn(Storage.prototype, 'setItem');
  await act(async () => void (await changeChild(db, { id: LEO, change: { name: 'Léon' }, now: tonightAt('02:44') })));
  await screen.findByRole('button', { name: /Léon/ });
  expect(written).toHaveBeenCalledWith('infernalops.shell', expect.stringContaining('Léon'));
});
