import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { pendingWrites } from '@/db/pending';
import { Tonight } from '@/features/tonight/Tonight';
import { useDeviceSettings } from '@/stores/device';
import { freshDatabaseName, householdDatabase } from '../../support/database';
import { at, DAD, entry, incident, LEO, MUM, tonightAt, ZOE } from '../../support/factories';
import { passTapGuard, screenStarter, setNow, statusText, TONIGHT, tapToOpen } from '../../support/screen';

const startScreen = screenStarter([TONIGHT, Tonight]);

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const title = () => screen.getByRole('heading', { level: 1 });

describe('the first open of the app, in the middle of a night', () => {
  it('says that all are asleep, and nothing of the hours before', async () => {
    setNow('02:43');
    const db = await householdDatabase();
    await db.household.update('household', { since: tonightAt('02:43') });
    await startScreen({ db });
    expect(title()).toHaveTextContent('All systems asleep');
    expect(screen.queryByText(/^for /)).not.toBeInTheDocument();
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
  });
});

describe('a wake-up', () => {
  it('is stored once the toast is shown, as tapped by the holder of this phone', async () => {
    setNow('02:43');
    useDeviceSettings.getState().set({ holderId: MUM });
    const { db, user } = await startScreen();
    expect(title()).toHaveTextContent('All systems asleep');
    await user.click(button('Léo woke'));
    await waitFor(() => expect(statusText()).toMatch('Léo woke · 02:43'));
    expect(await db.incidents.toArray()).toMatchObject([{ childId: LEO, timeline: [{ by: MUM, via: 'tap' }] }]);
    expect(await screen.findByRole('timer')).toBeInTheDocument();
  });

  it('disappears with the undo', async () => {
    setNow('02:43');
    const { user } = await startScreen();
    await user.click(button('Léo woke'));
    await screen.findByRole('timer');
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(title()).toHaveTextContent('All systems asleep'));
    await waitFor(() => expect(statusText()).toMatch('Undone.'));
  });

  it('becomes a double incident with the second child, and each child has its own clock', async () => {
    setNow('02:43');
    const { db, user } = await startScreen();
    await user.click(button('Léo woke'));
    await screen.findByRole('timer');
    passTapGuard();
    await user.click(button('Zoé woke too'));
    await waitFor(() => expect(title()).toHaveTextContent('Léo and Zoé are awake'));
    expect(screen.getAllByRole('timer')).toHaveLength(2);
    expect(await db.incidents.count()).toBe(2);
  });

  it('shows who is up, what was tried, how it ended and why', async () => {
    setNow('02:43');
    const { db, user } = await startScreen({ db: await householdDatabase([incident([entry('detected', '02:43')])]) });
    await user.click(button('Dad is up'));
    expect(await screen.findByText('Dad is up · 02:43')).toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: 'Cuddle' }));
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

  it('is the same incident if the child is awake again within ten minutes', async () => {
    setNow('03:10');
    const resolved = incident([entry('detected', '02:43'), entry('resolved', '03:03')]);
    const { db, user } = await startScreen({ db: await householdDatabase([resolved]) });
    await user.click(button('Léo’s awake again'));
    await screen.findByRole('timer');
    expect(screen.getByText('P0 · the fix didn’t hold')).toBeInTheDocument();
    expect(await db.incidents.count()).toBe(1);
  });

  it('is a false alarm if the child settles within the grace time', async () => {
    setNow(tonightAt('02:43'));
    const { user } = await startScreen({ db: await householdDatabase([incident([entry('detected', '02:43')])]) });
    vi.setSystemTime(tonightAt('02:43') + 20_000);
    await user.click(button('Settled alone'));
    await waitFor(() => expect(title()).toHaveTextContent('False alarm'));
  });
});

describe('a wake-up that nobody has ended', () => {
  const forgotten = incident([entry('detected', '02:43'), entry('acknowledged', '02:50', { by: MUM })]);

  it('asks in the morning how it ended, and guesses', async () => {
    setNow(tonightAt('10:43'));
    const { db, user } = await startScreen({ db: await householdDatabase([forgotten]) });
    expect(await screen.findByText('No word for a while. Asleep since when?')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Asleep again' })).toBeNull();
    await user.click(button('About 03:03'));
    await waitFor(() => expect(statusText()).toMatch('Asleep again · 03:03'));
    expect(await db.incidents.get('incident')).toMatchObject({
      timeline: [{}, {}, { kind: 'resolved', at: tonightAt('03:03'), estimated: true, by: MUM }],
    });
  });

  it('ends at another time, or just now', async () => {
    setNow(tonightAt('05:10'));
    const { db, user } = await startScreen({ db: await householdDatabase([forgotten]) });
    await screen.findByRole('button', { name: 'Another time' });
    await tapToOpen('Another time');
    const time = await screen.findByLabelText('Asleep since');
    await user.clear(time);
    await user.type(time, '02:30');
    await user.click(button('Save'));
    expect(await screen.findByRole('alert')).toHaveTextContent('The end is before the beginning.');
    passTapGuard();
    await user.clear(time);
    await user.type(time, '03:20');
    await user.click(button('Save'));
    await waitFor(async () =>
      expect(await db.incidents.get('incident')).toMatchObject({ resolvedAt: tonightAt('03:20') }),
    );
  });

  it('goes on if the child is still awake', async () => {
    setNow(tonightAt('05:10'));
    const { user } = await startScreen({ db: await householdDatabase([forgotten]) });
    await user.click(await screen.findByRole('button', { name: 'Still awake' }));
    expect(await screen.findByRole('button', { name: 'Asleep again' })).toBeInTheDocument();
  });
});

describe('the beginning of a wake-up', () => {
  it('moves back by five minutes with one tap', async () => {
    setNow('02:43');
    const { db, user } = await startScreen({ db: await householdDatabase([incident([entry('detected', '02:43')])]) });
    await tapToOpen(/^Since/);
    await user.click(await screen.findByRole('button', { name: '5 minutes earlier' }));
    await waitFor(() => expect(statusText()).toMatch('Awake since 02:38'));
    expect((await db.incidents.get('incident'))?.detectedAt).toBe(tonightAt('02:38'));
  });

  it('stays if the child was already awake then, and says why next to the button', async () => {
    setNow('02:43');
    const before = incident([entry('detected', '02:30'), entry('resolved', '02:40')], { id: 'before' });
    const { user } = await startScreen({
      db: await householdDatabase([before, incident([entry('detected', '02:43')])]),
    });
    await tapToOpen(/^Since/);
    await user.click(await screen.findByRole('button', { name: '5 minutes earlier' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The same child was already awake from 02:30 to 02:40.');
  });
});

describe('a tap that the storage does not take', () => {
  it('is kept, and one sentence says so', async () => {
    setNow('02:43');
    const { db, user } = await startScreen();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    });
    await user.click(button('Léo woke'));
    expect(await screen.findByRole('alert')).toHaveTextContent('Your taps are kept on this device.');
    expect(await pendingWrites()).toMatchObject([{ command: 'openIncident' }]);
    put.mockRestore();
    expect(await db.incidents.count()).toBe(0);
  });

  it('is refused if a newer app has written the log, and one sentence says so', async () => {
    setNow('02:43');
    const db = await householdDatabase([], freshDatabaseName());
    db.isReadOnly = true;
    const { user } = await startScreen({ db });
    await user.click(button('Léo woke'));
    expect(await screen.findByRole('alert')).toHaveTextContent('A newer version of the app wrote this log.');
  });
});

describe('a link that logs a wake-up', () => {
  it.each([
    ['#/woke', LEO],
    [`#/woke?child=${ZOE}`, ZOE],
    ['#/woke?child=ZOE', ZOE],
    ['#/woke?child=zo%C3%A9', ZOE],
  ])('logs a wake-up for %s', async (hash, childId) => {
    setNow('02:43');
    const { db } = await startScreen({ hash });
    await screen.findByRole('timer');
    expect(await db.incidents.toArray()).toMatchObject([{ childId, timeline: [{ via: 'shortcut' }] }]);
    // Reloading the page does not follow the link again.
    expect(location.hash).toBe('#/');
  });

  it('logs one wake-up if it is followed twice within a minute', async () => {
    setNow('02:43');
    const { db } = await startScreen({ hash: '#/woke' });
    await screen.findByRole('timer');
    vi.setSystemTime(tonightAt('02:43') + 50_000);
    location.hash = '#/woke';
    await waitFor(() => expect(statusText()).toMatch('Already logged: Léo is awake since 02:43.'));
    expect(await db.incidents.count()).toBe(1);
  });

  it('logs nothing for a child that does not exist, and says why', async () => {
    setNow('02:43');
    const { db } = await startScreen({ hash: '#/woke?child=Gaston' });
    await waitFor(() => expect(statusText()).toMatch('The link asks for “Gaston”, who is not in this household.'));
    expect(await db.incidents.count()).toBe(0);
  });
});

it('logs the evening and the morning with one tap each', async () => {
  setNow('20:15');
  const { db, user } = await startScreen();
  await user.click(button('Good night'));
  await waitFor(() => expect(statusText()).toMatch('Good night · 20:15'));
  expect(await db.nights.toArray()).toMatchObject([{ id: '2026-11-16', bedtimeAt: tonightAt('20:15') }]);
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Good night' })).toBeNull());
});

it('logs the evening for the night of the tap, on a screen that still shows the night before it', async () => {
  setNow('20:15');
  const { db, user } = await startScreen();
  // The phone lay there for a day, and has not looked at the clock since.
  vi.setSystemTime(at('2026-11-17 20:20'));
  await user.click(button('Good night'));
  await waitFor(() => expect(statusText()).toMatch('Good night · 20:20'));
  expect(await db.nights.toArray()).toMatchObject([{ id: '2026-11-17', bedtimeAt: at('2026-11-17 20:20') }]);
});

it('shows Tonight in French', async () => {
  setNow('02:43');
  const { user } = await startScreen({ language: 'fr' });
  await user.click(button('Léo se réveille'));
  expect(await screen.findByText('Alerte P0 · service sommeil indisponible')).toBeInTheDocument();
});
