import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { reopenIncident } from '@/db/incidents';
import { Tonight } from '@/features/tonight/Tonight';
import { freshDatabaseName, householdDatabase, openWindow } from '../../support/database';
import { at, day, entry, incident, LEO, MUM, tonightAt, ZOE } from '../../support/factories';
import { passTapGuard, screenStarter, setNow, statusText, TONIGHT, tapInMore } from '../../support/screen';

const startScreen = screenStarter([TONIGHT, Tonight]);

/** A past wake-up that ended after one remedy. */
const helped = (time: string, remedy: 'lie-down' | 'song') =>
  incident(
    [
      entry('detected', at(`2026-11-15 ${time}`)),
      entry('remedy', at(`2026-11-15 ${time}`), { remedy }),
      entry('resolved', at(`2026-11-15 ${time}`)),
    ].map((line, index) => ({ ...line, at: (line.at + index * 60_000) as typeof line.at })),
    { id: `helped ${time}` },
  );
const places = () =>
  within(screen.getByRole('group', { name: 'What is tried' }))
    .getAllByRole('button')
    .map(({ textContent }) => textContent);
const SONG_FIRST = ['Song', 'Feed', 'Cuddle'];
const UP = entry('acknowledged', '02:40', { id: 'up', by: MUM });

describe('the remedies of an incident', () => {
  it('keep the places they had when it began: after a remedy that helped, “awake again”, and a reload', async () => {
    setNow('02:43');
    const db = await householdDatabase([helped('01:00', 'song'), incident([entry('detected', '02:40'), UP])]);
    const { user } = await startScreen({ db });
    await waitFor(() => expect(places()).toEqual(SONG_FIRST));
    for (const _time of [1, 2]) {
      await tapInMore('Own bed');
      await waitFor(() => expect(statusText()).toMatch('Own bed'));
      passTapGuard();
      await user.click(screen.getByRole('button', { name: 'Asleep again' }));
      await screen.findByRole('heading', { name: /^Recovered/ });
      passTapGuard();
      await user.click(screen.getByRole('button', { name: 'Léo’s awake again' }));
      passTapGuard();
      await user.click(await screen.findByRole('button', { name: 'Mum is up' }));
      await waitFor(() => expect(places()).toEqual(SONG_FIRST));
      passTapGuard();
    }
    cleanup();
    await startScreen({ db });
    await waitFor(() => expect(places()).toEqual(SONG_FIRST));
  });

  it('stay when another window ends and reopens the incident, and when its beginning is corrected', async () => {
    setNow('02:43');
    const name = freshDatabaseName();
    const db = await householdDatabase(
      [
        helped('01:00', 'song'),
        incident([
          entry('detected', '02:40'),
          UP,
          entry('remedy', '02:41', { remedy: 'lie-down' }),
          entry('resolved', '02:42'),
        ]),
      ],
      name,
    );
    const other = openWindow(name);
    const { user } = await startScreen({ db });
    await act(async () => {
      await reopenIncident(other, {
        incidentId: 'incident',
        entry: entry('reopened', '02:43'),
        now: tonightAt('02:43'),
      });
    });
    await user.click(await screen.findByRole('button', { name: 'Mum is up' }));
    await waitFor(() => expect(places()).toEqual(SONG_FIRST));
  });

  it('are not shown in another order before theirs is read', async () => {
    setNow('02:43');
    const db = await householdDatabase([helped('01:00', 'song'), incident([entry('detected', '02:40'), UP])]);
    await startScreen({ db });
    const first = screen.getByRole('group', { name: 'What is tried' }).querySelector('button');
    expect(first?.textContent ?? 'Song').toBe('Song');
    await waitFor(() => expect(places()).toEqual(SONG_FIRST));
  });
});

describe('the buttons of the children', () => {
  it.each(['en', 'fr'] as const)(
    'stand in the order of their birth, also in the shell and the sheets (%s)',
    async (language) => {
      setNow('02:43');
      const db = await householdDatabase();
      await db.children.update(LEO, { birthDate: day('2026-01-01') });
      await db.children.update(ZOE, { birthDate: day('2023-01-01') });
      await startScreen({ db, language });
      const names = () =>
        [...document.querySelectorAll('.wake-button')].map((button) => button.textContent?.match(/Léo|Zoé/)?.[0]);
      await waitFor(() => expect(names()).toEqual(['Zoé', 'Léo']));
      const hints = () => JSON.parse(localStorage.getItem('infernalops.shell') ?? '{}');
      expect(hints().buttons.map(({ child }: { child: string }) => child)).toEqual([ZOE, LEO]);
    },
  );
});
