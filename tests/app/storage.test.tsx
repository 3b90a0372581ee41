import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { applyKept } from '@/app/applyKept';
import { followTrouble } from '@/app/followTrouble';
import { openOverlay } from '@/db/overlay';
import { keepPending, pendingWrites } from '@/db/pending';
import { loadTranslation } from '@/i18n/useTranslation';
import { useAppStatus } from '@/stores/status';
import { useToasts } from '@/stores/toasts';
import { startApp } from '../support/app';
import { householdDatabase, logWakeUp } from '../support/database';
import { LEO, tonightAt } from '../support/factories';
import { passTapGuard, setNow } from '../support/screen';

const quotaExceeded = () => new DOMException('The quota has been exceeded.', 'QuotaExceededError');

/** From now on these methods of the log's tables fail as they do when the storage is full. */
function fillStorage(...methods: ('put' | 'add')[]) {
  const spies = methods.map((method) =>
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(() => {
      throw quotaExceeded();
    }),
  );
  return () => spies.forEach((spy) => void spy.mockRestore());
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('a night with a full storage', () => {
  it('goes on: the wake-up is shown, ends, and the next one begins, and all are kept in their order', async () => {
    setNow('02:43');
    const { db, user } = await startApp();
    fillStorage('put');
    await user.click(button('Léo woke'));
    await user.click(
      await screen.findByRole('button', { name: 'Settled alone' }, { timeout: 5000 }).then(passAndReturn),
    );
    // What to do is said while nobody is awake; during an incident one line has to do.
    await waitFor(() =>
      expect(screen.getByRole('alert')).toHaveTextContent(
        'The storage is full: free some space when you can. Your taps are kept on this device.',
      ),
    );
    passTapGuard();
    await user.click(await screen.findByRole('button', { name: 'Zoé woke' }));
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent(/^Your taps are kept on this device\.$/));
    await waitFor(async () =>
      expect((await pendingWrites()).map(({ command }) => command)).toEqual([
        'openIncident',
        'addEntry',
        'openIncident',
      ]),
    );
    expect(await db.incidents.count()).toBe(0);
    expect(await screen.findByRole('alert')).toHaveTextContent('Your taps are kept on this device.');
  });

  it('says that a tap is only in this window if nothing takes it', async () => {
    setNow('02:43');
    const { user } = await startApp();
    fillStorage('put', 'add');
    await user.click(button('Léo woke'));
    expect(await screen.findByRole('alert')).toHaveTextContent('Not on disk yet: keep this window open.');
    expect(screen.queryByText(/are kept on this device/)).toBeNull();
    expect(screen.queryByRole('button', { name: 'Reload' })).toBeNull();
  });

  it('says the same in French', async () => {
    setNow('02:43');
    const { user } = await startApp({ language: 'fr' });
    fillStorage('put');
    await user.click(button('Léo se réveille'));
    await user.click(
      await screen.findByRole('button', { name: 'Ça redort sans nous' }, { timeout: 5000 }).then(passAndReturn),
    );
    await waitFor(() =>
      expect(screen.getByRole('alert')).toHaveTextContent(
        'Le stockage est plein : libérez un peu de place dès que possible. Vos gestes sont gardés sur cet appareil.',
      ),
    );
  });

  const passAndReturn = <T,>(value: T): T => {
    passTapGuard();
    return value;
  };
});

describe('a log that takes writes again', () => {
  it('gets what was kept, and is shown again', async () => {
    const log = await householdDatabase();
    const { t, loadDayMessages, ...rest } = await loadTranslation('en', ['en-GB']);
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const empty = fillStorage('put');
    await logWakeUp(log);
    const overlay = await openOverlay(log, 'full', tonightAt('03:00'));
    useAppStatus.getState().set({ storageProblem: 'full', keptPlace: 'inWindow' });
    const show = vi.fn();
    const stop = followTrouble(overlay, 'full', { t, loadDayMessages, ...rest }, show);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(show).not.toHaveBeenCalled();
    empty();
    await vi.advanceTimersByTimeAsync(30_000);
    await vi.waitFor(() => expect(useToasts.getState().toast?.message).toBe('Written now: the tap that was kept.'));
    expect(show).toHaveBeenCalledWith(log);
    expect(await log.incidents.count()).toBe(1);
    expect(useAppStatus.getState()).toMatchObject({ storageProblem: null, keptPlace: null });
    stop();
    overlay.close();
  });
});

describe('kept writes at the start', () => {
  it('are counted: those that were written, those that fit no longer, and those of another version', async () => {
    const db = await householdDatabase();
    const translation = await loadTranslation('en', ['en-GB']);
    const now = tonightAt('02:43');
    const detected = { id: 'cry', at: now, estimated: false, updatedAt: now, deletedAt: null, by: null, via: 'tap' };
    const tap = { incidentId: 'kept', childId: LEO, detected, now };
    await keepPending({ id: '1', command: 'openIncident', input: tap });
    await keepPending({ id: '2', command: 'changeChild', input: { id: LEO, change: { name: ' ' }, now } });
    await keepPending({ id: '3', command: 'ofTomorrow', input: {} });
    expect(await applyKept(db, translation, await pendingWrites())).toBeNull();
    expect(useToasts.getState().toast?.message).toBe(
      'Written now: the tap that was kept. A kept tap no longer fits what was logged since: left out.',
    );
    expect(useAppStatus.getState().unknownWrites).toBe(1);
    expect(await pendingWrites()).toMatchObject([{ id: '3' }]);
    setNow('02:43');
    await startApp({ db });
    expect(await screen.findByText('One kept tap waits for the version of the app that made it.')).toBeInTheDocument();
  });
});

describe('a log that is gone', () => {
  const lostLog = { what: 'all', lastSeenAt: tonightAt('04:12') } as const;

  it('is said with the time when it was last seen, and leads to a backup', async () => {
    setNow('09:00');
    useAppStatus.getState().set({ lostLog });
    await startApp({ hash: '#/household/storage' });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The log that was here is gone. It was last seen on Tue 17 Nov at 04:12.',
    );
    expect(screen.getByRole('link', { name: 'What can be done' })).toHaveAttribute('href', '#/household/storage');
    expect(await screen.findByRole('button', { name: 'Restore a backup' })).toBeInTheDocument();
  });

  it('is no longer said once somebody goes on with what is here', async () => {
    setNow('09:00');
    useAppStatus.getState().set({ lostLog: { ...lostLog, what: 'part' } });
    const { user } = await startApp({ hash: '#/household/storage' });
    expect(await screen.findByRole('alert')).toHaveTextContent('Part of the log is missing.');
    await user.click(await screen.findByRole('button', { name: 'Go on with what is here' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(screen.getByText('The log is here, and takes what is logged.')).toBeInTheDocument();
  });
});

describe('a problem with the storage', () => {
  it.each([
    ['newerWindowOpened', 'A newer version is open in another window.'],
    ['deletedElsewhere', 'The log was deleted while this window was open.'],
    ['blockedByOtherWindow', 'Another window of the app holds the log.'],
    ['connectionLost', 'The storage has stopped answering.'],
  ] as const)('%s has its own sentence', async (storageProblem, sentence) => {
    setNow('02:43');
    await startApp();
    act(() => useAppStatus.getState().set({ storageProblem }));
    expect(await screen.findByRole('alert')).toHaveTextContent(sentence);
  });

  it('of a log that does not open leads to what can be done', async () => {
    setNow('02:43');
    useAppStatus.getState().set({ storageProblem: 'cannotOpen' });
    await startApp({ hash: '#/household/storage' });
    expect(await screen.findByRole('link', { name: 'What can be done' })).toHaveAttribute(
      'href',
      '#/household/storage',
    );
    for (const name of ['Try again', 'Go on in a new log', 'Save what can be read'])
      expect(await screen.findByRole('button', { name })).toBeInTheDocument();
  });
});

it('a second log is said to be one', async () => {
  setNow('09:00');
  useAppStatus.getState().set({ isSecondLog: true });
  await startApp();
  expect(await screen.findByText(/^This is a second log|^The first log opens again/)).toBeInTheDocument();
});
