import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
// Loaded before the first tap, as the app does within milliseconds.
import '@/app/Notices';
import { startApp } from '../support/app';
import { chore } from '../support/chores';
import { householdDatabase } from '../support/database';
import { entry, incident, tonightAt, wakeUp } from '../support/factories';
import { setNow, tapInMore, tapToOpen } from '../support/screen';

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const focusedText = () => document.activeElement?.textContent ?? '';
const expectFocusOn = (heading: RegExp) =>
  waitFor(() => {
    expect(document.activeElement?.tagName).toMatch(/^H[12]$/);
    expect(focusedText()).toMatch(heading);
  });

describe('the focus', () => {
  it('goes to the new heading of Tonight: awake, asleep again, and after an undo', async () => {
    setNow('02:43');
    const { user } = await startApp();
    await user.click(button('Léo woke'));
    await expectFocusOn(/^Léo woke$/);
    // After the grace time.
    setNow('02:44');
    await user.click(await screen.findByRole('button', { name: 'Asleep again' }, { timeout: 3000 }));
    await expectFocusOn(/^Recovered/);
    await user.click(button(/^Undo/));
    await expectFocusOn(/^Léo woke$/);
  });

  it('goes back to the button that opened a sheet, also through a second sheet', async () => {
    setNow('02:50');
    const { user } = await startApp({ db: await householdDatabase([incident([entry('detected', '02:43')])]) });
    await tapToOpen(/^Since/);
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Close' }));
    expect(button(/^Since/)).toHaveFocus();
    await tapInMore('A note for the morning');
    await user.click(
      within(await screen.findByRole('dialog', { name: 'A note for the morning' })).getByRole('button', {
        name: 'Close',
      }),
    );
    expect(button('More')).toHaveFocus();
  });

  it('goes to the heading after a deletion: of a wake-up, and of a chore that is forgiven', async () => {
    setNow('09:00');
    const db = await householdDatabase([wakeUp('02:43', '03:03')]);
    await db.chores.put(chore('Laundry', tonightAt('22:00')));
    const { user } = await startApp({ db, hash: '#/nights/2026-11-16/02:43%20to%2003:03' });
    await user.click(await screen.findByRole('button', { name: 'Delete this wake-up' }));
    await expectFocusOn(/^Night of/);
    await act(async () => {
      location.hash = '#/household/chores';
    });
    await user.click(await screen.findByRole('button', { name: /Forgive/ }));
    await expectFocusOn(/./);
  });

  it('is never taken from where somebody has put it', async () => {
    setNow('02:50');
    const { user } = await startApp({
      db: await householdDatabase([incident([entry('detected', '02:43'), entry('acknowledged', '02:44')])]),
    });
    await user.click(await screen.findByRole('button', { name: 'Cuddle' }));
    await waitFor(() => expect(button('Cuddle')).toHaveAttribute('aria-pressed', 'true'));
    expect(button('Cuddle')).toHaveFocus();
  });
});
