import { act, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { startApp } from '../support/app';
import { householdDatabase, logWakeUp } from '../support/database';
import { setNow } from '../support/screen';

/*
 * iOS ends its storage process while the app is in the background: from then on, each request of
 * the page fails until the database is opened anew.
 */

/** Opens the app on a log whose readings fail while `connection.isLost`. */
async function startOnLog() {
  const connection = { isLost: false };
  // Dexie keeps a reference to this function when it opens the log.
  const { transaction } = IDBDatabase.prototype;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
    if (args[1] !== 'readwrite' && connection.isLost)
      throw new DOMException(
        'Connection to Indexed Database server lost. Refresh the page to try again',
        'UnknownError',
      );
    return transaction.apply(this, args);
  });
  // The React tree logs what it has caught.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  setNow('02:43');
  const db = await householdDatabase();
  await startApp({ db });
  await screen.findByRole('button', { name: 'Léo woke' });
  return { db, connection };
}

it('a reading whose connection was lost opens the log again, and the night goes on', async () => {
  const { db, connection } = await startOnLog();
  connection.isLost = true;
  const { open } = IDBFactory.prototype;
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (this: IDBFactory, ...args) {
    connection.isLost = false;
    return open.apply(this, args);
  });
  await act(() => logWakeUp(db));
  expect(await screen.findByRole('timer')).toBeInTheDocument();
  expect(connection.isLost).toBe(false);
  expect(screen.queryByText('The app tripped.')).toBeNull();
});

it('says that the app tripped, with the ways out, if the connection does not come back', async () => {
  const { db, connection } = await startOnLog();
  connection.isLost = true;
  await act(() => logWakeUp(db));
  await waitFor(() => expect(screen.getByText('The app tripped.')).toBeInTheDocument());
  connection.isLost = false;
  expect(screen.getByRole('button', { name: /copy/i })).toBeEnabled();
});
