import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { Tonight } from '@/features/tonight/Tonight';
import { useDeviceSettings } from '@/stores/device';
import { freshDatabaseName, householdDatabase } from '../../support/database';
import { DAD, entry, incident, LEO, MUM, tonightAt, ZOE } from '../../support/factories';
import { passTapGuard, screenStarter, setNow, statusText, TONIGHT } from '../../support/screen';

const startScreen = screenStarter([TONIGHT, Tonight]);

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const title = () => screen.getByRole('heading', { level: 1 });

describe('a wake-up', () => {
  it('is stored when the screen says so, with the holder of this phone as its caregiver', async () => {
    setNow('02:43');
    useDeviceSettings.getState().set({ holderId: MUM });
    const { db, user } = await startScreen();
    expect(title()).toHaveTextContent('All systems asleep');
    await user.click(button('Léo woke'));
    await waitFor(() => expect(statusText()).toMatch('Léo woke · 02:43'));
    expect(await db.incidents.toArray()).toMatchObject([{ childId: LEO, timeline: [{ by: MUM, via: 'tap' }] }]);
    expect(await screen.findByRole('timer')).toBeInTheDocument();
  });

  it('can be undone', async () => {
    setNow('02:43');
    const { user } = await startScreen();
    await user.click(button('Léo woke'));
    await screen.findByRole('timer');
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(title()).toHaveTextContent('All systems asleep'));
    await waitFor(() => expect(statusText()).toMatch('Undone.'));
  });

  it('of the second child makes a double incident; each child has its own clock', async () => {
    setNow('02:43');
    const { db, user } = await startScreen();
    await user.click(button('Léo woke'));
    await screen.findByRole('timer');
    passTapGuard();
    await user.click(button('Zoé woke too'));
    await waitFor(() => expect(title()).toHaveTextContent('Zoé woke'));
    expect(button(/^Léo, awake for/)).toBeInTheDocument();
    expect(await db.incidents.count()).toBe(2);
  });

  it('is described by what was done: who is up, what was tried, how it ended, why', async () => {
    setNow('02:43');
    const { db, user } = await startScreen({ db: await householdDatabase([incident([entry('detected', '02:43')])]) });
    await user.click(button('Dad is up'));
    await waitFor(() => expect(button('Dad is up')).toHaveAttribute('aria-pressed', 'true'));
    await user.click(button('Cuddle'));
    await waitFor(() => expect(statusText()).toMatch('Cuddle · 02:43'));
    vi.setSystemTime(tonightAt('03:03'));
    await user.click(button('Asleep again'));
    await waitFor(() => expect(title()).toHaveTextContent(/Recovered in 20\smin/));
    passTapGuard();
    await user.click(button('Hunger'));
    await waitFor(() => expect(button('Hunger')).toHaveAttribute('aria-pressed', 'true'));
    expect(await db.incidents.get('incident')).toMatchObject({
      causeId: 'hunger',
      timeline: [
        { kind: 'detected' },
        { kind: 'acknowledged', by: DAD },
        // Dad was the one who was up.
        { kind: 'remedy', remedy: 'cuddle', by: DAD },
        { kind: 'resolved', outcome: 'settled', by: DAD },
      ],
    });
    passTapGuard();
    await user.click(button('Hunger'));
    await waitFor(() => expect(button('Hunger')).toHaveAttribute('aria-pressed', 'false'));
  });

  it('that begins again within ten minutes is the same incident', async () => {
    setNow('03:10');
    const resolved = incident([entry('detected', '02:43'), entry('resolved', '03:03')]);
    const { db, user } = await startScreen({ db: await householdDatabase([resolved]) });
    await user.click(button('Léo’s awake again'));
    await screen.findByRole('timer');
    expect(screen.getByText('P0 · the fix didn’t hold')).toBeInTheDocument();
    expect(await db.incidents.count()).toBe(1);
  });

  it('that settles within the grace time is a false alarm', async () => {
    setNow(tonightAt('02:43'));
    const { user } = await startScreen({ db: await householdDatabase([incident([entry('detected', '02:43')])]) });
    vi.setSystemTime(tonightAt('02:43') + 20_000);
    await user.click(button('Settled alone'));
    await waitFor(() => expect(title()).toHaveTextContent('False alarm'));
  });
});

describe('the beginning of a wake-up', () => {
  it('can be moved back by five minutes', async () => {
    setNow('02:43');
    const { db, user } = await startScreen({ db: await householdDatabase([incident([entry('detected', '02:43')])]) });
    await user.click(button(/^Since/));
    await user.click(button('5 minutes earlier'));
    await waitFor(() => expect(statusText()).toMatch('Awake since 02:38'));
    expect((await db.incidents.get('incident'))?.detectedAt).toBe(tonightAt('02:38'));
  });

  it('is refused next to its button if the child was already awake then', async () => {
    setNow('02:43');
    const before = incident([entry('detected', '02:30'), entry('resolved', '02:40')], { id: 'before' });
    const { user } = await startScreen({
      db: await householdDatabase([before, incident([entry('detected', '02:43')])]),
    });
    await user.click(button(/^Since/));
    await user.click(button('5 minutes earlier'));
    expect(await screen.findByRole('alert')).toHaveTextContent('The same child was already awake from 02:30 to 02:40.');
  });
});

describe('the storage', () => {
  it('that is full is reported in a sentence, and the tap is kept', async () => {
    setNow('02:43');
    const { db, user } = await startScreen();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    });
    await user.click(button('Léo woke'));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The storage is full. What you tapped is kept; free some space, then reload.',
    );
    expect(localStorage.getItem('infernalops.pending.2')).toContain('openIncident');
    put.mockRestore();
    expect(await db.incidents.count()).toBe(0);
  });

  it('that was written by a newer app is reported, too', async () => {
    setNow('02:43');
    const db = await householdDatabase([], freshDatabaseName());
    db.isReadOnly = true;
    const { user } = await startScreen({ db });
    await user.click(button('Léo woke'));
    expect(await screen.findByRole('alert')).toHaveTextContent('A newer version of the app wrote this log.');
  });
});

describe('a link', () => {
  it.each([
    ['#/woke', LEO],
    [`#/woke?child=${ZOE}`, ZOE],
    ['#/woke?child=ZOE', ZOE],
    ['#/woke?child=zo%C3%A9', ZOE],
  ])('%s logs a wake-up', async (hash, childId) => {
    setNow('02:43');
    const { db } = await startScreen({ hash });
    await screen.findByRole('timer');
    expect(await db.incidents.toArray()).toMatchObject([{ childId, timeline: [{ via: 'shortcut' }] }]);
    // Reloading the page does not follow the link again.
    expect(location.hash).toBe('#/');
  });

  it('followed twice within a minute logs once', async () => {
    setNow('02:43');
    const { db } = await startScreen({ hash: '#/woke' });
    await screen.findByRole('timer');
    vi.setSystemTime(tonightAt('02:43') + 50_000);
    location.hash = '#/woke';
    await waitFor(() => expect(statusText()).toMatch('Already logged: Léo is awake since 02:43.'));
    expect(await db.incidents.count()).toBe(1);
  });

  it('for a child that does not exist logs nothing and says so', async () => {
    setNow('02:43');
    const { db } = await startScreen({ hash: '#/woke?child=Gaston' });
    await waitFor(() => expect(statusText()).toMatch('The link asks for “Gaston”, who is not in this household.'));
    expect(await db.incidents.count()).toBe(0);
  });
});

it('evening and morning are logged with one tap each', async () => {
  setNow('20:15');
  const { db, user } = await startScreen();
  await user.click(button('Good night'));
  await waitFor(() => expect(statusText()).toMatch('Good night · 20:15'));
  expect(await db.nights.toArray()).toMatchObject([{ id: '2026-11-16', bedtimeAt: tonightAt('20:15') }]);
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Good night' })).toBeNull());
});

it('the screen is written in French', async () => {
  setNow('02:43');
  const { user } = await startScreen({ language: 'fr' });
  await user.click(button('Léo se réveille'));
  expect(await screen.findByText('Alerte P0 · service sommeil indisponible')).toBeInTheDocument();
});
