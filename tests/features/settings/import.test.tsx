import { act, configure, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { InfernalDatabase } from '@/db/database';
import HouseholdPages from '@/features/settings/HouseholdPages';
import type { Language } from '@/i18n/translator';
import { householdDatabase } from '../../support/database';
import { LEO, tonightAt } from '../../support/factories';
import { screenStarter, setNow, statusText } from '../../support/screen';

const startScreen = screenStarter(['/household/:page', HouseholdPages]);

// These tests render whole screens, possibly on a busy machine.
configure({ asyncUtilTimeout: 5_000 });
vi.setConfig({ testTimeout: 20_000 });
afterEach(() => vi.unstubAllGlobals());

const HEADING = 'Type,Start,End,Duration,Start Condition,Start Location,End Condition,Notes,Logged By';
const NIGHT = [
  HEADING,
  'Sleep,2026-11-10 20:00,2026-11-10 23:00,03:00,,,,,Mum',
  'Feed,2026-11-10 23:05,,,Formula,Bottle,90ml,,Nana',
  'Sleep,2026-11-10 23:20,2026-11-11 06:30,07:10,,,,,Nana',
  'Sleep,yesterday,,,,,,,Mum',
  'Bath,2026-11-10 19:00,,,,,,,Mum',
].join('\n');

async function open(db?: InfernalDatabase, language: Language = 'en') {
  setNow(tonightAt('10:05'));
  // A role is looked for in each of over four hundred zones, which takes seconds.
  vi.spyOn(Intl, 'supportedValuesOf').mockReturnValue(['Europe/Paris', 'America/New_York']);
  const started = await startScreen({ hash: '#/household/import', language, ...(db && { db }) });
  await screen.findByRole('heading', { level: 1 });
  return started;
}
type User = Awaited<ReturnType<typeof open>>['user'];

/** A file as a file picker returns it. `arrayBuffer` is added, since jsdom's File has none. */
function fileWith(text: string, name = 'night.csv'): File {
  const bytes = new TextEncoder().encode(text);
  return Object.assign(new File([bytes], name), { arrayBuffer: async () => bytes.buffer });
}
const choose = (user: User, ...files: File[]) => user.upload(screen.getByLabelText('Choose files'), files);
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const answerTo = async (question: string, answer: string) =>
  within(await screen.findByRole('group', { name: question })).getByRole('button', { name: answer });
const living = async (db: InfernalDatabase) =>
  (await db.incidents.toArray()).filter(({ deletedAt }) => deletedAt === null);

describe('the files of another tracker', () => {
  it('are asked who is in them, shown, imported and taken back', async () => {
    const { db, user } = await open();
    await choose(user, fileWith(NIGHT));
    // Léo and Zoé are here, and the file names no child: nothing is shown before that is said.
    await user.click(await answerTo('The files do not name the child. Who is it?', 'Léo'));
    await user.click(await answerTo('Who is “Nana”, who logged it?', 'New: Nana'));
    expect(await screen.findByText('one wake-up')).toBeVisible();
    expect(screen.getByText('Nights: 10 Nov 2026')).toBeVisible();
    await user.click(await screen.findByText('One line was not understood'));
    expect(screen.getByText('night.csv, line 5: the date cannot be read')).toBeVisible();
    await user.click(screen.getByText('One line is left out'));
    expect(screen.getByText('1 × bath, play and the like')).toBeVisible();
    expect(await db.incidents.count()).toBe(0);

    await user.click(await button('Import one wake-up'));
    expect(await screen.findByText(/^Tue,? 17 Nov, 10:05: one wake-up, one night, from night\.csv\.$/)).toBeVisible();
    expect(statusText()).toBe('Imported: one wake-up, one night');
    const [incident] = await living(db);
    const nana = (await db.caregivers.toArray()).find(({ name }) => name === 'Nana');
    expect(incident).toMatchObject({ childId: LEO });
    expect(incident?.timeline.at(-1)).toMatchObject({ kind: 'resolved', by: nana?.id });

    await user.click(await button('Take it back'));
    await vi.waitFor(() => expect(statusText()).toBe('The import is taken back'));
    expect(await living(db)).toEqual([]);
    await vi.waitFor(() => expect(screen.queryByText('Take it back')).toBeNull());
  });

  it('that are refused say why, and change nothing', async () => {
    const { db, user } = await open();
    await choose(user, fileWith('PK\u0003\u0004 xl/workbook.xml', 'nights.xlsx'));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'nights.xlsx is an Excel workbook. Save it as CSV. Nothing was changed.',
    );
    expect(await db.incidents.count()).toBe(0);
  });

  it('with unknown headings are matched by hand, and asked for the order of their dates', async () => {
    const { user } = await open();
    const table = ['Von;Bis;Was', '10.11.2026 20:00;10.11.2026 23:00;', '10.11.2026 23:20;11.11.2026 06:30;'].join(
      '\n',
    );
    await choose(user, fileWith(table, 'eigene.csv'));
    expect(await screen.findByText(/The headings of eigene\.csv are not known\./)).toBeVisible();
    expect(screen.getByRole('cell', { name: '10.11.2026 20:00' })).toBeVisible();
    expect(await button('Read it that way')).toBeDisabled();
    fireEvent.change(screen.getByLabelText('Start'), { target: { value: '0' } });
    fireEvent.change(screen.getByLabelText('End'), { target: { value: '1' } });
    await user.click(await button('Read it that way'));
    await user.click(await answerTo('What comes first in the dates of eigene.csv?', 'The day (31/12)'));
    await user.click(await answerTo('The files do not name the child. Who is it?', 'Léo'));
    expect(await screen.findByText('one wake-up')).toBeVisible();
  });

  it('of a child with a new name wait for that name', async () => {
    const { db, user } = await open();
    await choose(user, fileWith(NIGHT));
    await user.click(await answerTo('The files do not name the child. Who is it?', 'A new child'));
    expect(screen.queryByText('one wake-up')).toBeNull();
    await user.type(screen.getByLabelText('The child’s name'), 'Noé');
    await user.click(await button('Import one wake-up'));
    await screen.findByText('Take it back');
    const noe = (await db.children.toArray()).find(({ name }) => name === 'Noé');
    expect((await living(db)).map(({ childId }) => childId)).toEqual([noe?.id]);
  });

  it('that were imported and taken back come back if one wants', async () => {
    const { db, user } = await open();
    await choose(user, fileWith(NIGHT));
    await user.click(await answerTo('The files do not name the child. Who is it?', 'Léo'));
    await user.click(await button('Import one wake-up'));
    await user.click(await button('Take it back'));
    await vi.waitFor(async () => expect(await living(db)).toEqual([]));
    await choose(user, fileWith(NIGHT));
    await user.click(await answerTo('The files do not name the child. Who is it?', 'Léo'));
    expect(await screen.findByText('Imported before and deleted here since: one wake-up, one night.')).toBeVisible();
    expect(await answerTo('Bring it back?', 'Bring it back')).toHaveAttribute('aria-pressed', 'true');
    await user.click(await answerTo('Bring it back?', 'Leave it deleted'));
    expect(await screen.findByText('There is nothing new in these files.')).toBeVisible();
    await user.click(await answerTo('Bring it back?', 'Bring it back'));
    await user.click(await button('Import one wake-up'));
    await screen.findByText('Take it back');
    expect(await living(db)).toHaveLength(1);
  });

  it('can be dropped on the page, and are not opened by the browser', async () => {
    await open(await householdDatabase());
    const drop = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), {
      dataTransfer: { files: [fileWith(NIGHT)] },
    });
    await act(async () => void window.dispatchEvent(drop));
    expect(drop.defaultPrevented).toBe(true);
    expect(await screen.findByText('Huckleberry: one file')).toBeVisible();
  });

  it('are explained for each tracker, in both languages', async () => {
    const { user } = await open(undefined, 'fr');
    const huckleberry = within(screen.getByRole('region', { name: 'Huckleberry' }));
    await user.click(huckleberry.getByText('Huckleberry'));
    expect(huckleberry.getByText('Absent de ses fichiers : le prénom de l’enfant.')).toBeVisible();
    expect(document.querySelectorAll('details')).toHaveLength(11);
  });
});
