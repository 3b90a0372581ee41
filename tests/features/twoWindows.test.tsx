import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { forgiveChore } from '@/db/chores';
import { removeEntry, removeIncident } from '@/db/correctIncident';
import { addEntry } from '@/db/editIncident';
import { changeEpisode } from '@/db/health';
import { changeIncident, replaceEntry } from '@/db/incidents';
import { changeNap, removeNap } from '@/db/naps';
import { changeChild } from '@/db/people';
import ChoresScreen from '@/features/chores/ChoresScreen';
import NapsScreen from '@/features/naps/NapsScreen';
import IncidentPage from '@/features/nights/IncidentPage';
import HouseholdPages from '@/features/settings/HouseholdPages';
import { Tonight } from '@/features/tonight/Tonight';
import { chore } from '../support/chores';
import { freshDatabaseName, householdDatabase, logWakeUp, openWindow } from '../support/database';
import { DAD, entry, incident, LEO, MUM, tonightAt, wakeUp } from '../support/factories';
import { illnessEpisode } from '../support/health';
import { screenStarter, setNow, statusText } from '../support/screen';

const startScreen = screenStarter(
  ['/', Tonight],
  ['/nights/:night/:incidentId', IncidentPage],
  ['/household/chores', ChoresScreen],
  ['/household/naps', NapsScreen],
  ['/household/:page', HouseholdPages],
);
const CHANGED = 'This was changed in another window since. Saving replaces that.';
const GONE = 'This was deleted in another window. Nothing is left to change.';
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const dialog = () => within(screen.getByRole('dialog'));

/** Opens the app on a log that another window has open, too. */
async function openTwo(hash: string, rows = [wakeUp('02:43', '03:03')], now = '09:00') {
  setNow(now);
  const name = freshDatabaseName();
  const db = await householdDatabase(rows, name);
  await db.chores.put(chore('Laundry', tonightAt('01:00')));
  await db.naps.put({
    id: 'nap',
    updatedAt: tonightAt('08:30'),
    deletedAt: null,
    caregiverId: MUM,
    startedAt: tonightAt('08:00'),
    endedAt: tonightAt('08:20'),
  });
  const other = openWindow(name);
  const { user } = await startScreen({ db, hash });
  return { db, other, user, elsewhere: (run: () => Promise<unknown>) => act(async () => void (await run())) };
}

describe('a sheet that is open while another window', () => {
  const PAGE = '#/nights/2026-11-16/02:43%20to%2003:03';
  const incidentId = '02:43 to 03:03';
  const now = tonightAt('09:00');

  it('deletes the line says so, and saves nothing', async () => {
    const { other, user, elsewhere } = await openTwo(PAGE);
    await user.click(await screen.findByRole('button', { name: /Asleep again/ }));
    await elsewhere(() => removeEntry(other, { incidentId, entryId: 'resolved 03:03', now }));
    expect(await dialog().findByText(GONE)).toBeVisible();
    expect(dialog().getByRole('button', { name: 'Save' })).toBeDisabled();
  });

  it('changes the line says so', async () => {
    const { other, user, elsewhere } = await openTwo(PAGE);
    await user.click(await screen.findByRole('button', { name: /Asleep again/ }));
    const moved = { ...entry('resolved', '03:01'), id: 'resolved 03:03' };
    await elsewhere(() => replaceEntry(other, { incidentId, entry: moved, now }));
    expect(await dialog().findByText(CHANGED)).toBeVisible();
  });

  it('saves another note says so, and shows that note on request', async () => {
    const { other, user, elsewhere } = await openTwo(PAGE);
    fireEvent.change(await screen.findByLabelText('Note'), { target: { value: 'mine' } });
    await elsewhere(() => changeIncident(other, { incidentId, change: { note: 'theirs' }, now }));
    expect(await screen.findByText(CHANGED)).toBeVisible();
    expect(screen.getByLabelText('Note')).toHaveValue('mine');
    await user.click(button('Show what is saved'));
    expect(screen.getByLabelText('Note')).toHaveValue('theirs');
  });

  it('renames the child says so', async () => {
    const { other, user, elsewhere } = await openTwo('#/household/children');
    await user.click(await screen.findByRole('button', { name: 'Léo' }));
    await elsewhere(() => changeChild(other, { id: LEO, change: { name: 'Léon' }, now }));
    expect(await dialog().findByText(CHANGED)).toBeVisible();
  });

  it('forgives the chore says so', async () => {
    const { other, user, elsewhere } = await openTwo('#/household/chores');
    await user.click(await screen.findByRole('button', { name: /Change: Laundry|Laundry/ }));
    await elsewhere(() => forgiveChore(other, { choreId: chore('Laundry', tonightAt('01:00')).id, now }));
    expect(await dialog().findByText(GONE)).toBeVisible();
  });

  it('changes and then deletes the nap says both', async () => {
    const { other, user, elsewhere } = await openTwo('#/household/naps');
    await user.click(await screen.findByRole('button', { name: /Mum.*08:00/ }));
    await elsewhere(() => changeNap(other, { napId: 'nap', change: { caregiverId: DAD }, now }));
    expect(await dialog().findByText(CHANGED)).toBeVisible();
    await elsewhere(() => removeNap(other, { napId: 'nap', now }));
    expect(await dialog().findByText(GONE)).toBeVisible();
  });
});

describe('on Tonight, with another window', () => {
  it('“Already logged” names the time of the tap that came first', async () => {
    const { other } = await openTwo('#/', [], '02:50');
    await other.open();
    // The other window's tap is written first, and this screen does not know it yet.
    const first = logWakeUp(other, '02:43', { now: tonightAt('02:50') });
    fireEvent.click(button('Léo woke'));
    await first;
    await waitFor(() => expect(statusText()).toMatch('Already logged: Léo is awake since 02:43.'));
  });

  it('the undo of a wake-up in which the other one has logged since is refused in words', async () => {
    const { db, other, user, elsewhere } = await openTwo('#/', [], '02:43');
    await user.click(button('Léo woke'));
    await screen.findByRole('timer');
    const [row] = await db.incidents.toArray();
    await elsewhere(() =>
      addEntry(other, {
        incidentId: row?.id ?? '',
        entry: entry('acknowledged', '02:44', { by: DAD }),
        now: tonightAt('02:44'),
      }),
    );
    await user.click(button('Undo'));
    await waitFor(() => expect(statusText()).toMatch('It was changed since, and stays as it is now.'));
    expect((await db.incidents.toArray())[0]?.deletedAt).toBeNull();
  });

  it('a child who wakes again after the other window has deleted the wake-up is logged anew', async () => {
    const { db, other } = await openTwo(
      '#/',
      [incident([entry('detected', '02:30'), entry('resolved', '02:41')])],
      '02:43',
    );
    await other.open();
    // The deletion is written first, and this screen does not know it yet.
    const deletion = removeIncident(other, { incidentId: 'incident', now: tonightAt('02:43') });
    fireEvent.click(button('Léo’s awake again'));
    await deletion;
    await waitFor(async () =>
      expect((await db.incidents.toArray()).filter(({ deletedAt }) => deletedAt === null)).toHaveLength(1),
    );
    await waitFor(() => expect(statusText()).toMatch('Léo woke · 02:43'));
  });
});

it('a change of an illness that another window has deleted is refused, not reported', async () => {
  const db = await householdDatabase();
  await db.episodes.put({ ...illnessEpisode('2026-11-14', null), deletedAt: tonightAt('08:00') });
  const [{ id } = { id: '' }] = await db.episodes.toArray();
  expect(await changeEpisode(db, { id, change: { label: 'Flu' }, now: tonightAt('09:00') })).toMatchObject({
    refusal: { code: 'unknownRow' },
  });
});
