import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { readIncident } from '@/db/queries';
import IncidentPage from '@/features/nights/IncidentPage';
import NightPage from '@/features/nights/NightPage';
import HouseholdPages from '@/features/settings/HouseholdPages';
import { chore } from '../../support/chores';
import { householdDatabase } from '../../support/database';
import { DAD, entry, incident, tonightAt, wakeUp } from '../../support/factories';
import { passTapGuard, screenStarter, setNow, statusText } from '../../support/screen';

const startScreen = screenStarter(
  ['/nights/:night', NightPage],
  ['/nights/:night/:incidentId', IncidentPage],
  ['/household/:page', HouseholdPages],
);

const plain = (text: string | null) => (text ?? '').replace(/\s/g, ' ');

describe('deleted wake-ups', () => {
  it('both come back when two were deleted within seconds', async () => {
    setNow('09:00');
    const [one, two] = [wakeUp('01:00', '01:10'), wakeUp('02:43', '03:03')];
    const db = await householdDatabase([one, two]);
    const { user } = await startScreen({ db, hash: '#/nights/2026-11-16' });
    for (const time of ['01:00', '02:43']) {
      await user.click(await screen.findByRole('link', { name: new RegExp(`Léo · ${time}`) }));
      await user.click(await screen.findByRole('button', { name: 'Delete this wake-up' }));
    }
    await user.click(await screen.findByRole('button', { name: 'Undo (2)' }));
    expect(await screen.findByText(/^Undone\. Before that: Deleted: Léo, 01:00/)).toBeVisible();
    passTapGuard();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('Undone.')).toBeVisible();
    expect(await readIncident(db, one.id)).not.toBeNull();
    expect(await readIncident(db, two.id)).not.toBeNull();
  });

  it('undoes only one thing at a double tap', async () => {
    setNow('09:00');
    const [one, two] = [wakeUp('01:00', '01:10'), wakeUp('02:43', '03:03')];
    const db = await householdDatabase([one, two]);
    const { user } = await startScreen({ db, hash: '#/nights/2026-11-16' });
    for (const time of ['01:00', '02:43']) {
      await user.click(await screen.findByRole('link', { name: new RegExp(`Léo · ${time}`) }));
      await user.click(await screen.findByRole('button', { name: 'Delete this wake-up' }));
    }
    await user.click(await screen.findByRole('button', { name: 'Undo (2)' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await readIncident(db, one.id)).toBeNull();
    expect(await readIncident(db, two.id)).not.toBeNull();
  });

  it.each([
    ['en', 'One deleted wake-up', /Bring back: Léo · Tue 17 Nov, 02:43 – 03:03/, 'Back: Léo'],
    ['fr', 'Un réveil supprimé', /Remettre : Léo · mar\. 17 nov\., 02:43 – 03:03/, 'Remis : Léo'],
  ] as const)(
    'are listed on the page of their night with when, and come back in one tap (%s)',
    async (language, title, button, toast) => {
      setNow('09:00');
      const one = wakeUp('02:43', '03:03', { deletedAt: tonightAt('08:15') });
      const db = await householdDatabase([one]);
      const { user } = await startScreen({ db, hash: '#/nights/2026-11-16', language });
      const section = await screen.findByRole('region', { name: title });
      expect(plain(section.textContent)).toContain('08:15');
      await user.click(within(section).getByRole('button', { name: (name) => button.test(plain(name)) }));
      expect(await screen.findByRole('link', { name: /Léo · 02:43 – 03:03/ })).toBeVisible();
      expect(screen.queryByRole('region', { name: title })).toBeNull();
      expect(plain(statusText())).toContain(toast);
    },
  );

  it('says why a wake-up cannot come back', async () => {
    setNow('09:00');
    const db = await householdDatabase([
      wakeUp('02:43', '03:03', { deletedAt: tonightAt('08:15') }),
      wakeUp('02:50', '03:30'),
    ]);
    const { user } = await startScreen({ db, hash: '#/nights/2026-11-16' });
    await user.click(await screen.findByRole('button', { name: /^Bring back: Léo/ }));
    expect(await screen.findByText('The same child was already awake from 02:50 to 03:30.')).toBeVisible();
  });
});

describe('deleted lines', () => {
  it('are listed under their wake-up and come back in one tap', async () => {
    setNow('09:00');
    const feed = entry('remedy', '02:50', { deletedAt: tonightAt('08:00') });
    const row = incident([entry('detected', '02:43'), feed, entry('resolved', '03:03')]);
    const db = await householdDatabase([row]);
    const { user } = await startScreen({ db, hash: '#/nights/2026-11-16/incident' });
    await user.click(await screen.findByRole('button', { name: 'Bring back: 02:50 Feed' }));
    expect(await screen.findByRole('button', { name: /^02:50\s*Feed/ })).toBeVisible();
    expect((await readIncident(db, row.id))?.timeline[1]).toMatchObject({ deletedAt: null });
  });
});

describe('the lines of a page', () => {
  const paged = incident([
    entry('detected', '02:43'),
    entry('escalated', '02:44', { via: 'page' }),
    entry('delivered', '02:44', { to: DAD }),
    entry('noResponse', '02:45', { by: DAD, declined: true }),
    entry('resolved', '03:03'),
  ]);

  it.each([
    ['en', ['Paging Dad', 'Dad’s phone rang', 'Dad can’t']],
    ['fr', ['On bipe Dad', 'Le téléphone de Dad a sonné', 'Dad ne peut pas']],
  ] as const)('are told on the page of the wake-up (%s)', async (language, lines) => {
    setNow('09:00');
    await startScreen({ db: await householdDatabase([paged]), hash: '#/nights/2026-11-16/incident', language });
    for (const line of lines) expect(await screen.findByRole('button', { name: new RegExp(line) })).toBeVisible();
  });

  it('can be deleted, and undo brings the phone that rang back', async () => {
    setNow('09:00');
    const db = await householdDatabase([paged]);
    const { user } = await startScreen({ db, hash: '#/nights/2026-11-16/incident' });
    await user.click(await screen.findByRole('button', { name: /Dad’s phone rang/ }));
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: /^02:44\S*\s*Dad’s phone rang/ })).toBeNull());
    expect((await readIncident(db, paged.id))?.timeline[2]).toMatchObject({
      kind: 'delivered',
      deletedAt: expect.any(Number),
    });
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('button', { name: /^02:44\S*\s*Dad’s phone rang/ })).toBeVisible();
    expect((await readIncident(db, paged.id))?.timeline).toEqual(
      paged.timeline.map((line) => expect.objectContaining({ id: line.id, deletedAt: null })),
    );
  });
});

describe('the screen of deleted things', () => {
  it('lists what was deleted by kind and time, and brings it back', async () => {
    setNow('09:00');
    const db = await householdDatabase([wakeUp('02:43', '03:03', { deletedAt: tonightAt('08:15') })]);
    await db.chores.put(chore('Laundry', tonightAt('22:00'), { deletedAt: tonightAt('08:30') }));
    const { user } = await startScreen({ db, hash: '#/household/deleted' });
    const items = (await screen.findAllByRole('listitem')).map(({ textContent }) => plain(textContent));
    expect(items).toEqual([
      'LaundryChore · Mon 16 Nov, 22:00deleted Tue 17 Nov, 08:30Bring back',
      'LéoWake-up · Tue 17 Nov, 02:43 – 03:03deleted Tue 17 Nov, 08:15Bring back',
    ]);
    await user.click(screen.getByRole('button', { name: 'Bring back: Laundry' }));
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(1));
    expect(await db.chores.toArray()).toMatchObject([{ title: 'Laundry', deletedAt: null }]);
  });

  it('says so when nothing was deleted', async () => {
    setNow('09:00');
    await startScreen({ hash: '#/household/deleted' });
    expect(await screen.findByText('Nothing was deleted. Tidy house.')).toBeVisible();
  });
});
