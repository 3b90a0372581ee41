import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import ChoresScreen from '@/features/chores/ChoresScreen';
import { screenStarter, setNow } from '../support/screen';

const startScreen = screenStarter(['/household/chores', ChoresScreen]);

/** Opens the chores, after these addresses. */
async function openAfter(...addresses: string[]) {
  setNow('10:00');
  const urls = [...addresses, '#/household/chores'].map((hash) => new URL(hash, location.href).href);
  vi.stubGlobal('navigation', {
    currentEntry: { index: urls.length - 1 },
    entries: () => urls.map((url) => ({ url })),
  });
  const back = vi.spyOn(history, 'back').mockImplementation(() => {});
  const { user } = await startScreen({ hash: '#/household/chores' });
  await screen.findByRole('heading', { level: 1 });
  return { user, back };
}

afterEach(() => vi.unstubAllGlobals());

it('goes back in the history to the list of Household that one came from', async () => {
  const { user, back } = await openAfter('#/household');
  await user.click(screen.getByRole('link', { name: 'Household', current: false }));
  expect(back).toHaveBeenCalledOnce();
});

it('goes back to the night that one came from', async () => {
  const { user, back } = await openAfter('#/nights/2026-11-16');
  const link = screen.getByRole('link', { name: 'Back' });
  expect(link).toHaveAttribute('href', '#/nights/2026-11-16');
  await user.click(link);
  expect(back).toHaveBeenCalledOnce();
});

it('leads to Household if the app was opened here', async () => {
  const { user, back } = await openAfter();
  await user.click(screen.getByRole('link', { name: 'Household', current: false }));
  await waitFor(() => expect(location.hash).toBe('#/household'));
  expect(back).not.toHaveBeenCalled();
});
